package org.chirpmill.model;

import java.util.List;

/**
 * The names of the coefficients of a row, in their order: the one declaration that Java and the CUDA headers share.
 *
 * @param names coefficient names; the offset of a name is its index
 */
public record RowLayout(List<String> names) {
    /** A layout whose coefficients are the constants of an enum, at their ordinals. */
    public static <E extends Enum<E>> RowLayout of(Class<E> coefficients) {
        return new RowLayout(List.of(coefficients.getEnumConstants()).stream().map(Enum::name).toList());
    }

    /** How many coefficients a row holds. */
    public int size() {
        return names.size();
    }
}
