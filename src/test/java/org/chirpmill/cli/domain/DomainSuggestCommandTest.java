package org.chirpmill.cli.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chirpmill.banding.Noise;
import org.chirpmill.cli.CommandLineRun;
import org.chirpmill.cli.Samples;
import org.chirpmill.dataset.DatasetReader;
import org.chirpmill.dataset.Polarization;
import org.chirpmill.domain.FrequencyDomain;
import org.chirpmill.settings.DatasetSettings;
import org.chirpmill.settings.SettingsTree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DomainSuggestCommandTest {
    private static final Pattern BINS =
        Pattern.compile("# ([0-9,]+) bins in place of 2,049 \\(1,969 from f_min on\\).*");

    @TempDir
    private Path directory;

    @Test
    void theSuggestedBandsKeepTheMismatchOfDatasetsOfOtherDraws() throws IOException {
        double mismatch = 1e-4;
        String section = suggested("--mismatch", mismatch, "--samples", 60);
        String rest = Files.readString(Samples.QUICK).replaceFirst("(?s)\ndomain:.*?\n\n", "\n");
        Path banded = Files.writeString(directory.resolve("banded.yaml"), section + rest);
        Path bandedSet = directory.resolve("banded.hdf5");
        Path uniformSet = directory.resolve("uniform.hdf5");
        for (Path[] made : new Path[][] {{banded, bandedSet}, {Samples.QUICK, uniformSet}}) {
            CommandLineRun.generate(made[0], made[1], "-n", 60, "--seed", 99, "--precision", "double", "--accuracy",
                "exact");
        }
        double[] uniform = FrequencyDomain.of(DatasetSettings.read(Samples.QUICK).domain()).grid().frequencies();
        double[] coarse = FrequencyDomain.of(DatasetSettings.read(banded).domain()).grid().frequencies();
        List<Double> mismatches = new ArrayList<>();
        try (DatasetReader few = DatasetReader.open(bandedSet); DatasetReader all = DatasetReader.open(uniformSet)) {
            for (Polarization which : Polarization.values()) {
                double[][] own = all.polarization(which, 0, 60);
                double[][] other = few.polarization(which, 0, 60);
                for (int row = 0; row < 60; row++) {
                    mismatches.add(mismatch(uniform, own[row], coarse, other[row]));
                }
            }
        }
        mismatches.sort(null);
        assertTrue(mismatches.getLast() <= mismatch, () -> "worst " + mismatches.getLast());
        assertTrue(mismatches.get(60) > 1e-9, () -> "median " + mismatches.get(60));
    }

    @Test
    void theYamlIsReadBackToTheBinsThatItSays() throws IOException {
        String text = suggested("--mismatch", 1e-3, "--samples", 20);
        DatasetSettings read = DatasetSettings.of(
            SettingsTree.parse(text + "waveform_generator: {approximant: IMRPhenomD, f_ref: 20.0}\n", "a.yaml"));
        assertEquals(bins(text), FrequencyDomain.of(read.domain()).grid().bins());
        assertEquals(List.of(), read.warnings());
    }

    @Test
    void aLooserMismatchNeedsFewerBinsAndATimeShiftMore() {
        int strict = bins(suggested("--mismatch", 1e-6, "--samples", 20));
        int loose = bins(suggested("--mismatch", 1e-3, "--samples", 20));
        int shifted = bins(suggested("--mismatch", 1e-3, "--samples", 20, "--time-shift", 0.2));
        assertTrue(loose < strict && strict < 1969, loose + " < " + strict);
        assertTrue(loose < shifted, loose + " < " + shifted);
        assertEquals(suggested("--mismatch", 1e-3, "--samples", 20), suggested("--mismatch", 1e-3, "--samples", 20));
    }

    @Test
    void componentMassesServeAndFineBaseGridsOfBandsToo() throws IOException {
        CommandLineRun run = CommandLineRun.succeeding(
            "domain", "suggest", Samples.rejecting(directory), "--samples", 5, "--mismatch", 1e-2);
        assertTrue(run.out().contains("  delta_f_initial: "), run.out());
        CommandLineRun banded = CommandLineRun.succeeding(
            "domain", "suggest", Samples.MULTIBANDED, "--samples", 5, "--mismatch", 1e-2);
        assertTrue(banded.out().contains("    delta_f: 0.125"), banded.out());
    }

    @Test
    void theWhiteningOfTheSettingsIsFoundWhereARunFindsItAndComesBeforeTheFit() throws IOException {
        Path settings = directory.resolve("whitened.yaml");
        Files.writeString(settings, Files.readString(Samples.QUICK) + "compression: {whitening: own.txt}\n");
        CommandLineRun missing = CommandLineRun.of("domain", "suggest", settings, "--samples", 5);
        assertEquals(2, missing.exitCode(), missing.err());
        assertTrue(missing.err().contains("compression.whitening is 'own.txt' but no such file is in "), missing.err());
        // Deaf above 60 Hz, so that the bands are others than the fit's.
        Path own = Files.writeString(Files.createDirectory(directory.resolve("asd")).resolve("own.txt"),
            "# f, asd\n0, 1e-23\n60.0,1e-23  # last\n61\t1e-18\n600 1e-18\n");
        String found = CommandLineRun.succeeding("domain", "suggest", settings, "--samples", 20).out();
        assertTrue(found.contains("# Noise: own.txt."), found);
        assertEquals(suggested("--samples", 20, "--asd", own), found);
        String fit = suggested("--samples", 20);
        assertNotEquals(fit.substring(fit.indexOf("domain:")), found.substring(found.indexOf("domain:")));
        String shipped = "aLIGO_ZERO_DET_high_P_asd.txt";
        Files.writeString(settings, Files.readString(settings).replace("own.txt", shipped));
        assertTrue(CommandLineRun.succeeding("domain", "suggest", settings, "--samples", 5).out()
            .contains("# Noise: " + shipped));
    }

    /** The phase of the chirp gone, little is left to follow; the farther its chirp mass is off, the more is. */
    @Test
    void heterodynedWaveformsNeedFewerBinsAndAnOffsetOfTheChirpMassMore() throws IOException {
        Path plain = stars("");
        Path heterodyned = stars("compression: {phase_heterodyning: {order: 0}}\n");
        Path withMassRatio = stars("compression: {phase_heterodyning: {order: 2}}\n");
        int whole = starBins(plain, 0);
        int leading = starBins(heterodyned, 0);
        int shifted = starBins(heterodyned, 0.01);
        assertTrue(3 * leading < whole, leading + " bins heterodyned, " + whole + " as they are");
        assertTrue(leading < shifted && shifted < whole, leading + " < " + shifted + " < " + whole);
        // Half an order further the series changes its sign, so the next order alone need not leave less.
        assertTrue(3 * starBins(withMassRatio, 0) < whole, "order 2");
        CommandLineRun pointless = CommandLineRun.of("domain", "suggest", plain, "--chirp-mass-proxy-offset", 0.01);
        assertEquals(2, pointless.exitCode());
        assertTrue(pointless.err().contains("--chirp-mass-proxy-offset is 0.01, but the settings have no "
            + "compression.phase_heterodyning to shift"), pointless.err());
        CommandLineRun beyond = CommandLineRun.of("domain", "suggest", heterodyned, "--samples", 2,
            "--chirp-mass-proxy-offset", 5);
        assertEquals(2, beyond.exitCode());
        assertTrue(beyond.err().contains("has none 5.0 below it to heterodyne with"), beyond.err());
    }

    private Path stars(String compression) throws IOException {
        return Files.writeString(Files.createTempFile(directory, "stars", ".yaml"), """
            domain: {type: UniformFrequencyDomain, f_min: 30.0, f_max: 512.0, delta_f: 0.0625}
            waveform_generator: {approximant: TaylorF2, f_ref: 30.0}
            intrinsic_prior: {chirp_mass: "Uniform(1.2, 2)", mass_ratio: "Uniform(0.5, 1)", chi_1: 0, chi_2: 0,
              lambda_1: default, lambda_2: default, theta_jn: default, phase: default, luminosity_distance: 100}
            num_samples: 10
            """ + compression);
    }

    private static int starBins(Path settings, double offset) {
        String out = CommandLineRun.succeeding("domain", "suggest", settings, "--samples", 10, "--mismatch", 1e-3,
            "--chirp-mass-proxy-offset", offset).out();
        return Integer.parseInt(out.substring(2, out.indexOf(" bins")).replace(",", ""));
    }

    @Test
    void badWordsAreSaidInOneSentence() throws IOException {
        refuses("--mismatch is 0.0 but must be a number above 0 and below 1", "--mismatch", 0);
        refuses("--quantile is 1.5 but must be a number above 0, at most 1", "--quantile", 1.5);
        refuses("--samples is 0 but must be a whole number from 1 to 100000", "--samples", 0);
        refuses("--chirp-mass-proxy-offset is -1.0 but must be 0 solar masses or more",
            "--chirp-mass-proxy-offset", -1);
        Path noise = Files.writeString(directory.resolve("asd.txt"), "600 1e-23\n700 1e-23\n");
        refuses("asd.txt knows no noise between 20.0 and 512.0 Hz", "--asd", noise);
        Files.writeString(noise, "1 one\n");
        refuses("line 1 of " + noise + " must be a frequency in Hz above that of the line before and a "
            + "positive amplitude spectral density in 1/sqrt(Hz)", "--asd", noise);
        refuses("the amplitude spectral density " + directory + " is a folder", "--asd", directory);
        Path absent = directory.resolve("absent.txt");
        refuses("the amplitude spectral density " + absent + " does not exist", "--asd", absent);
    }

    private static void refuses(String sentence, Object... options) {
        CommandLineRun run = CommandLineRun.of(words(options));
        assertEquals(2, run.exitCode(), run.err());
        assertTrue(run.err().startsWith("chirpmill: ") && run.err().contains(sentence), run.err());
        assertEquals("", run.out());
    }

    private static String suggested(Object... options) {
        return CommandLineRun.succeeding(words(options)).out();
    }

    private static Object[] words(Object... options) {
        Object[] all = new Object[options.length + 3];
        all[0] = "domain";
        all[1] = "suggest";
        all[2] = Samples.QUICK;
        System.arraycopy(options, 0, all, 3, options.length);
        return all;
    }

    private static int bins(String printed) {
        Matcher matcher = BINS.matcher(printed.lines().findFirst().orElseThrow());
        assertTrue(matcher.matches(), printed);
        return Integer.parseInt(matcher.group(1).replace(",", ""));
    }

    /** As dingo-gw's evaluate_multibanded_domain measures it, from f_min = 20 Hz = bin 80 on, written on its own. */
    private static double mismatch(double[] uniform, double[] own, double[] coarse, double[] other) {
        double ownNorm = 0;
        double otherNorm = 0;
        double product = 0;
        for (int k = 80; k < uniform.length; k++) {
            int place = Arrays.binarySearch(coarse, uniform[k]);
            int upper = Math.clamp(place >= 0 ? place : -place - 1, 1, coarse.length - 1);
            double share = (uniform[k] - coarse[upper - 1]) / (coarse[upper] - coarse[upper - 1]);
            double real = (1 - share) * other[2 * upper - 2] + share * other[2 * upper];
            double imaginary = (1 - share) * other[2 * upper - 1] + share * other[2 * upper + 1];
            double weight = Math.pow(Noise.advancedLigo().amplitude().applyAsDouble(uniform[k]), -2);
            ownNorm += weight * (own[2 * k] * own[2 * k] + own[2 * k + 1] * own[2 * k + 1]);
            otherNorm += weight * (real * real + imaginary * imaginary);
            product += weight * (own[2 * k] * real + own[2 * k + 1] * imaginary);
        }
        return 1 - product / Math.sqrt(ownNorm * otherNorm);
    }
}
