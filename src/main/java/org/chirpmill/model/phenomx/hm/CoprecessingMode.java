package org.chirpmill.model.phenomx.hm;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A mode h_(l,-m) of the co-precessing frame. {@link #ALL} is the one table of them, from which lanes, sums and, as
 * {@code kernels/modes.h}, device code take what they are: a mode's number there and here is its place in it. Scalar
 * kernels cannot hold tables; they name the blocks of {@link CoprecessingRow}.
 *
 * @param l the polar number
 * @param m the azimuthal number, positive
 * @param kind by which formulas it is evaluated
 * @param block where its coefficients begin in a {@link CoprecessingRow}
 */
public record CoprecessingMode(int l, int m, Kind kind, int block) {
    /** What formulas a mode has. */
    public enum Kind {
        /** Those of IMRPhenomXAS. */
        QUADRUPOLE,
        /** Those of the modes that IMRPhenomXHM adds. */
        HIGHER,
        /** The same, and a ringdown that mixes with (2, 2): spherical and spheroidal harmonics differ noticeably. */
        MIXED
    }

    static final CoprecessingMode L2M2 = new CoprecessingMode(2, 2, Kind.QUADRUPOLE, CoprecessingRow.L2M2);
    static final CoprecessingMode L2M1 = new CoprecessingMode(2, 1, Kind.HIGHER, CoprecessingRow.L2M1);
    static final CoprecessingMode L3M3 = new CoprecessingMode(3, 3, Kind.HIGHER, CoprecessingRow.L3M3);
    static final CoprecessingMode L3M2 = new CoprecessingMode(3, 2, Kind.MIXED, CoprecessingRow.L3M2);
    static final CoprecessingMode L4M4 = new CoprecessingMode(4, 4, Kind.HIGHER, CoprecessingRow.L4M4);

    /** All modes, in the order of their blocks, which is that in which an aligned binary's are summed. */
    public static final List<CoprecessingMode> ALL = List.of(L2M2, L2M1, L3M3, L3M2, L4M4);

    /** The number of the only mode of a kind. */
    public static int only(Kind kind) {
        int[] numbers = IntStream.range(0, ALL.size()).filter(number -> ALL.get(number).kind == kind).toArray();
        if (numbers.length != 1) {
            throw new IllegalArgumentException("there are " + numbers.length + " modes of kind " + kind);
        }
        return numbers[0];
    }

    /** The numbers of all modes in the order of the precessing sum: modes of one m, which share angles, together. */
    public static List<Integer> twistSequence() {
        Map<Integer, List<Integer>> byM = IntStream.range(0, ALL.size()).boxed()
            .collect(Collectors.groupingBy(number -> ALL.get(number).m, LinkedHashMap::new, Collectors.toList()));
        return byM.values().stream().flatMap(List::stream).toList();
    }

    /** What (l, m) and (l, -m) mirror each other with, (-1)^l. */
    public int parity() {
        return l % 2 == 0 ? 1 : -1;
    }

    /** The sign of (-i)^m = -i, -1, i, 1 before 1 or i. */
    public int turnSign() {
        return m % 4 == 1 || m % 4 == 2 ? -1 : 1;
    }

    /** The two numbers, as the names of the fits and of coefficients have them. */
    String digits() {
        return "" + l + m;
    }

    /** As physicists write it, (l, m). */
    @Override
    public String toString() {
        return "(" + l + ", " + m + ")";
    }
}
