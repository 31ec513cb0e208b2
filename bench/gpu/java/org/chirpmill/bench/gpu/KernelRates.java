package org.chirpmill.bench.gpu;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.chirpmill.bench.ProductionGrid;
import org.chirpmill.engine.DeviceFailureException;
import org.chirpmill.engine.cuda.LaunchShape;
import org.chirpmill.engine.cuda.OutOfDeviceMemoryException;
import org.chirpmill.rows.Accuracy;
import org.chirpmill.rows.Precision;

/** Rates on the device alone: kernels by CUDA events, rows and waveforms in its memory. */
final class KernelRates {
    /**
     * About how many double instructions an exact kernel issues at a bin that is not zero: counted along one path of
     * the machine code for compute capability 9.0, calls included.
     */
    private static final Map<String, Double> DOUBLE_INSTRUCTIONS = Map.of("IMRPhenomD", 70.0, "IMRPhenomXPHM", 4000.0);
    private static final int SHAPE_BATCH = 4096;
    private static final int[] SHAPE_THREADS = {64, 128, 256};
    private static final int[] SHAPE_ROWS = {1, 8, 32};

    private final Bench bench;
    private final Ceilings ceilings;
    private final Map<String, PreparedRows> prepared = new HashMap<>();
    private final Map<String, Double> activeBins = new HashMap<>();
    private final List<KernelRate> rates = new ArrayList<>();
    private final List<KernelRate> shapes = new ArrayList<>();
    private final List<String> omitted = new ArrayList<>();

    KernelRates(Bench bench, Ceilings ceilings) {
        this.bench = bench;
        this.ceilings = ceilings;
    }

    /** By batch size, grid, precision and model. */
    List<KernelRate> rates() {
        return rates;
    }

    /** Of several launch shapes. */
    List<KernelRate> shapes() {
        return shapes;
    }

    /** What was not measured, and why. */
    List<String> omitted() {
        return omitted;
    }

    /** Measures all models with launches of so many rows. */
    void measure(int batch) throws IOException {
        bench.log().println("measuring kernels on " + batch + " rows");
        for (ProductionGrid grid : bench.plan().grids()) {
            for (Precision precision : Precision.values()) {
                for (String model : bench.plan().models()) {
                    for (Accuracy accuracy : List.of(Accuracy.DEFAULT, Accuracy.EXACT)) {
                        rate(model, grid, precision, accuracy, batch, Optional.empty()).ifPresent(rates::add);
                    }
                }
            }
        }
    }

    /** Tries launch shapes of the largest and the smallest model. */
    void tryShapes(ProductionGrid grid, int batch) throws IOException {
        bench.log().println("trying launch shapes");
        for (String model : List.of("IMRPhenomXPHM", "IMRPhenomD")) {
            for (int threads : SHAPE_THREADS) {
                int bins = rows(model, grid).bins();
                int stride = rows(model, grid).stride();
                for (int rows : SHAPE_ROWS) {
                    LaunchShape shape = new LaunchShape(Math.ceilDiv(bins, threads), Math.ceilDiv(batch, rows),
                        threads, stride * Double.BYTES);
                    rate(model, grid, Precision.SINGLE, Accuracy.EXACT, batch, Optional.of(shape))
                        .ifPresent(shapes::add);
                }
                try (KernelRun run = new KernelRun(
                    bench, rows(model, grid), Precision.SINGLE, Accuracy.DEFAULT)) {
                    if (run.evaluation().isFast()) {
                        LaunchShape shape = new LaunchShape(
                            batch, 1, threads, run.evaluation().shape(batch).sharedBytes());
                        rate(model, grid, Precision.SINGLE, Accuracy.DEFAULT, batch, Optional.of(shape))
                            .ifPresent(shapes::add);
                    }
                }
            }
        }
    }

    /** The same with the batch that is tried by default. */
    void tryShapes(ProductionGrid grid) throws IOException {
        tryShapes(grid, SHAPE_BATCH);
    }

    private PreparedRows rows(String model, ProductionGrid grid) throws IOException {
        String key = model + " " + grid.name();
        if (!prepared.containsKey(key)) {
            prepared.put(key, PreparedRows.production(model, grid, bench.plan().distinctRows()));
        }
        return prepared.get(key);
    }

    private Optional<KernelRate> rate(String model, ProductionGrid grid, Precision precision, Accuracy accuracy,
            int batch, Optional<LaunchShape> wanted) throws IOException {
        String what = model + " " + Correctness.word(accuracy) + " " + Correctness.word(precision) + " "
            + grid.name() + " x " + batch;
        if (bench.isOver()) {
            omitted.add(what + ": no time was left");
            return Optional.empty();
        }
        PreparedRows rows = rows(model, grid);
        try (KernelRun run = new KernelRun(bench, rows, precision, accuracy)) {
            if (run.evaluation().isFast() == accuracy.isExact()) {
                return Optional.empty();
            }
            LaunchShape shape = wanted.orElseGet(() -> run.evaluation().shape(batch));
            double[] seconds = run.seconds(batch, shape);
            double median = seconds[seconds.length / 2];
            double active = activeBins(model, grid, rows);
            long bytes = run.evaluation().sizes().row() + 2 * run.evaluation().sizes().polarization();
            OptionalDouble share = OptionalDouble.empty();
            if (accuracy.isExact() && DOUBLE_INSTRUCTIONS.containsKey(model)) {
                share = OptionalDouble.of(
                    DOUBLE_INSTRUCTIONS.get(model) * active * batch / median / ceilings.doubleRate());
            }
            return Optional.of(new KernelRate(model, Correctness.word(accuracy), Correctness.word(precision),
                grid.name(), rows.bins(), active, batch, shape, median, seconds[0], seconds[seconds.length - 1], bytes,
                bytes * batch / median / ceilings.copyRate(), share, bench.gauge().facts(
                    run.evaluation().kernel(), shape)));
        } catch (OutOfDeviceMemoryException full) {
            omitted.add(what + ": more than the card's memory");
            return Optional.empty();
        } catch (DeviceFailureException | UnsupportedOperationException failed) {
            omitted.add(what + ": " + failed.getMessage());
            return Optional.empty();
        }
    }

    private double activeBins(String model, ProductionGrid grid, PreparedRows rows) {
        String key = model + " " + grid.name();
        if (!activeBins.containsKey(key)) {
            try (KernelRun run = new KernelRun(bench, rows, Precision.DOUBLE, Accuracy.EXACT)) {
                activeBins.put(key, run.answer(rows.count()).meanActiveBins());
            }
        }
        return activeBins.get(key);
    }

    /** Everything, by name. */
    Map<String, Object> named() {
        Map<String, Object> named = new LinkedHashMap<>();
        named.put("kernels", rates.stream().map(KernelRate::named).toList());
        named.put("launch_shapes", shapes.stream().map(KernelRate::named).toList());
        named.put("omitted", omitted);
        return named;
    }
}
