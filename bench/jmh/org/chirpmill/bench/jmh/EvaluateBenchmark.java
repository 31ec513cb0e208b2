package org.chirpmill.bench.jmh;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.util.concurrent.TimeUnit;
import org.chirpmill.engine.Evaluator;
import org.chirpmill.engine.WaveformTask;
import org.chirpmill.rows.Batch;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** From a row of coefficients to polarizations, 8193 bins of complex64, in a batch of one that is used again. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class EvaluateBenchmark {
    /** LALSimulation's name of the model; {@link Benchmarks} puts those that take the production set's black holes. */
    @Param("IMRPhenomD")
    public String approximant;

    /** The backend; {@link Benchmarks} puts those that run here. */
    @Param("scalar")
    public String backend;

    /** As {@code --accuracy} has it; the scalar backend is always exact. */
    @Param({"exact", "fast"})
    public String accuracy;

    private ProductionRows rows;
    private Arena arena;
    private Batch batch;
    private Evaluator evaluator;
    private double[] coefficients;
    private int next;

    /** Prepares the rows and opens the evaluator. */
    @Setup
    public void prepare() throws IOException {
        rows = ProductionRows.of(approximant, backend, accuracy);
        WaveformTask task = rows.task();
        arena = Arena.ofShared();
        batch = new Batch(arena, 1, task.frame().grid().bins(), task.parameterCount(), task.precision());
        batch.startAt(0, 1);
        evaluator = task.openEvaluator();
        coefficients = new double[task.model().layout().size()];
    }

    /** One row. */
    @Benchmark
    public Batch evaluate() {
        int row = next++ & ProductionRows.COUNT - 1;
        System.arraycopy(rows.coefficients(), row * coefficients.length, coefficients, 0, coefficients.length);
        evaluator.evaluate(coefficients, batch);
        return batch;
    }

    /** Lets go of the memory. */
    @TearDown
    public void close() {
        evaluator.close();
        arena.close();
    }
}
