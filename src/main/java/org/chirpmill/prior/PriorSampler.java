package org.chirpmill.prior;

import org.apache.commons.rng.core.source64.Philox4x64;

/**
 * Draws rows of parameters. A row is a function of (seed, row, attempt) alone: they key the counter-based generator
 * Philox4x64 (Salmon et al. 2011), and nothing remains from one row to the next. Not safe for use by several threads.
 */
public final class PriorSampler {
    /** After so many draws of one row that violate a constraint the prior counts as impossible. */
    private static final int MAXIMUM_TRIES = 1_000_000;
    /** A row that no dataset has, whose stream serves for estimates. */
    private static final int NO_ROW = -1;

    private final PriorSet priors;
    /** Words of Philox4x64's state: two of key, four of counter. The attempt sits in the counter's highest word. */
    private final long[] key = new long[6];
    /** By column: the random number that decides its value. */
    private final double[] uniforms;

    PriorSampler(PriorSet priors) {
        this.priors = priors;
        uniforms = new double[priors.columns().size()];
    }

    /**
     * Fills one row. First come the columns on which constraints depend, drawn again from the row's own stream of
     * random numbers until all constraints hold; then the others, once, for they are independent of those.
     *
     * @param seed of the dataset
     * @param row index in the dataset
     * @param attempt 0, or how often this row had to be drawn anew because no model could evaluate it
     * @param out receives one value per column of the set
     * @param offset where the row starts
     * @throws UnsatisfiedConstraintsException where a million draws violate the constraints
     */
    public void draw(long seed, long row, int attempt, double[] out, int offset) {
        Philox4x64 random = stream(seed, row, attempt);
        int mostTries = priors.isConstrainedToFixedValues() ? 1 : MAXIMUM_TRIES;
        int tries = 0;
        do {
            if (tries++ == mostTries) {
                throw unsatisfied();
            }
        } while (!isAdmitted(random, out, offset));
        drawColumns(priors.freeColumns(), random, out, offset);
    }

    /** How many of so many draws satisfy all constraints. */
    int admitted(int draws) {
        Philox4x64 random = stream(0, NO_ROW, 0);
        double[] row = new double[priors.columns().size()];
        int admitted = 0;
        for (int draw = 0; draw < draws; draw++) {
            admitted += isAdmitted(random, row, 0) ? 1 : 0;
        }
        return admitted;
    }

    /** Which constraint stands in the way, and how. */
    private UnsatisfiedConstraintsException unsatisfied() {
        double[] row = new double[priors.columns().size()];
        if (priors.isConstrainedToFixedValues()) {
            drawColumns(priors.constrainedColumns(), stream(0, NO_ROW, 0), row, 0);
            return UnsatisfiedConstraintsException.ofFixedValues(priors, row);
        }
        ConstraintTally tally = new ConstraintTally(priors);
        Philox4x64 random = stream(0, NO_ROW, 0);
        for (int draw = 0; draw < ConstraintTally.DRAWS; draw++) {
            drawColumns(priors.constrainedColumns(), random, row, 0);
            tally.add(row);
        }
        return tally.worst(MAXIMUM_TRIES);
    }

    private Philox4x64 stream(long seed, long row, int attempt) {
        key[0] = seed;
        key[1] = row;
        key[5] = attempt;
        return new Philox4x64(key);
    }

    /**
     * Draws the columns on which constraints depend and says whether these hold. Of draws that fail, most fail by far:
     * a rough look at them decides as an exact one would, and takes less time.
     */
    private boolean isAdmitted(Philox4x64 random, double[] out, int offset) {
        int[] columns = priors.constrainedColumns();
        drawUniforms(columns, random);
        if (priors.looksRoughly()) {
            for (int column : columns) {
                out[offset + column] = priors.distribution(column).roughQuantile(uniforms[column]);
            }
            if (priors.refuses(out, offset)) {
                return false;
            }
        }
        writeQuantiles(columns, out, offset);
        return priors.satisfiesAll(out, offset);
    }

    private void drawColumns(int[] columns, Philox4x64 random, double[] out, int offset) {
        drawUniforms(columns, random);
        writeQuantiles(columns, out, offset);
    }

    private void drawUniforms(int[] columns, Philox4x64 random) {
        for (int column : columns) {
            uniforms[column] = priors.distribution(column).isFixed() ? 0.5 : uniform(random);
        }
    }

    private void writeQuantiles(int[] columns, double[] out, int offset) {
        for (int column : columns) {
            out[offset + column] = priors.distribution(column).quantile(uniforms[column]);
        }
    }

    /** A number strictly between 0 and 1: the middle of one of 2^52 equal cells. */
    private static double uniform(Philox4x64 random) {
        return ((random.nextLong() >>> 12) + 0.5) * 0x1p-52;
    }
}
