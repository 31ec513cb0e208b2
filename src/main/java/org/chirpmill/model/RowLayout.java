package org.chirpmill.model;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The names of the coefficients of a row, in their order: the one declaration that Java and the CUDA headers share.
 *
 * @param names coefficient names; the offset of a name is its index
 */
public record RowLayout(List<String> names) {
    /**
     * The layout that a class of {@code static final int} offsets declares. Offsets are compile-time constants, so
     * that kernels read them for nothing; here they are checked to count 0, 1, 2, ... in the order they are written.
     */
    public static RowLayout declaredBy(Class<?> offsets) {
        List<String> names = new ArrayList<>();
        for (Field field : offsets.getDeclaredFields()) {
            if (field.getType() == int.class && Modifier.isStatic(field.getModifiers())) {
                requireOffset(offsets, field, names.size());
                names.add(field.getName());
            }
        }
        return new RowLayout(List.copyOf(names));
    }

    /**
     * This row and a block behind it.
     *
     * @param at where the block's constants say that it begins, which must be where this row ends
     * @param prefix of the block's names
     */
    public RowLayout followedBy(int at, String prefix, RowLayout block) {
        if (at != size()) {
            throw new IllegalStateException(
                "a block " + prefix + " is to begin at " + at + ", and the row before it ends at " + size());
        }
        return new RowLayout(
            Stream.concat(names.stream(), block.names().stream().map(prefix::concat)).toList());
    }

    /** How many coefficients a row holds. */
    public int size() {
        return names.size();
    }

    private static void requireOffset(Class<?> offsets, Field field, int expected) {
        try {
            field.setAccessible(true);
            if (field.getInt(null) != expected) {
                throw new IllegalStateException(offsets.getSimpleName() + "." + field.getName() + " is "
                    + field.getInt(null) + " but stands at place " + expected);
            }
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
