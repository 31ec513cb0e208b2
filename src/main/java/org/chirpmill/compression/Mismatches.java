package org.chirpmill.compression;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * How well a basis gives waveforms back that it was not trained on: one row a polarization, all h_plus first and then
 * all h_cross, as dingo-gw's {@code /svd/mismatches}.
 *
 * @param columns the parameters' names, then {@code mismatch n=50} and so on
 * @param values rows x columns
 */
public record Mismatches(List<String> columns, double[][] values) {
    private static final String PREFIX = "mismatch n=";
    private static final Pattern NAME = Pattern.compile(PREFIX + "(\\d{1,9})");

    /** Copies the names. */
    public Mismatches {
        columns = List.copyOf(columns);
    }

    /** The name of the column for a basis cut to its first vectors. */
    public static String column(int vectors) {
        return PREFIX + vectors;
    }

    /** The table of the same basis cut to its first vectors: without the columns for more of them. */
    Mismatches upTo(int vectors) {
        int[] kept = IntStream.range(0, columns.size())
            .filter(k -> vectorsOf(columns.get(k)).orElse(0) <= vectors).toArray();
        return new Mismatches(IntStream.of(kept).mapToObj(columns::get).toList(),
            Arrays.stream(values).map(row -> IntStream.of(kept).mapToDouble(k -> row[k]).toArray())
                .toArray(double[][]::new));
    }

    /** All mismatches by how many vectors they are about. */
    public SortedMap<Integer, double[]> bySize() {
        SortedMap<Integer, double[]> bySize = new TreeMap<>();
        for (int k = 0; k < columns.size(); k++) {
            int column = k;
            vectorsOf(columns.get(k)).ifPresent(size ->
                bySize.put(size, Arrays.stream(values).mapToDouble(row -> row[column]).toArray()));
        }
        return bySize;
    }

    /** How many vectors a column is about; empty for a parameter's. */
    public static OptionalInt vectorsOf(String column) {
        Matcher named = NAME.matcher(column);
        return named.matches() ? OptionalInt.of(Integer.parseInt(named.group(1))) : OptionalInt.empty();
    }
}
