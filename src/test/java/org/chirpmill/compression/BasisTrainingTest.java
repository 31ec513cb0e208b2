package org.chirpmill.compression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.chirpmill.settings.SettingsException;
import org.junit.jupiter.api.Test;

class BasisTrainingTest {
    @Test
    void aStreamedBasisHasLapacksSingularValuesAndVectors() throws Exception {
        try (Arena arena = Arena.ofConfined()) {
            RowsInMemory rows = RowsInMemory.falling(arena, 1100, 1400, 30);
            TrainingPlan plan = TrainingPlan.of(1100, 700, 120);
            assertFalse(plan.isDirect());
            SvdBasis streamed = BasisTraining.train(rows, plan).basis();
            agree(streamed, lapack(arena, rows, 120), 1e-4);
        }
    }

    @Test
    void fewBinsAreFactoredBlockByBlockToLapacksDigits() throws Exception {
        try (Arena arena = Arena.ofConfined()) {
            RowsInMemory rows = RowsInMemory.falling(arena, 100, 6000, 12);
            TrainingPlan plan = TrainingPlan.of(100, 3000, 0);
            assertTrue(plan.isDirect() && plan.directRoom() < 6000);
            SvdBasis streamed = BasisTraining.train(rows, plan).basis();
            SvdBasis exact = lapack(arena, rows, 100);
            for (int k = 0; k < 100; k++) {
                assertEquals(exact.singularValues()[k], streamed.singularValues()[k],
                    1e-14 * exact.singularValues()[0], "singular value " + k);
            }
            agree(streamed.truncated(60), exact.truncated(60), 1e-7);
        }
    }

    /** Singular values one by one; the vectors by the space that they span, weighted as the data are. */
    private static void agree(SvdBasis ours, SvdBasis exact, double tolerance) {
        for (int k = 0; k < exact.size(); k++) {
            assertEquals(1, ours.singularValues()[k] / exact.singularValues()[k], tolerance, "singular value " + k);
        }
        double largest = exact.singularValues()[exact.size() - 1];
        for (int k = 0; k < exact.size(); k++) {
            double[] vector = conjugateColumn(exact, k);
            double[] restored = ours.decompress(ours.compress(vector));
            double lost = 0;
            for (int part = 0; part < vector.length; part++) {
                lost += Math.pow(restored[part] - vector[part], 2);
            }
            double weighted = Math.sqrt(lost) * exact.singularValues()[k];
            assertTrue(weighted < largest, "vector " + k + " loses " + weighted + " of what was to be kept");
        }
        assertEquals(0, ours.v()[2 * 3 * ours.size()], "bins below the first are zero");
    }

    /** A row of V^H: a waveform that lies in the basis. */
    private static double[] conjugateColumn(SvdBasis basis, int k) {
        double[] coefficients = new double[2 * basis.size()];
        coefficients[2 * k] = 1;
        return basis.decompress(coefficients);
    }

    private static SvdBasis lapack(Arena arena, RowsInMemory rows, int size) {
        LinearAlgebra algebra = new LinearAlgebra(arena);
        ComplexMatrix copy = algebra.zeros(rows.columns().rows(), rows.columns().columns());
        copy.put(0, rows.columns());
        LinearAlgebra.Singular found = algebra.singular(copy);
        double[] v = new double[2 * rows.bins() * size];
        for (int k = 0; k < size; k++) {
            for (int bin = 0; bin < rows.activeBins(); bin++) {
                int at = 2 * ((rows.firstBin() + bin) * size + k);
                v[at] = found.left().real(bin, k);
                v[at + 1] = -found.left().imaginary(bin, k);
            }
        }
        return new SvdBasis(rows.bins(), v, Arrays.copyOf(found.values(), size), Optional.empty());
    }

    @Test
    void memoryDoesNotGrowWithTheNumberOfRowsAndIsWhatThePlanSays() throws Exception {
        long some = mostBytesFor(4096);
        assertEquals(some, mostBytesFor(16384));
        long planned = TrainingPlan.of(1100, 2048, 20).memoryBytes(0);
        // These rows come without blocks, and bins are chosen beside.
        assertTrue(some < planned && some > planned / 3, some + " bytes in place of " + planned);
    }

    private static long mostBytesFor(int polarizations) throws Exception {
        AtomicLong held = new AtomicLong();
        AtomicLong most = new AtomicLong();
        try (Arena data = Arena.ofConfined()) {
            ComplexMatrix some = RowsInMemory.falling(data, 1100, 1024, 20).columns();
            BasisTraining.train(new RepeatedRows(some, polarizations), TrainingPlan.of(1100, polarizations / 2, 20),
                () -> new CountingArena(Arena.ofConfined(), held, most));
        }
        return most.get();
    }

    /** Knows how much is held at once. */
    private record CountingArena(Arena arena, AtomicLong held, AtomicLong most, AtomicLong own) implements Arena {
        CountingArena(Arena arena, AtomicLong held, AtomicLong most) {
            this(arena, held, most, new AtomicLong());
        }

        @Override
        public MemorySegment allocate(long byteSize, long byteAlignment) {
            own.addAndGet(byteSize);
            most.accumulateAndGet(held.addAndGet(byteSize), Math::max);
            return arena.allocate(byteSize, byteAlignment);
        }

        @Override
        public MemorySegment.Scope scope() {
            return arena.scope();
        }

        @Override
        public void close() {
            held.addAndGet(-own.get());
            arena.close();
        }
    }

    @Test
    void moreVectorsThanRowsAreRefused() {
        assertTrue(assertThrows(SettingsException.class, () -> TrainingPlan.of(500, 100, 201)).getMessage()
            .startsWith("compression.svd.size is 201 but 100 training waveforms of 500 bins give at most 200"));
        assertEquals(200, TrainingPlan.of(500, 100, 0).size());
    }
}
