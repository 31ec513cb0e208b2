package org.chirpmill.bench.jmh;

import static org.chirpmill.physics.PhysicalConstants.SOLAR_MASS_SECONDS;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.chirpmill.model.CubeRoot;
import org.chirpmill.model.phenomx.precession.PrecessingBinary;
import org.chirpmill.model.phenomx.spintaylor.Inspiral;
import org.chirpmill.model.phenomx.spintaylor.SpinTaylorOrbit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The integration that SpinTaylor angles take: production binaries from 9.3 Hz to the end of their inspirals. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class OrbitBenchmark {
    /** Where spins are given, Hz. */
    private static final double REFERENCE = 20;
    /** Half of 20 Hz less three bins of 1 / 8 Hz, where a mode of m = 4 begins, and LALSimulation's half Hertz. */
    private static final double START = 9.3125;
    /** About where a remnant rings, M f. */
    private static final double END = 0.2;

    private final SpinTaylorOrbit orbit = new SpinTaylorOrbit();
    private PrecessingBinary[] binaries;
    private int next;

    /** Draws the rows. */
    @Setup
    public void draw() throws IOException {
        ProductionRows rows = ProductionRows.of("IMRPhenomXPHM", "scalar", "exact");
        binaries = new PrecessingBinary[ProductionRows.COUNT];
        for (int row = 0; row < binaries.length; row++) {
            binaries[row] = PrecessingBinary.of(rows.sources()[row]);
        }
    }

    /** One row. */
    @Benchmark
    public double solve() {
        PrecessingBinary binary = binaries[next++ & ProductionRows.COUNT - 1];
        double scale = Math.PI * binary.totalMassSolar() * SOLAR_MASS_SECONDS;
        orbit.solve(new Inspiral(binary, CubeRoot.of(REFERENCE * scale), CubeRoot.of(START * scale),
            CubeRoot.of(Math.PI * END)));
        return orbit.lastVelocity();
    }
}
