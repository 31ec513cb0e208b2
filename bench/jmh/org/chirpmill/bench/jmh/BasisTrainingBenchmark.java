package org.chirpmill.bench.jmh;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.chirpmill.compression.RepeatedTraining;
import org.chirpmill.compression.SvdBasis;
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

    private RepeatedTraining training;

    /** Makes the rows. */
    @Setup
    public void makeRows() {
        training = RepeatedTraining.of(activeBins, polarizations, size);
    }

    /** One training. */
    @Benchmark
    public SvdBasis train() throws IOException, InterruptedException {
        return training.basis();
    }
}
