package org.chirpmill.bench.jmh;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.chirpmill.model.SourceRefusedException;
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
import org.openjdk.jmh.annotations.Warmup;

/** From a source to a row of coefficients: all that does not depend on frequency. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class PrepareBenchmark {
    /** LALSimulation's name of the model; {@link Benchmarks} puts those that take the production set's black holes. */
    @Param("IMRPhenomD")
    public String approximant;

    private ProductionRows rows;
    private double[] coefficients;
    private int next;

    /** Draws the rows. */
    @Setup
    public void draw() throws IOException {
        rows = ProductionRows.of(approximant, "scalar", "exact");
        coefficients = new double[rows.task().model().layout().size()];
    }

    /** One row. */
    @Benchmark
    public double[] prepare() throws SourceRefusedException {
        rows.task().model().prepare(
            rows.sources()[next++ & ProductionRows.COUNT - 1], rows.task().frame(), coefficients, 0);
        return coefficients;
    }
}
