package org.chirpmill.bench.jmh;

import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.chirpmill.compression.Compression;
import org.chirpmill.compression.CompressionTransform;
import org.chirpmill.compression.PhaseHeterodyne;
import org.chirpmill.domain.UniformFrequencyDomain;
import org.chirpmill.engine.RowTransform;
import org.chirpmill.rows.Batch;
import org.chirpmill.rows.Precision;
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

/** Heterodyning both polarizations of a row of 8,033 bins on one thread. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class HeterodyneBenchmark {
    private static final UniformFrequencyDomain DOMAIN = new UniformFrequencyDomain(20, 1024, 0.125);

    /** With the chirp mass alone, or with the mass ratio too. */
    @Param({"0", "2"})
    public int order;

    /** Of rows. */
    @Param({"SINGLE", "DOUBLE"})
    public Precision precision;

    private Arena arena;
    private Batch row;
    private RowTransform.Applier applier;

    /** Fills a row with noise. */
    @Setup
    public void prepare() {
        int bins = DOMAIN.grid().bins();
        List<String> parameters = List.of("chirp_mass", "mass_ratio");
        Random random = new Random(1);
        arena = Arena.ofShared();
        row = new Batch(arena, 1, bins, parameters.size(), precision);
        row.startAt(0, 1);
        row.setSilentFrom(0, bins);
        row.parameters().setAtIndex(ValueLayout.JAVA_DOUBLE, 0, 1.2);
        row.parameters().setAtIndex(ValueLayout.JAVA_DOUBLE, 1, 0.8);
        NoiseStrain.fill(row.plus(), precision, random);
        NoiseStrain.fill(row.cross(), precision, random);
        applier = CompressionTransform.of(new Compression(List.of(PhaseHeterodyne.of(order, DOMAIN))), parameters,
            precision).orElseThrow().open(1, precision);
    }

    /** One row. */
    @Benchmark
    public void heterodyne() {
        applier.apply(row, row);
    }

    /** Gives the memory back. */
    @TearDown
    public void close() {
        applier.close();
        arena.close();
    }
}
