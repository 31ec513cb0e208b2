package org.chirpmill.prior;

import java.util.Locale;
import org.apache.commons.rng.core.source64.Philox4x64;

/**
 * Draws rows of parameters. A row is a function of (seed, row, attempt) alone: they key the counter-based generator
 * Philox4x64 (Salmon et al. 2011), and nothing remains from one row to the next. Not safe for use by several threads.
 */
public final class PriorSampler {
    /** After so many draws of one row that violate a constraint the prior counts as impossible. */
    private static final int MAXIMUM_TRIES = 1_000_000;
    private static final int DIAGNOSTIC_DRAWS = 10_000;

    private final PriorSet priors;
    /** Words of Philox4x64's state: two of key, four of counter. The attempt sits in the counter's highest word. */
    private final long[] key = new long[6];

    PriorSampler(PriorSet priors) {
        this.priors = priors;
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
        key[0] = seed;
        key[1] = row;
        key[5] = attempt;
        Philox4x64 random = new Philox4x64(key);
        int tries = 0;
        do {
            if (tries++ == MAXIMUM_TRIES) {
                throw impossible(random);
            }
            drawColumns(priors.constrainedColumns(), random, out, offset);
        } while (!priors.satisfiesAll(out, offset));
        drawColumns(priors.freeColumns(), random, out, offset);
    }

    private void drawColumns(int[] columns, Philox4x64 random, double[] out, int offset) {
        for (int column : columns) {
            Distribution distribution = priors.distribution(column);
            out[offset + column] = distribution.quantile(distribution.isFixed() ? 0.5 : uniform(random));
        }
    }

    /** A number strictly between 0 and 1: the middle of one of 2^52 equal cells. */
    private static double uniform(Philox4x64 random) {
        return ((random.nextLong() >>> 12) + 0.5) * 0x1p-52;
    }

    private UnsatisfiedConstraintsException impossible(Philox4x64 random) {
        int[] violations = new int[priors.constraintCount()];
        double[] row = new double[priors.columns().size()];
        for (int i = 0; i < DIAGNOSTIC_DRAWS; i++) {
            drawColumns(priors.constrainedColumns(), random, row, 0);
            for (int c = 0; c < violations.length; c++) {
                violations[c] += priors.satisfies(c, row, 0) ? 0 : 1;
            }
        }
        int worst = 0;
        for (int c = 1; c < violations.length; c++) {
            worst = violations[c] > violations[worst] ? c : worst;
        }
        String name = priors.constraintKey(worst);
        Constraint constraint = priors.constraint(worst);
        return new UnsatisfiedConstraintsException(name, String.format(Locale.ROOT,
            "none of %d draws satisfied the constraints of the prior, the one on %s (between %s and %s) was violated"
                + " by %.1f %% of them",
            MAXIMUM_TRIES,
            name,
            constraint.minimum(),
            constraint.maximum(),
            100.0 * violations[worst] / DIAGNOSTIC_DRAWS));
    }
}
