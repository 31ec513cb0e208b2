/**
 * Batches: who evaluates them, where they live, and in what order they reach the sink. Takes models, sources and a
 * grid in, gives filled batches out; knows nothing of YAML or HDF5.
 */
package org.chirpmill.engine;
