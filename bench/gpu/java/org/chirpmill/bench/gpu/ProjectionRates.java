package org.chirpmill.bench.gpu;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chirpmill.compression.CompressionTransform;
import org.chirpmill.engine.DeviceFailureException;
import org.chirpmill.engine.MatrixTransform;
import org.chirpmill.engine.cuda.LaunchShape;
import org.chirpmill.engine.cuda.OutOfDeviceMemoryException;
import org.chirpmill.rows.Accuracy;
import org.chirpmill.rows.Precision;

/** The projection's rates, alone and behind the evaluation. */
final class ProjectionRates {
    private final Bench bench;
    private final Ceilings ceilings;
    private final WaveformBases bases;
    private final List<ProjectionRate> rates = new ArrayList<>();
    private final List<String> omitted = new ArrayList<>();

    ProjectionRates(Bench bench, Ceilings ceilings, WaveformBases bases) {
        this.bench = bench;
        this.ceilings = ceilings;
        this.bases = bases;
    }

    List<ProjectionRate> rates() {
        return rates;
    }

    /** What was not measured, and why. */
    List<String> omitted() {
        return omitted;
    }

    /** Measures every width and batch. */
    void measure() throws IOException {
        ProjectionPlan plan = bench.plan().projection();
        if (plan.batches().isEmpty()) {
            return;
        }
        bench.log().println("measuring the projection");
        PreparedRows rows = PreparedRows.production(
            plan.models().getFirst(), plan.grid(), bench.plan().distinctRows());
        for (int batch : plan.batches()) {
            for (int width : plan.widths()) {
                for (Precision precision : Precision.values()) {
                    rate(rows, width, precision, batch).ifPresent(rates::add);
                }
            }
        }
    }

    private Optional<ProjectionRate> rate(PreparedRows rows, int width, Precision precision, int batch)
            throws IOException {
        String what = "projection on " + width + " vectors " + Correctness.word(precision) + " x " + batch;
        if (bench.isOver()) {
            omitted.add(what + ": no time was left");
            return Optional.empty();
        }
        String model = rows.model().approximant();
        MatrixTransform transform = (MatrixTransform) CompressionTransform.of(
            bases.of(model, bench.plan().projection().grid(), width), List.of(), precision).orElseThrow();
        try (KernelRun run = new KernelRun(bench, rows, precision, Accuracy.DEFAULT, Optional.of(transform))) {
            LaunchShape shape = run.evaluation().projectionShape(batch);
            double[] seconds = run.projectionSeconds(batch);
            double[] together = run.seconds(batch, run.evaluation().shape(batch));
            int counted = transform.endBin() - transform.firstBin();
            boolean isSingle = precision == Precision.SINGLE;
            return Optional.of(new ProjectionRate(Correctness.word(precision), rows.bins(), counted, width, batch,
                shape, seconds[seconds.length / 2], seconds[0], seconds[seconds.length - 1],
                together[together.length / 2], model, 2L * (counted + width) * precision.complexBytes(),
                isSingle ? ceilings.singleRate() : ceilings.doubleRate(), ceilings.copyRate(),
                bench.gauge().facts(run.evaluation().projectionKernel().orElseThrow(), shape)));
        } catch (OutOfDeviceMemoryException full) {
            omitted.add(what + ": more than the card's memory");
            return Optional.empty();
        } catch (DeviceFailureException | UnsupportedOperationException failed) {
            omitted.add(what + ": " + failed.getMessage());
            return Optional.empty();
        }
    }

    /** All rates, by name. */
    List<Map<String, Object>> named() {
        return rates.stream().map(ProjectionRate::named).toList();
    }
}
