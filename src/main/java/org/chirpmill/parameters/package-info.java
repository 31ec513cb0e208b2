/**
 * What a parameter means, said once for priors and sources: which names determine masses, spins, distance and
 * tides, by which formula, and which names belong to a detection. Takes names and plain numbers in, gives names and
 * plain numbers out; knows nothing of rows, draws or refusals.
 */
package org.chirpmill.parameters;
