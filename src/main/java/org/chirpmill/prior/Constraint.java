package org.chirpmill.prior;

/**
 * A condition on a quantity that follows from the drawn ones: it lies strictly between the ends, as in bilby.
 *
 * @param minimum lower end, itself not allowed
 * @param maximum upper end, itself not allowed
 */
record Constraint(double minimum, double maximum) implements Prior {
    Constraint {
        Bounds.requireIncreasing(minimum, maximum);
    }

    /** Whether the condition holds; never for NaN. */
    boolean admits(double value) {
        return value > minimum && value < maximum;
    }

    /** Whether it cannot hold for a value that is off by at most such a part of itself. */
    boolean refuses(double roughValue, double roughness) {
        double error = Math.abs(roughValue) * roughness;
        return roughValue + error <= minimum || roughValue - error >= maximum;
    }

    /** What it asks for, a clause. */
    String demand() {
        return "must lie between " + minimum + " and " + maximum + ", both excluded";
    }
}
