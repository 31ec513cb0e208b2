package org.chirpmill.compression;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.chirpmill.domain.UniformFrequencyDomain;
import org.chirpmill.engine.RowTransform;
import org.chirpmill.rows.Batch;
import org.chirpmill.rows.NamedParameters;
import org.chirpmill.rows.Precision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class HeterodyneInPlaceTest {
    private static final UniformFrequencyDomain DOMAIN = new UniformFrequencyDomain(20, 200, 0.125);
    private static final int BINS = 1601;
    private static final int FIRST_BIN = 160;
    private static final int ROWS = 5;
    /** Of the first rows so many bins are zero at the end, and known to be. */
    private static final int SILENT = 77;
    private static final List<String> NAMES = List.of("phase", "mass_ratio", "luminosity_distance", "chirp_mass");

    private static double[] parameters(int row) {
        return new double[] {0.4, 0.3 + 0.1 * row, 100, 1.1 + 0.37 * row};
    }

    private static Batch batch(Arena arena, Precision precision) {
        Batch batch = new Batch(arena, ROWS + 1, BINS, NAMES.size(), precision);
        batch.startAt(0, ROWS);
        Random random = new Random(7);
        for (int row = 0; row < ROWS; row++) {
            MemorySegment.copy(parameters(row), 0, batch.parameters(), ValueLayout.JAVA_DOUBLE,
                (long) row * NAMES.size() * Double.BYTES, NAMES.size());
            batch.setSilentFrom(row, BINS - (row < 2 ? SILENT : 0));
            for (int part = 2 * FIRST_BIN; part < 2 * batch.silentFrom(row); part++) {
                set(batch.plus(), precision, (long) row * 2 * BINS + part, 1e-23 * random.nextGaussian());
                set(batch.cross(), precision, (long) row * 2 * BINS + part, 1e-23 * random.nextGaussian());
            }
        }
        return batch;
    }

    private static void set(MemorySegment rows, Precision precision, long part, double value) {
        if (precision == Precision.SINGLE) {
            rows.setAtIndex(ValueLayout.JAVA_FLOAT, part, (float) value);
        } else {
            rows.setAtIndex(ValueLayout.JAVA_DOUBLE, part, value);
        }
    }

    private static double[] series(MemorySegment rows, Precision precision, int row, int numbers) {
        double[] series = new double[2 * numbers];
        Arrays.setAll(series, part -> precision == Precision.SINGLE
            ? rows.getAtIndex(ValueLayout.JAVA_FLOAT, (long) row * series.length + part)
            : rows.getAtIndex(ValueLayout.JAVA_DOUBLE, (long) row * series.length + part));
        return series;
    }

    private static void turn(Batch batch, int order, TurnLoops loops) {
        try (RowTransform.Applier applier = new HeterodyneInPlace(PhaseHeterodyne.of(order, DOMAIN), NAMES, loops)
                .open(ROWS + 1, batch.precision())) {
            applier.apply(batch, batch);
        }
    }

    @ParameterizedTest
    @CsvSource({"0, SINGLE", "0, DOUBLE", "2, SINGLE", "2, DOUBLE"})
    void lanesAndPlainJavaFindTheSameBits(int order, Precision precision) {
        try (Arena arena = Arena.ofConfined()) {
            Batch lanes = batch(arena, precision);
            Batch plain = batch(arena, precision);
            turn(lanes, order, new LaneTurns());
            turn(plain, order, new PlainTurns());
            assertEquals(-1, lanes.plus().mismatch(plain.plus()));
            assertEquals(-1, lanes.cross().mismatch(plain.cross()));
        }
    }

    @ParameterizedTest
    @CsvSource({"0, SINGLE, 2e-7", "0, DOUBLE, 1e-15", "2, SINGLE, 2e-7", "2, DOUBLE, 1e-15"})
    void eachRowIsTurnedByItsOwnParametersAndZerosStayZeros(int order, Precision precision, double allowed) {
        PhaseHeterodyne heterodyne = PhaseHeterodyne.of(order, DOMAIN);
        try (Arena arena = Arena.ofConfined()) {
            Batch before = batch(arena, precision);
            Batch after = batch(arena, precision);
            turn(after, order, TurnLoops.ofThisJvm());
            for (int row = 0; row < ROWS; row++) {
                NamedParameters named = new NamedParameters(NAMES, parameters(row));
                double[] plus = heterodyne.apply(series(before.plus(), precision, row, BINS), named);
                double[] cross = heterodyne.apply(series(before.cross(), precision, row, BINS), named);
                assertArrayEquals(plus, series(after.plus(), precision, row, BINS), allowed * 5e-23, "row " + row);
                assertArrayEquals(cross, series(after.cross(), precision, row, BINS), allowed * 5e-23, "row " + row);
                double[] turned = series(after.plus(), precision, row, BINS);
                assertTrue(turned[1001] != series(before.plus(), precision, row, BINS)[1001]);
                // Not even of another sign: what is known to be zero is not touched.
                for (int part = 0; part < 2 * FIRST_BIN; part++) {
                    assertEquals(0, Double.doubleToRawLongBits(turned[part]), "part " + part);
                }
                for (int part = 2 * before.silentFrom(row); part < 2 * BINS; part++) {
                    assertEquals(0, Double.doubleToRawLongBits(turned[part]), "part " + part);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void rowsAreHeterodynedBeforeTheyAreProjected(Precision precision) {
        double[] v = new double[2 * BINS * 3];
        Random random = new Random(3);
        Arrays.setAll(v, part -> part < 6 * FIRST_BIN ? 0 : random.nextGaussian());
        Compression compression = new Compression(List.of(PhaseHeterodyne.of(2, DOMAIN),
            new SvdBasis(BINS, v, new double[] {3, 2, 1}, Optional.empty())));
        RowTransform transform = CompressionTransform.of(compression, NAMES, precision).orElseThrow();
        try (Arena arena = Arena.ofConfined(); RowTransform.Applier applier = transform.open(ROWS + 1, precision)) {
            Batch evaluated = batch(arena, precision);
            Batch original = batch(arena, precision);
            Batch kept = new Batch(arena, ROWS + 1, 3, NAMES.size(), precision);
            kept.startAt(0, ROWS);
            applier.apply(evaluated, kept);
            for (int row = 0; row < ROWS; row++) {
                double[] expected = compression.compress(series(original.plus(), precision, row, BINS),
                    new NamedParameters(NAMES, parameters(row)));
                double[] found = series(kept.plus(), precision, row, 3);
                for (int part = 0; part < expected.length; part++) {
                    assertEquals(expected[part], found[part],
                        (precision == Precision.SINGLE ? 1e-6 : 1e-14) * 1e-21, "row " + row + ", part " + part);
                }
            }
        }
    }

    @Test
    void rowsWithoutTheParametersAreRefused() {
        PhaseHeterodyne heterodyne = PhaseHeterodyne.of(2, DOMAIN);
        assertEquals(Optional.empty(), heterodyne.obstacle(NAMES));
        assertThrows(IllegalArgumentException.class,
            () -> new HeterodyneInPlace(heterodyne, List.of("chirp_mass", "total_mass")));
        assertEquals(Optional.empty(), PhaseHeterodyne.of(0, DOMAIN).obstacle(List.of("chirp_mass", "total_mass")));
    }
}
