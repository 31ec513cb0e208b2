/**
 * From bilby's parameters to LALSimulation's source frame. Takes rows of named prior draws in, gives
 * {@link org.chirpmill.source.SourceParameters} out; knows nothing of frequencies, models or files.
 */
package org.chirpmill.source;
