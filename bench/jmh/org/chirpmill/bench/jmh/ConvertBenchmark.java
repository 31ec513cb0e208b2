package org.chirpmill.bench.jmh;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.chirpmill.engine.RowSource;
import org.chirpmill.model.SourceRefusedException;
import org.chirpmill.source.SourceParameters;
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

/** From parameters to a source: masses, Cartesian spins, inclination, distance. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ConvertBenchmark {
    /** LALSimulation's name of the model; {@link Benchmarks} puts those that take the production set's black holes. */
    @Param("IMRPhenomD")
    public String approximant;

    private RowSource.Drawer drawer;
    private ProductionRows rows;
    private int next;

    /** Draws the rows. */
    @Setup
    public void draw() throws IOException {
        rows = ProductionRows.of(approximant, "scalar", "exact");
        drawer = rows.task().source().open();
    }

    /** One row. */
    @Benchmark
    public SourceParameters convert() throws SourceRefusedException {
        return drawer.source(rows.parameters()[next++ & ProductionRows.COUNT - 1]);
    }
}
