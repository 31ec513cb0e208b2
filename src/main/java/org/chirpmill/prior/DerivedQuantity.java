package org.chirpmill.prior;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/**
 * A number that follows from a row of draws.
 *
 * @param columns the columns that it is worked out from
 * @param formula how
 * @param steepness by how many times more it can be off than each of its columns, both relative to themselves, where
 *     these are off by a hundredth at most; infinite where that is not known
 */
record DerivedQuantity(Set<Integer> columns, Formula formula, double steepness) {

    /** A function of a row of draws, which starts at the offset. */
    @FunctionalInterface
    interface Formula {
        double of(double[] row, int offset);
    }

    /** What is drawn under a name; null where nothing is. */
    static DerivedQuantity drawn(List<String> names, String name) {
        int column = names.indexOf(name);
        return column < 0 ? null : new DerivedQuantity(Set.of(column), (row, offset) -> row[offset + column], 1);
    }

    /** A function of two quantities; null where one of them is. */
    static DerivedQuantity combine(DerivedQuantity first, DerivedQuantity second, DoubleBinaryOperator function) {
        return following(
            (row, offset) -> function.applyAsDouble(first.of(row, offset), second.of(row, offset)), first, second);
    }

    /** What a formula makes of other quantities; null where one of them is. */
    static DerivedQuantity following(Formula formula, DerivedQuantity... quantities) {
        Set<Integer> columns = new TreeSet<>();
        for (DerivedQuantity quantity : quantities) {
            if (quantity == null) {
                return null;
            }
            columns.addAll(quantity.columns());
        }
        return new DerivedQuantity(columns, formula, Double.POSITIVE_INFINITY);
    }

    /** The same quantity, of which that steepness is known. */
    DerivedQuantity ofSteepness(double known) {
        return new DerivedQuantity(columns, formula, known);
    }

    /** A function of this quantity. */
    DerivedQuantity then(DoubleUnaryOperator function) {
        return new DerivedQuantity(columns, (row, offset) -> function.applyAsDouble(formula.of(row, offset)),
            Double.POSITIVE_INFINITY);
    }

    /** The quantity of the row that starts at the offset. */
    double of(double[] row, int offset) {
        return formula.of(row, offset);
    }
}
