package org.chirpmill.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.chirpmill.compression.Compression;
import org.chirpmill.compression.CompressionTransform;
import org.chirpmill.compression.SvdBasis;
import org.chirpmill.domain.FrequencyGrid;
import org.chirpmill.engine.lookup.EvaluatorLookup;
import org.chirpmill.model.EvaluationFrame;
import org.chirpmill.model.WaveformModel;
import org.chirpmill.model.catalogue.ModelCatalogue;
import org.chirpmill.rows.Accuracy;
import org.chirpmill.rows.Precision;
import org.chirpmill.rows.Rejection;
import org.chirpmill.rows.RowRange;
import org.chirpmill.source.SourceParameters;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Coefficients made by TornadoVM's first device beside those that workers make of the scalar backend's rows. */
class TornadoProjectionTest {
    private static final WaveformModel MODEL = ModelCatalogue.named("IMRPhenomD").orElseThrow();
    private static final FrequencyGrid GRID =
        new FrequencyGrid(IntStream.range(0, 1025).mapToDouble(bin -> 0.5 * bin).toArray(), 40, 0.5);
    private static final int ROWS = 41;

    private final EvaluatorProvider tornado = EvaluatorLookup.all().stream()
        .filter(backend -> backend.name().equals("tornado")).findFirst().orElseThrow();

    @BeforeEach
    void requireDevice() {
        Optional<String> obstacle = tornado.obstacle();
        assumeTrue(obstacle.isEmpty(), () -> obstacle.get());
    }

    /** The grid begins with bin 40: vectors begin there, before it and behind it, and end before the grid does. */
    @ParameterizedTest
    @CsvSource({"SINGLE, 70, 40, 1025", "DOUBLE, 70, 40, 1025", "DOUBLE, 7, 30, 1000", "SINGLE, 7, 60, 700",
        "DOUBLE, 7, 10, 20", "DOUBLE, 1025, 40, 1025"})
    void coefficientsAreThoseOfTheWorkers(Precision precision, int size, int firstBin, int endBin) throws Exception {
        RowTransform transform = transform(precision, size, firstBin, endBin);
        assertTrue(task(tornado, precision, transform, -1).isTransformedByBackend());
        double[][] found = coefficients(task(tornado, precision, transform, -1), new ArrayList<>());
        double[][] expected = coefficients(
            task(EvaluatorLookup.forced("scalar"), precision, transform, -1), new ArrayList<>());
        double tolerance = precision == Precision.SINGLE ? 1e-6 : 1e-12;
        for (int row = 0; row < ROWS; row++) {
            double norm = Math.sqrt(Arrays.stream(expected[row]).map(each -> each * each).sum());
            assertEquals(endBin > GRID.firstBin(), norm > 0);
            assertArrayEquals(expected[row], found[row], tolerance * norm + Double.MIN_VALUE, "row " + row);
        }
    }

    /** Also where the only bins that vectors reach are silent. */
    @ParameterizedTest
    @CsvSource({"40, 1025", "10, 20", "10, 1000"})
    void aRowThatIsNotFiniteIsReplaced(int firstBin, int endBin) throws Exception {
        List<Rejection> rejections = new ArrayList<>();
        coefficients(task(tornado, Precision.SINGLE, transform(Precision.SINGLE, 7, firstBin, endBin), 7), rejections);
        assertEquals(List.of(new Rejection(7, 0, "IMRPhenomD gives no finite strain")), rejections);
    }

    /** One launch takes 2,097,152 bins at most. */
    @Test
    void moreRowsThanOneLaunchTakesAreProjectedInSeveral() throws Exception {
        RowTransform transform = transform(Precision.SINGLE, 3, 40, 1025);
        int rows = (1 << 21) / GRID.bins() + 3;
        WaveformTask task = task(tornado, Precision.SINGLE, transform, -1);
        List<Double> starts = new ArrayList<>();
        new Pipeline(task, new Schedule(1, rows)).run(RowRange.first(rows), batch -> {
            for (int row : new int[] {0, rows - 4, rows - 1}) {
                starts.add((double) batch.plus().getAtIndex(ValueLayout.JAVA_FLOAT, 6L * row));
            }
        }, done -> { });
        List<Double> alone = new ArrayList<>();
        for (long row : new long[] {0, rows - 4, rows - 1}) {
            new Pipeline(task, new Schedule(1, 1)).run(new RowRange(row, row + 1), batch ->
                alone.add((double) batch.plus().getAtIndex(ValueLayout.JAVA_FLOAT, 0)), done -> { });
        }
        assertEquals(alone, starts);
    }

    private static RowTransform transform(Precision precision, int size, int firstBin, int endBin) {
        double[] v = new double[2 * GRID.bins() * size];
        Random random = new Random(1);
        for (int part = 2 * size * firstBin; part < 2 * size * endBin; part++) {
            v[part] = random.nextDouble(-1, 1);
        }
        SvdBasis basis = new SvdBasis(GRID.bins(), v, new double[size], Optional.empty());
        return CompressionTransform.of(new Compression(List.of(basis)), List.of(), precision).orElseThrow();
    }

    /** A task whose row {@code spoiled} is NaN at its first draw. */
    private static WaveformTask task(
            EvaluatorProvider backend, Precision precision, RowTransform transform, long spoiled) {
        RowSource.Drawer drawer = new RowSource.Drawer() {
            @Override
            public void draw(long row, int attempt, double[] parameters) {
                parameters[0] = row == spoiled && attempt == 0 ? -1 : row;
            }

            @Override
            public SourceParameters source(double[] parameters) {
                return parameters[0] < 0
                    ? new SourceParameters(30, 25, 0, 0, 0.3, 0, 0, -0.2, Double.NaN, 1.1, 500, 0, 0)
                    : new SourceParameters(30 + 0.01 * parameters[0], 25, 0, 0, 0.3, 0, 0, -0.2, 0.4, 1.1, 500, 0, 0);
            }
        };
        return new WaveformTask(() -> drawer, List.of("row"), 2, MODEL, new EvaluationFrame(20, GRID), precision,
            backend,
            Accuracy.EXACT).transformedBy(transform);
    }

    private static double[][] coefficients(WaveformTask task, List<Rejection> rejections) throws Exception {
        int width = 2 * task.columns();
        double[][] rows = new double[ROWS][2 * width];
        new Pipeline(task, new Schedule(2, 9)).run(RowRange.first(ROWS), batch -> {
            rejections.addAll(batch.rejections());
            for (int row = 0; row < batch.count(); row++) {
                for (int part = 0; part < width; part++) {
                    long at = (long) width * row + part;
                    boolean isSingle = batch.precision() == Precision.SINGLE;
                    double[] kept = rows[(int) batch.row(row)];
                    kept[part] = isSingle ? batch.plus().getAtIndex(ValueLayout.JAVA_FLOAT, at)
                        : batch.plus().getAtIndex(ValueLayout.JAVA_DOUBLE, at);
                    kept[width + part] = isSingle ? batch.cross().getAtIndex(ValueLayout.JAVA_FLOAT, at)
                        : batch.cross().getAtIndex(ValueLayout.JAVA_DOUBLE, at);
                }
            }
        }, done -> { });
        return rows;
    }
}
