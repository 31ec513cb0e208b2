package org.chirpmill.source;

import java.util.List;

/**
 * Where one quantity of a source comes from: a column of the row, or a number that holds for every row.
 *
 * @param name the parameter's name
 * @param index the column, or -1 where {@code constant} holds for every row
 * @param constant the number for every row
 */
record Column(String name, int index, double constant) {

    static Column constant(String name, double value) {
        return new Column(name, -1, value);
    }

    /** The value in a row, which must be a finite number. */
    double in(double[] values, int offset) throws UnphysicalSourceException {
        double value = index < 0 ? constant : values[offset + index];
        requireFinite(name, value);
        return value;
    }

    /** Refuses infinities and NaN. */
    static void requireFinite(String name, double value) throws UnphysicalSourceException {
        if (!Double.isFinite(value)) {
            throw unphysical(name, " is " + value + ", which is no finite number.");
        }
    }

    /** The value in a row, which must not be below zero. */
    double notNegativeIn(double[] values, int offset) throws UnphysicalSourceException {
        double value = in(values, offset);
        if (value < 0) {
            throw unphysical(name, " is " + value + ", which is below 0.");
        }
        return value;
    }

    /** The value in a row, which must be above zero. */
    double positiveIn(double[] values, int offset) throws UnphysicalSourceException {
        double value = in(values, offset);
        if (value <= 0) {
            throw unphysical(name, " is " + value + ", which is not above 0.");
        }
        return value;
    }

    /** The value in a row, which must lie between the bounds or on them. */
    double in(double[] values, int offset, double least, double most) throws UnphysicalSourceException {
        double value = in(values, offset);
        if (value < least || value > most) {
            throw unphysical(name, " is " + value + ", which is not between " + least + " and " + most + ".");
        }
        return value;
    }

    private static UnphysicalSourceException unphysical(String name, String what) {
        return new UnphysicalSourceException(List.of(name), name + what);
    }
}
