package org.chirpmill.bench.jmh;

import static org.chirpmill.physics.PhysicalConstants.SOLAR_MASS_SECONDS;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
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
import org.openjdk.jmh.annotations.Param;
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

    /** How many a run integrates side by side: as many as its batches have rows, 7 of 8193 bins. */
    @Param({"1", "7", "16"})
    public int together;

    private final SpinTaylorOrbit orbit = new SpinTaylorOrbit();
    private Inspiral[] inspirals;
    private int next;

    /** Draws the rows. */
    @Setup
    public void draw() throws IOException {
        ProductionRows rows = ProductionRows.of("IMRPhenomXPHM", "scalar", "exact");
        inspirals = new Inspiral[ProductionRows.COUNT];
        for (int row = 0; row < inspirals.length; row++) {
            PrecessingBinary binary = PrecessingBinary.of(rows.sources()[row]);
            double scale = Math.PI * binary.totalMassSolar() * SOLAR_MASS_SECONDS;
            inspirals[row] = new Inspiral(binary, CubeRoot.of(REFERENCE * scale), CubeRoot.of(START * scale),
                CubeRoot.of(Math.PI * END));
        }
    }

    /** One row: where several are integrated together, all of them at the first of these. */
    @Benchmark
    public double solve() {
        if (together > 1 && next % together == 0) {
            List<Inspiral> coming = new ArrayList<>();
            for (int row = next; row < next + together; row++) {
                coming.add(inspirals[row & ProductionRows.COUNT - 1]);
            }
            orbit.solveAhead(coming);
        }
        orbit.solve(inspirals[next++ & ProductionRows.COUNT - 1]);
        return orbit.lastVelocity();
    }
}
