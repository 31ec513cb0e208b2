package org.chirpmill.bench.jmh;

import java.lang.foreign.Arena;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.chirpmill.compression.Compression;
import org.chirpmill.compression.CompressionTransform;
import org.chirpmill.compression.SvdBasis;
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

/**
 * The projection of a batch on one thread, no bin of it silent: 8 x bins x vectors operations a polarization, of which
 * a row has two. Time is that of the whole batch.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ProjectionBenchmark {
    /** Bins that the vectors reach, then how many columns: the production set whole and sampled, the quick one. */
    @Param({"8033x200", "560x224", "2049x50"})
    public String shape;

    /** Rows of a batch. */
    @Param({"32", "100"})
    public int rows;

    /** Of rows and vectors. */
    @Param("SINGLE")
    public Precision precision;

    private Arena arena;
    private Batch evaluated;
    private Batch kept;
    private RowTransform.Applier applier;

    /** Fills a batch and vectors with noise. */
    @Setup
    public void prepare() {
        String[] words = shape.split("x");
        int bins = Integer.parseInt(words[0]);
        int size = Integer.parseInt(words[1]);
        Random random = new Random(1);
        SvdBasis basis = new SvdBasis(
            bins, random.doubles(2L * bins * size, -1, 1).toArray(), new double[size], Optional.empty());
        arena = Arena.ofShared();
        evaluated = new Batch(arena, rows, bins, 1, precision);
        kept = new Batch(arena, rows, size, 1, precision);
        evaluated.startAt(0, rows);
        kept.startAt(0, rows);
        for (int row = 0; row < rows; row++) {
            evaluated.setSilentFrom(row, bins);
        }
        NoiseStrain.fill(evaluated.plus(), precision, random);
        NoiseStrain.fill(evaluated.cross(), precision, random);
        applier = CompressionTransform.of(new Compression(List.of(basis)), List.of(), precision)
            .orElseThrow().open(rows, precision);
    }

    /** One batch. */
    @Benchmark
    public Batch project() {
        applier.apply(evaluated, kept);
        return kept;
    }

    /** Lets go of the memory. */
    @TearDown
    public void close() {
        applier.close();
        arena.close();
    }
}
