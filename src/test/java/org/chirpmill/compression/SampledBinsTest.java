package org.chirpmill.compression;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.chirpmill.engine.RowTransform;
import org.chirpmill.engine.SampledTransform;
import org.chirpmill.hdf5.Hdf5File;
import org.chirpmill.hdf5.Hdf5Group;
import org.chirpmill.hdf5.UnusableFileException;
import org.chirpmill.rows.Batch;
import org.chirpmill.rows.Precision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SampledBinsTest {
    private static final int SIZE = 60;
    private static final int ACTIVE = 400;
    private static final TrainingPlan PLAN = TrainingPlan.of(ACTIVE, 700, SIZE);

    @TempDir
    private Path folder;

    private static RowsInMemory rows(Arena arena) {
        return RowsInMemory.falling(arena, ACTIVE, 1400, 15);
    }

    private static SvdBasis basis(RowsInMemory rows) throws Exception {
        SvdBasis found =
            BasisTraining.trainSampled(rows, PLAN, PLAN.sampledVectors().orElseThrow()).basis();
        return found.with(Optional.of(SamplingCalibration.of(found.sampling().orElseThrow(), found, rows)));
    }

    private static double[] column(RowsInMemory rows, int column) {
        double[] series = new double[2 * rows.bins()];
        for (int bin = 0; bin < rows.activeBins(); bin++) {
            series[2 * (rows.firstBin() + bin)] = rows.columns().real(bin, column);
            series[2 * (rows.firstBin() + bin) + 1] = rows.columns().imaginary(bin, column);
        }
        return series;
    }

    private static double[] noise(int bins, int firstBin) {
        SplittableRandom random = new SplittableRandom(3);
        double[] series = new double[2 * bins];
        for (int part = 2 * firstBin; part < series.length; part++) {
            series[part] = random.nextGaussian();
        }
        return series;
    }

    private static double[] product(SampledBins sampled, double[] series, double[] matrix) {
        int width = matrix.length / sampled.bins().length;
        double[] sums = new double[width];
        for (int row = 0; row < sampled.bins().length; row++) {
            double re = series[2 * sampled.bins()[row]];
            double im = series[2 * sampled.bins()[row] + 1];
            for (int k = 0; k < width; k += 2) {
                double a = matrix[row * width + k];
                double b = matrix[row * width + k + 1];
                sums[k] += re * a - im * b;
                sums[k + 1] += re * b + im * a;
            }
        }
        return sums;
    }

    private static double length(double[] numbers) {
        double sum = 0;
        for (double number : numbers) {
            sum += number * number;
        }
        return Math.sqrt(sum);
    }

    private static double[] difference(double[] a, double[] b) {
        double[] difference = a.clone();
        for (int k = 0; k < a.length; k++) {
            difference[k] -= b[k];
        }
        return difference;
    }

    @ParameterizedTest
    @CsvSource({"400, 700, 60", "1100, 700, 120"})
    void theBasisIsTheOneThatTrainingWithoutSamplingFinds(int active, int waveforms, int size) throws Exception {
        try (Arena arena = Arena.ofConfined()) {
            RowsInMemory rows = RowsInMemory.falling(arena, active, 2 * waveforms, 30);
            TrainingPlan plan = TrainingPlan.of(active, waveforms, size);
            SvdBasis plain = BasisTraining.train(rows, plan).basis();
            SvdBasis sampled = BasisTraining.trainSampled(rows, plan, plan.sampledVectors().orElseThrow()).basis();
            assertArrayEquals(plain.singularValues(), sampled.singularValues());
            assertArrayEquals(plain.v(), sampled.v());
            assertEquals(plan.sampledVectors().getAsInt() * 4 / 3, sampled.sampling().orElseThrow().bins().length,
                size < 100 ? 64 : 1);
        }
    }

    @Test
    void errorsAreMeasuredBesideWhatTheBasisLoses() throws Exception {
        try (Arena arena = Arena.ofConfined()) {
            RowsInMemory rows = rows(arena);
            SvdBasis basis = basis(rows);
            double[] besideLoss = SamplingMeasure.besideLoss(rows, basis);
            assertEquals(1400, besideLoss.length);
            SampledBins sampled = basis.sampling().orElseThrow();
            for (int row = 0; row < 1400; row += 100) {
                double[] right = basis.compress(column(rows, row));
                double[] wrong = difference(product(sampled, column(rows, row), sampled.coefficients()), right);
                double[] lost = difference(column(rows, row), basis.decompress(right));
                assertEquals(length(wrong) / length(lost), besideLoss[row], 1e-3 * besideLoss[row] + 1e-9);
            }
        }
    }

    @Test
    void fewBinsTellCoefficientsLossAndErrorOfRowsOfTheSpace() throws Exception {
        try (Arena arena = Arena.ofConfined()) {
            RowsInMemory rows = rows(arena);
            SvdBasis basis = basis(rows);
            SampledBins sampled = basis.sampling().orElseThrow();
            for (int row = 0; row < 1400; row += 50) {
                double[] series = column(rows, row);
                double[] whole = basis.compress(series);
                double wrong = length(difference(product(sampled, series, sampled.coefficients()), whole));
                double lost = length(difference(basis.decompress(whole), series));
                double told = length(product(sampled, series, sampled.lost()));
                assertTrue(wrong < 1e-6 * length(whole), "row " + row + " is wrong by " + wrong);
                assertEquals(1, told / lost, 0.8, "row " + row + " loses " + lost);
                double error = length(product(sampled, series, sampled.error()));
                assertTrue(error + 1e-12 * length(whole) > wrong / 2 && error < 0.1 * lost,
                    "row " + row + " is wrong by " + wrong + ", told " + error + ", loses " + lost);
            }
        }
    }

    @Test
    void whatTheSpaceDoesNotKnowShowsAsAnError() throws Exception {
        try (Arena arena = Arena.ofConfined()) {
            SvdBasis basis = basis(rows(arena));
            SampledBins sampled = basis.sampling().orElseThrow();
            double[] series = noise(basis.bins(), 7);
            double[] whole = basis.compress(series);
            double wrong = length(difference(product(sampled, series, sampled.coefficients()), whole));
            double error = length(product(sampled, series, sampled.error()));
            assertTrue(wrong > length(whole) / 2 && error > wrong / 3, wrong + ", told " + error);
        }
    }

    /** Rows of the space, but the second, whose h_cross is noise, and the third, which is zero. */
    @ParameterizedTest
    @EnumSource(Precision.class)
    void aProjectionServesTheRowsOfTheSpaceWhateverTheirBatchIs(Precision precision) throws Exception {
        try (Arena arena = Arena.ofConfined()) {
            RowsInMemory rows = rows(arena);
            SvdBasis basis = basis(rows);
            Compression compression = new Compression(List.of(basis));
            SampledTransform transform = (SampledTransform) CompressionTransform.sampled(
                compression, List.of(), precision, new RowTolerance(0.01, 1e-6)).orElseThrow();
            double[][] lanes = {column(rows, 0), column(rows, 1), column(rows, 2), noise(basis.bins(), 7),
                new double[2 * basis.bins()], new double[2 * basis.bins()]};
            int[] bins = transform.bins();
            for (int capacity : new int[] {1, 3}) {
                Batch evaluated = new Batch(arena, capacity, bins.length, 0, precision);
                Batch kept = new Batch(arena, capacity, SIZE, 0, precision);
                Batch multiplied = new Batch(arena, capacity, transform.ofBins().columns(), 0, precision);
                try (RowTransform.Applier product = transform.ofBins().open(capacity, precision);
                        SampledTransform.Applier applier = transform.open(capacity, precision)) {
                    for (int first = 0; first < 3; first += capacity) {
                        evaluated.startAt(first, capacity);
                        kept.startAt(first, capacity);
                        for (int row = 0; row < capacity; row++) {
                            put(evaluated, row, lanes[2 * (first + row)], lanes[2 * (first + row) + 1], bins);
                        }
                        multiplied.startAt(first, capacity);
                        product.apply(evaluated, multiplied);
                        applier.apply(multiplied, kept);
                        for (int row = 0; row < capacity; row++) {
                            assertEquals(first + row == 0, applier.serves(row), "row " + (first + row));
                        }
                        if (first == 0) {
                            assertArrayEquals(basis.compress(lanes[0]), numbers(kept), precision == Precision.SINGLE
                                ? 1e-5 * length(basis.compress(lanes[0])) : 1e-6);
                        }
                    }
                }
            }
        }
    }

    private static void put(Batch batch, int row, double[] plus, double[] cross, int[] bins) {
        for (int k = 0; k < bins.length; k++) {
            for (int part = 0; part < 2; part++) {
                long at = 2L * (row * bins.length + k) + part;
                set(batch.plus(), at, plus[2 * bins[k] + part], batch.precision());
                set(batch.cross(), at, cross[2 * bins[k] + part], batch.precision());
            }
        }
        batch.setSilentFrom(row, bins.length);
    }

    private static void set(MemorySegment memory, long at, double value, Precision precision) {
        if (precision == Precision.SINGLE) {
            memory.setAtIndex(ValueLayout.JAVA_FLOAT, at, (float) value);
        } else {
            memory.setAtIndex(ValueLayout.JAVA_DOUBLE, at, value);
        }
    }

    private static double[] numbers(Batch kept) {
        double[] numbers = new double[2 * SIZE];
        for (int k = 0; k < numbers.length; k++) {
            numbers[k] = kept.precision() == Precision.SINGLE
                ? kept.plus().getAtIndex(ValueLayout.JAVA_FLOAT, k)
                : kept.plus().getAtIndex(ValueLayout.JAVA_DOUBLE, k);
        }
        return numbers;
    }

    @Test
    void fewerVectorsLoseWhatTheOthersHeld() throws Exception {
        try (Arena arena = Arena.ofConfined()) {
            RowsInMemory rows = rows(arena);
            SvdBasis fewer = basis(rows).truncated(20);
            SampledBins sampled = fewer.sampling().orElseThrow();
            double[] series = column(rows, 5);
            double[] whole = fewer.compress(series);
            assertArrayEquals(whole, product(sampled, series, sampled.coefficients()), 1e-6 * length(whole));
            double lost = length(difference(fewer.decompress(whole), series));
            assertEquals(1, length(product(sampled, series, sampled.lost())) / lost, 0.01);
        }
    }

    @Test
    void aFileKeepsThemBesideTheBasis() throws Exception {
        try (Arena arena = Arena.ofConfined()) {
            SvdBasis basis = basis(rows(arena));
            Path file = folder.resolve("basis.hdf5");
            basis.write(file);
            SvdBasis read = SvdBasis.read(file);
            SampledBins sampled = read.sampling().orElseThrow();
            assertArrayEquals(basis.sampling().orElseThrow().bins(), sampled.bins());
            assertArrayEquals(basis.sampling().orElseThrow().together(), sampled.together());
            assertEquals(new Compression(List.of(basis)).fingerprints(),
                new Compression(List.of(read)).fingerprints());
            assertFalse(new Compression(List.of(read.with(Optional.empty()))).fingerprints()
                .containsKey(Compression.SAMPLING));
        }
    }

    @Test
    void binsThatAreNoneOfTheBasissAreRefused() throws Exception {
        SampledBins beyond = new SampledBins(new int[] {3, 9}, new double[8], new double[4], new double[4]);
        refuse(beyond, "bin 9 of its sampled ones is none of its 9");
        refuse(new SampledBins(new int[] {4, 3}, new double[8], new double[4], new double[4]), "rising order");
        refuse(new SampledBins(new int[] {3, 4}, new double[4], new double[4], new double[4]), "one of 1 vectors");
        double[] endless = new double[8];
        endless[3] = Double.POSITIVE_INFINITY;
        refuse(new SampledBins(new int[] {3, 4}, endless, new double[4], new double[4]), "not finite");
    }

    private void refuse(SampledBins sampled, String reason) throws IOException {
        double[] v = new double[2 * 9 * 2];
        v[0] = 1;
        v[6] = 1;
        Path file = folder.resolve("b.hdf5");
        try (Hdf5File hdf5 = Hdf5File.create(file)) {
            SvdBasisFile.store(new SvdBasis(9, v, new double[] {2, 1}, Optional.empty()), hdf5.root());
            try (Hdf5Group own = hdf5.root().createGroup(SampledBinsFile.OWN_GROUP)) {
                SampledBinsFile.store(sampled, own);
            }
        }
        UnusableFileException refusal = assertThrows(UnusableFileException.class, () -> SvdBasis.read(file));
        assertTrue(refusal.getMessage().contains(reason), refusal.getMessage());
        Files.delete(file);
    }

    @ParameterizedTest
    @CsvSource({"8033, 50000, 200, 500", "2033, 1000, 50, 200", "1130, 50000, 200, 500", "600, 50000, 200, -1",
        "300, 50000, 20, 50",         "8033, 50000, 0, -1", "8033, 100, 200, -1"})
    void binsAreChosenForMoreVectorsThanTheBasisHas(int active, int waveforms, int size, int vectors) {
        assertEquals(vectors < 0 ? OptionalInt.empty() : OptionalInt.of(vectors),
            TrainingPlan.of(active, waveforms, size).sampledVectors());
    }
}
