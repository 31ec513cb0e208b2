package org.chirpmill.rows;

import java.util.List;

/**
 * The parameters of one row, by name.
 *
 * @param names of the columns
 * @param values one a column
 */
public record NamedParameters(List<String> names, double[] values) {
    /** Of a row that has none, or whose parameters nobody asks for. */
    public static final NamedParameters NONE = new NamedParameters(List.of(), new double[0]);

    /**
     * The value of a column.
     *
     * @throws IllegalArgumentException where there is none of that name
     */
    public double value(String name) {
        int column = names.indexOf(name);
        if (column < 0) {
            throw new IllegalArgumentException("there is no parameter " + name + " among " + names);
        }
        return values[column];
    }
}
