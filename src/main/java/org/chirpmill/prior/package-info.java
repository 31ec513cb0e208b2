/**
 * bilby's priors: their grammar, their distributions, constrained sampling. Takes prior strings in, gives rows of
 * parameters out, row i a function of (seed, i) alone; knows nothing of models or files.
 */
package org.chirpmill.prior;
