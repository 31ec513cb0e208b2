package org.chirpmill.prior;

import java.util.Locale;

/**
 * How many draws of a prior satisfy its constraints, estimated; the others are drawn again, which costs time and
 * changes what the distributions were written for.
 *
 * @param draws how many were tried
 * @param admitted how many of them satisfied all constraints
 */
public record AcceptanceRate(int draws, int admitted) {
    /** So many at first, after which two thirds are more than one half. */
    private static final int FIRST_DRAWS = 1_000;
    /** So many where it is not that plain, which tells a rate of one half to 0.5 %. */
    private static final int DRAWS = 10_000;
    /** So many where few are admitted, which tells a rate of 2 % to 2 % of it. */
    private static final int MOST_DRAWS = 100_000;

    static AcceptanceRate of(PriorSet priors) {
        AcceptanceRate rate = of(priors, FIRST_DRAWS);
        if (rate.admits(2.0 / 3)) {
            return rate;
        }
        rate = of(priors, DRAWS);
        return rate.admits(0.1) ? rate : of(priors, MOST_DRAWS);
    }

    private boolean admits(double share) {
        return admitted >= share * draws;
    }

    private static AcceptanceRate of(PriorSet priors, int draws) {
        return new AcceptanceRate(draws, priors.sampler().admitted(draws));
    }

    /** Whether it is worth telling: more draws are thrown away than kept. */
    public boolean isLow() {
        return 2L * admitted < draws;
    }

    /** In per cent, such as {@code 2.0 %}. */
    public String inWords() {
        if (admitted == 0) {
            return "less than " + 100.0 / draws + " %";
        }
        double percent = 100.0 * admitted / draws;
        return String.format(Locale.ROOT, percent < 0.1 ? "%.1g %%" : "%.1f %%", percent);
    }
}
