/**
 * What a parameter means, said once for priors, sources and pictures: which names determine masses, spins, distance and
 * tides, by which formula and in which unit, and which belong to a detection. Takes names and plain numbers in, gives
 * masses, spins and deformabilities out; knows nothing of rows, draws or refusals.
 */
package org.chirpmill.parameters;
