package org.chirpmill.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chirpmill.compression.SvdBasis;
import org.chirpmill.dataset.DatasetReader;
import org.chirpmill.dataset.Polarization;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Priors, noise curves and training waveforms of which nothing comes are refused before anything is written. */
class NothingComesOfItTest {
    private static final String SETTINGS = """
        domain: {type: UniformFrequencyDomain, f_min: 20.0, f_max: 256.0, delta_f: 0.25}
        waveform_generator: {approximant: %s, f_ref: 20.0}
        intrinsic_prior:
          total_mass: %s
          luminosity_distance: %s
          mass_ratio: 0.8
          chi_1: 0.5
          chi_2: 0.3
          theta_jn: 0.5
          phase: 0.4
          geocent_time: 0
        num_samples: 50
        """;

    @TempDir
    private Path folder;

    private Path settings(String text) throws IOException {
        return Files.writeString(folder.resolve("s.yaml"), text);
    }

    private String refused(String text, Object... options) throws IOException {
        Path settings = settings(text);
        Object[] arguments = Stream.concat(Stream.of("generate", settings, "-o", folder.resolve("x.hdf5")),
            Stream.of(options)).toArray();
        CommandLineRun run = CommandLineRun.of(arguments);
        assertEquals(2, run.exitCode(), run.err());
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(Set.of(), files.map(each -> each.getFileName().toString())
                .filter(name -> name.startsWith("x.hdf5")).collect(Collectors.toSet()));
        }
        String last = run.err().lines().toList().getLast();
        assertTrue(last.length() <= 200 + settings.toString().length(), last);
        return last.replace(folder + "/", "");
    }

    @ParameterizedTest
    @CsvSource({
        // The ends are 0.2 / (M G / c^3), rounded down to a bin of 0.25 Hz, ...
        "IMRPhenomD, 2512, 15.9", "IMRPhenomD, 4000, 10",
        // ... and 0.3 of it.
        "IMRPhenomXAS, 5000, 12.1", "IMRPhenomXHM, 8000, 7.6"})
    void aMergerBelowTheBandIsRefusedWithItsMassAndEnd(String approximant, String mass, String end)
            throws IOException {
        String sentence = refused(SETTINGS.formatted(approximant, mass, "500"));
        String expected = "chirpmill: intrinsic_prior puts nothing into the band, which begins at 20.0 Hz: the first "
            + "31 rows are zero in every bin, the first of ";
        assertTrue(sentence.startsWith(expected), sentence);
        double found =
            Double.parseDouble(sentence.replaceAll(".* ending near (\\S+) Hz \\(s.yaml, line 3\\)\\.", "$1"));
        assertEquals(Double.parseDouble(end), found, 0.02 * found, sentence);
    }

    @ParameterizedTest
    @CsvSource({"1.5e25, 1.50e+25, single", "'\"Uniform(1e12, 1e12+1)\"', 1.00e+12, single",
        "1e290, 1.00e+290, double"})
    void aDistanceThatThePrecisionDoesNotHoldIsRefused(String distance, String shown, String precision)
            throws IOException {
        assertEquals("chirpmill: intrinsic_prior.luminosity_distance is too far for " + precision + " precision, which "
            + "keeps few digits or none of the first 31 rows, the first at " + shown + " Mpc (s.yaml, line 5).",
            refused(SETTINGS.formatted("IMRPhenomD", "\"Uniform(30, 40)\"", distance), "--precision", precision));
    }

    @Test
    void aDistanceInMetresIsFineInDoublePrecisionAndSomeFullRowsAreEnough() throws IOException {
        CommandLineRun.generate(settings(SETTINGS.formatted("IMRPhenomD", "\"Uniform(30, 40)\"", "1.5e25")),
            folder.resolve("d.hdf5"), "-n", 2, "--precision", "double");
        CommandLineRun few = CommandLineRun.generate(settings(SETTINGS.formatted("IMRPhenomD",
            "\"Uniform(1950, 2500)\"", "500")), folder.resolve("f.hdf5"));
        assertTrue(few.err().contains(" of 50 rows the waveform is zero in every bin"), few.err());
    }

    @Test
    void aDryRunRefusesToo() throws IOException {
        assertTrue(refused(SETTINGS.formatted("IMRPhenomD", "5000", "500"), "--dry-run").contains("puts nothing"));
    }

    @ParameterizedTest
    @CsvSource({
        "1.0e-4, 3.0e-3, 1.0e-6, 1.0E-4 to 0.003", "2.0, 256.0, 0.25, 2.0 to 256.0", "8.0, 64.0, 1.0, 8.0 to 64.0",
        "20.0, 8192.0, 1.0, 20.0 to 8192.0", "10000.0, 12000.0, 10.0, 10000.0 to 12000.0"})
    void aNoiseCurveThatDoesNotCoverTheBandIsRefused(String least, String most, String width, String band)
            throws IOException {
        String prior = SETTINGS.formatted("IMRPhenomD", "\"Uniform(30, 40)\"", "500");
        String text = prior.replace("f_min: 20.0, f_max: 256.0, delta_f: 0.25",
            "f_min: " + least + ", f_max: " + most + ", delta_f: " + width)
            + "compression: {whitening: aLIGO_ZERO_DET_high_P_asd.txt}\n";
        String refusal = "chirpmill: compression.whitening is 'aLIGO_ZERO_DET_high_P_asd.txt': it covers "
            + "8.999999999999998 to 8191.999999999997 Hz, not the band's " + band + " Hz (s.yaml, line 13).";
        assertEquals(refusal, refused(text));
        CommandLineRun train = CommandLineRun.of("svd", "train", folder.resolve("s.yaml"), "-o",
            folder.resolve("b.hdf5"), "--size", 2, "--num-training", 4);
        assertTrue(train.err().replace(folder + "/", "").contains(refusal), train.err());
    }

    @ParameterizedTest
    @CsvSource({"20, 61.9, false", "20, 61.94, true", "20.01, 70.0, false", "5, 63.75, true"})
    void onAMultibandedDomainItsNodesCount(String first, String last, boolean isEnough) throws IOException {
        Files.writeString(folder.resolve("curve.txt"), first + " 1e-23\n30 2e-23\n" + last + " 1e-23\n");
        String text = SETTINGS.formatted("IMRPhenomD", "\"Uniform(30, 40)\"", "500").replaceFirst("domain: .*\n", """
            domain:
              type: MultibandedFrequencyDomain
              nodes: [20.0, 34.0, 46.0, 62.0]
              delta_f_initial: 0.0625
              base_domain: {type: UniformFrequencyDomain, f_min: 20.0, f_max: 64.0, delta_f: 0.0625}
            """) + "compression: {whitening: curve.txt}\n";
        if (isEnough) {
            CommandLineRun.generate(settings(text), folder.resolve("m.hdf5"), "-n", 2);
        } else {
            String sentence = refused(text);
            assertTrue(sentence.startsWith("chirpmill: compression.whitening is 'curve.txt': it covers "
                + Double.parseDouble(first) + " to " + last + " Hz, not the band's 20.0 to 61.9375 Hz ("), sentence);
        }
    }

    @Test
    void aBasisOfNothingIsNotTrainedNorReadFromAFile() throws IOException {
        Path heavy = settings(SETTINGS.formatted("IMRPhenomD", "\"Uniform(2500, 3500)\"", "500")
            + "compression: {svd: {size: 4, num_training_samples: 20}}\n");
        CommandLineRun train = CommandLineRun.of("svd", "train", heavy, "-o", folder.resolve("b.hdf5"), "--size", 4,
            "--num-training", 20);
        assertEquals(2, train.exitCode(), train.err());
        assertTrue(train.err().contains("no basis comes of the training waveforms: it is one of waveforms that are "
            + "zero in every bin (" + heavy + ", line 13)."), train.err());
        double[] v = new double[2 * 1025 * 4];
        new SvdBasis(1025, v, new double[4], Optional.empty()).write(folder.resolve("zero.hdf5"));
        String text = SETTINGS.formatted("IMRPhenomD", "\"Uniform(30, 40)\"", "500")
            + "compression: {svd: {file: zero.hdf5}}\n";
        assertTrue(refused(text).endsWith("zero.hdf5 holds no usable SVD basis: it is one of waveforms that are zero "
            + "in every bin."), refused(text));
    }

    @Test
    void whitenedSetsWithAFittingCurveKeepAllTheirBins() throws IOException {
        CommandLineRun.generate(settings(SETTINGS.formatted("IMRPhenomD", "\"Uniform(30, 40)\"", "500")
            .replace("f_min: 20.0", "f_min: 9.0").replace("f_ref: 20", "f_ref: 9")
            + "compression: {whitening: aLIGO_ZERO_DET_high_P_asd.txt}\n"), folder.resolve("w.hdf5"), "-n", 2);
        try (DatasetReader reader = DatasetReader.open(folder.resolve("w.hdf5"))) {
            double[] row = reader.stored(Polarization.PLUS, 0, 1)[0];
            assertTrue(row[2 * 36] != 0, "the bin at 9 Hz");
        }
    }
}
