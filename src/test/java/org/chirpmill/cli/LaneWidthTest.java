package org.chirpmill.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.chirpmill.model.lanes.Lanes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All operations are lane by lane, so the vectors' width does not show in a dataset. */
class LaneWidthTest {
    @TempDir
    private Path directory;

    @Test
    void vectorsOfFourAndOfEightDoublesGiveTheSameBytes() throws Exception {
        Path settings = Files.writeString(directory.resolve("a.yaml"), """
            domain: {type: UniformFrequencyDomain, f_min: 20.0, f_max: 256.0, delta_f: 0.25}
            waveform_generator: {approximant: IMRPhenomXPHM, f_ref: 20.0}
            intrinsic_prior:
              chirp_mass: Uniform(minimum=15.0, maximum=40.0)
              mass_ratio: Uniform(minimum=0.125, maximum=1.0)
              a_1: Uniform(minimum=0.0, maximum=0.99)
              a_2: Uniform(minimum=0.0, maximum=0.99)
              tilt_1: default
              tilt_2: default
              phi_12: default
              phi_jl: default
              theta_jn: default
              phase: default
              luminosity_distance: 100.0
              geocent_time: 0.0
            num_samples: 2
            """);
        assumeTrue(Lanes.COUNT == 8, "this CPU's vectors hold fewer than 8 doubles");
        for (String accuracy : List.of("exact", "fast")) {
            Path narrow = directory.resolve("narrow.hdf5");
            Path wide = directory.resolve("wide.hdf5");
            generate(2, settings, narrow, accuracy);
            generate(3, settings, wide, accuracy);
            StoredBytes.assertSame(narrow, wide, accuracy + " with vectors of 4 and of 8");
        }
    }

    private static List<String> options(int avx) {
        List<String> options = new ArrayList<>(ChildJvm.VECTORS);
        options.addAll(List.of("-XX:+IgnoreUnrecognizedVMOptions", "-XX:UseAVX=" + avx));
        return options;
    }

    private static void generate(int avx, Path settings, Path out, String accuracy) throws Exception {
        CommandLineRun run = ChildJvm.run(options(avx), "generate", settings, "-o", out, "--backend", "vector",
            "--accuracy", accuracy, "--precision", "double", "--force");
        assertEquals(0, run.exitCode(), run.out());
    }
}
