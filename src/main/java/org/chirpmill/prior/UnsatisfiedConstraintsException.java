package org.chirpmill.prior;

import org.chirpmill.names.Enumeration;

/** Constraints that no draw satisfies; the message is one sentence without its full stop that names the worst one. */
public final class UnsatisfiedConstraintsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String key;

    UnsatisfiedConstraintsException(String key, String message) {
        super(message);
        this.key = key;
    }

    /** The first constraint that a row of fixed values violates, in which no other draw would change a thing. */
    static UnsatisfiedConstraintsException ofFixedValues(PriorSet priors, double[] row) {
        int constraint = 0;
        while (priors.satisfies(constraint, row, 0)) {
            constraint++;
        }
        String key = priors.constraintKey(constraint);
        return new UnsatisfiedConstraintsException(key, key + " is " + priors.constrained(constraint, row, 0)
            + " by the fixed values of " + Enumeration.and(priors.columnsOf(constraint)) + ", and "
            + priors.constraint(constraint).demand());
    }

    /** The constraint that is violated most often. */
    public String key() {
        return key;
    }
}
