package org.chirpmill.prior;

import java.util.Arrays;
import java.util.Locale;

/** How draws fare with each constraint, for saying which one stands in the way and by how much. */
final class ConstraintTally {
    /** How many draws tell enough. */
    static final int DRAWS = 10_000;

    private final PriorSet priors;
    private final int[] violations;
    private final double[] least;
    private final double[] most;
    private int draws;

    ConstraintTally(PriorSet priors) {
        this.priors = priors;
        violations = new int[priors.constraintCount()];
        least = new double[violations.length];
        most = new double[violations.length];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        Arrays.fill(most, Double.NEGATIVE_INFINITY);
    }

    void add(double[] row) {
        draws++;
        for (int c = 0; c < violations.length; c++) {
            double value = priors.constrained(c, row, 0);
            if (!Double.isNaN(value)) {
                least[c] = StrictMath.min(least[c], value);
                most[c] = StrictMath.max(most[c], value);
            }
            violations[c] += priors.satisfies(c, row, 0) ? 0 : 1;
        }
    }

    /** The refusal that names the constraint violated most often. */
    UnsatisfiedConstraintsException worst(int tries) {
        int worst = 0;
        for (int c = 1; c < violations.length; c++) {
            worst = violations[c] > violations[worst] ? c : worst;
        }
        String name = priors.constraintKey(worst);
        String found = least[worst] > most[worst] ? "has no value in any draw"
            : least[worst] == most[worst] ? "is " + least[worst] + " in every draw"
            : String.format(Locale.ROOT, "is %.4g to %.4g in draws", least[worst], most[worst]);
        return new UnsatisfiedConstraintsException(name, String.format(Locale.ROOT,
            "%s %s and %s: %.1f %% of draws violate that, and none of %,d satisfied all constraints",
            name, found, priors.constraint(worst).demand(), 100.0 * violations[worst] / draws, tries));
    }
}
