package org.chirpmill.bench.jmh;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.chirpmill.engine.RowSource;
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

/** From a row's index to its parameters: random numbers, distributions, constraints. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class DrawBenchmark {
    /** LALSimulation's name of the model; {@link Benchmarks} puts those that take the production set's black holes. */
    @Param("IMRPhenomD")
    public String approximant;

    private RowSource.Drawer drawer;
    private double[] parameters;
    private long row;

    /** Opens the drawer. */
    @Setup
    public void open() throws IOException {
        ProductionRows rows = ProductionRows.of(approximant, "scalar", "exact");
        drawer = rows.task().source().open();
        parameters = new double[rows.task().parameterCount()];
    }

    /** One row. */
    @Benchmark
    public double[] draw() {
        drawer.draw(row++, 0, parameters);
        return parameters;
    }
}
