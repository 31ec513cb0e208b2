/**
 * Names that people type: of keys, parameters and distributions. Takes one that is not known, gives the known one
 * that was meant; takes several, gives them as sentences have them; knows nothing of what they name.
 */
package org.chirpmill.names;
