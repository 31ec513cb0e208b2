package org.chirpmill.compression;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.util.concurrent.TimeUnit;
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

/** The linear algebra of training a basis: rows cost nothing, the same few come again and again. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class BasisTrainingBenchmark {
    @Param("100000")
    private int polarizations;

    @Param("8033")
    private int activeBins;

    @Param("200")
    private int size;

    private RepeatedRows rows;

    /** Makes rows whose singular values fall by a tenth every 50, as whitened waveforms of XPHM do. */
    @Setup
    public void makeRows() {
        rows = new RepeatedRows(
            RowsInMemory.falling(Arena.global(), activeBins, 2 * WhitenedBlocks.BLOCK, 50).columns(), polarizations);
    }

    /** One training. */
    @Benchmark
    public SvdBasis train() throws IOException, InterruptedException {
        return BasisTraining.train(rows, TrainingPlan.of(activeBins, polarizations / 2, size)).basis();
    }
}
