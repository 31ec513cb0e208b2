/**
 * Constants, mass relations and cosmologies: facts that every stage may use, and the running integral they need.
 * Takes plain numbers in, gives plain numbers out, and knows no other package.
 */
package org.chirpmill.physics;
