package org.chirpmill.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where grids and models end, {@code generate} says so; docs/accuracy.md has the sizes. */
class LimitsToldTest {
    private static final String PRECESSING = """
        intrinsic_prior: {total_mass: 60, mass_ratio: 0.05, a_1: 0.99, a_2: 0.99, tilt_1: TILT, tilt_2: TILT,
          phi_12: 1.0, phi_jl: 2.0, theta_jn: 1.0, phase: 0.4, luminosity_distance: 500, geocent_time: 0}
        num_samples: 2
        """;
    private static final String ALMOST = "a spin is tilted by less than 1e-5 rad from alignment";
    private static final String ALIGNED = "the spins lie along the orbital angular momentum";

    @TempDir
    private Path folder;

    @Test
    void aMassiveBinaryInStepsOfAHundredThousandthHertz() throws IOException {
        CommandLineRun run = generate("""
            domain: {type: UniformFrequencyDomain, f_min: 1.0e-4, f_max: 0.06, delta_f: 1.0e-5}
            waveform_generator: {approximant: IMRPhenomXHM, f_ref: 1.0e-4}
            intrinsic_prior: {chirp_mass: 4.5e+5, mass_ratio: 0.8, chi_1: 0.2, chi_2: 0.3, theta_jn: 0.5, phase: 0.4,
              luminosity_distance: 1000, geocent_time: 0}
            num_samples: 2
            """);
        assertTrue(run.err().contains(" waveforms of 6,001 bins to "), run.err());
        assertTrue(run.err().contains("is stored as 0.060000000000000005, of which dingo-gw counts all 6001 bins"),
            run.err());
        String settings = CommandLineRun.succeeding("inspect", folder.resolve("set.h5")).out();
        assertTrue(settings.contains("f_max: 0.060000000000000005"), settings);
        CommandLineRun again = CommandLineRun.succeeding("verify", folder.resolve("set.h5"));
        assertTrue(again.out().contains("2 of 2 rows are the same to the last digit"), again.out());
        assertEquals("", again.err().lines().filter(line -> line.contains("f_max")).reduce("", String::concat));
    }

    @Test
    void tiltsAllButPiAreOneWaveformAndAreTold() throws IOException {
        Path tenNanoradians = waveform("3.1415926435897933");
        Path aThird = waveform("3.1415926502564598");
        // Their parameters differ, so that compare fails; what counts is by how much their waveforms do.
        String said = CommandLineRun.of("compare", tenNanoradians, aThird).out();
        Matcher difference = Pattern.compile("largest relative L2 (\\S+)").matcher(said);
        assertTrue(difference.find() && Double.parseDouble(difference.group(1)) < 1e-7, said);
        assertTrue(precessing("3.1415926435897933").contains("on 2 of 2 rows " + ALMOST), "tilts pi - 1e-8");
        assertTrue(precessing("3.141592653589793").contains("on 2 of 2 rows " + ALIGNED), "tilts pi");
        String usual = precessing("2.9");
        assertFalse(usual.contains(ALMOST) || usual.contains(ALIGNED), usual);
    }

    @Test
    void aLateStartSaysWhereDingosWaveformsBegin() throws IOException {
        CommandLineRun run = generate("""
            domain: {type: UniformFrequencyDomain, f_min: 20.0, f_max: 64.0, delta_f: 1.0}
            waveform_generator: {approximant: IMRPhenomXPHM, f_ref: 20.0, f_start: 30.0}
            """ + PRECESSING.replace("TILT", "0.5"));
        assertTrue(run.err().contains("waveforms are zero between the two, while dingo-gw's begin at 0.8 to 0.95 of "
            + "f_start"), run.err());
    }

    private Path waveform(String tilt) throws IOException {
        precessing(tilt);
        return Files.move(folder.resolve("set.h5"), folder.resolve(tilt + ".h5"));
    }

    private String precessing(String tilt) throws IOException {
        return generate("domain: {type: UniformFrequencyDomain, f_min: 20.0, f_max: 250.0, delta_f: 0.5}\n"
            + "waveform_generator: {approximant: IMRPhenomXP, f_ref: 20.0}\n" + PRECESSING.replace("TILT", tilt)).err();
    }

    private CommandLineRun generate(String text) throws IOException {
        Path settings = Files.writeString(folder.resolve("set.yaml"), text);
        return CommandLineRun.generate(settings, folder.resolve("set.h5"), "--accuracy", "exact", "--precision",
            "double", "--force");
    }
}
