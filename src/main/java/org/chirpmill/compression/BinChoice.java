package org.chirpmill.compression;

import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Chooses bins at which a space of series can be told apart: pivots of the Q R factorization of its vectors' values,
 * bins being columns (Drmac and Gugercin, arXiv:1505.00370, section 2.2). That gives as many bins as there are
 * vectors; more come from the same of the bins that are left, so that their number makes errors smaller everywhere.
 */
final class BinChoice {
    private BinChoice() {}

    /**
     * Chooses bins.
     *
     * @param space bins x vectors, orthonormal columns
     * @param count how many, at most as many as there are bins
     * @return rising rows of {@code space}
     */
    static int[] of(ComplexMatrix space, int count) {
        List<Integer> chosen = new ArrayList<>(count);
        List<Integer> left = new ArrayList<>(IntStream.range(0, space.rows()).boxed().toList());
        while (chosen.size() < count) {
            int[] some = round(space, left, Math.min(count - chosen.size(), space.columns()));
            List<Integer> found = Arrays.stream(some).mapToObj(left::get).toList();
            chosen.addAll(found);
            left.removeAll(new HashSet<>(found));
        }
        return chosen.stream().mapToInt(Integer::intValue).sorted().toArray();
    }

    private static int[] round(ComplexMatrix space, List<Integer> bins, int most) {
        try (Arena arena = Arena.ofConfined()) {
            ComplexMatrix values = ComplexMatrix.zeros(arena, space.columns(), bins.size());
            for (int k = 0; k < space.columns(); k++) {
                for (int column = 0; column < bins.size(); column++) {
                    values.set(k, column, space.real(bins.get(column), k), space.imaginary(bins.get(column), k));
                }
            }
            int[] order = new LinearAlgebra(arena).pivots(values);
            return Arrays.copyOf(order, Math.min(most, order.length));
        }
    }
}
