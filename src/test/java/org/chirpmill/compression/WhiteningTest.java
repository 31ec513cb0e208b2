package org.chirpmill.compression;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jhdf.HdfFile;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.chirpmill.domain.FrequencyDomain;
import org.chirpmill.domain.UniformFrequencyDomain;
import org.chirpmill.settings.DomainSettings;
import org.chirpmill.settings.SettingsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** dingo-gw's own numbers come from reference-scripts/compression_files.py. */
class WhiteningTest {
    private static final Path CURVE = Path.of("configs/asd/aLIGO_ZERO_DET_high_P_asd.txt");
    private static final Path THEIRS = Path.of("src/test/resources/compression/whitening.h5");

    @TempDir
    private Path folder;

    @Test
    void aUniformDomainHasDingosValues() {
        agrees("uniform", new UniformFrequencyDomain(20, 256, 0.25));
    }

    @Test
    void belowTheFilesFirstLineTheValuesAreInfiniteAsDingos() {
        agrees("low", new UniformFrequencyDomain(5, 32, 0.125));
    }

    @Test
    void aMultibandedDomainHasDingosValues() {
        agrees("multibanded", multibanded());
    }

    private static FrequencyDomain multibanded() {
        return FrequencyDomain.of(new DomainSettings.Multibanded(
            List.of(20.0, 34.0, 46.0, 62.0), 0.0625, new DomainSettings.Uniform(20, 64, 0.0625)));
    }

    private static void agrees(String name, FrequencyDomain domain) {
        double[] ours = Whitening.of(CURVE, domain).asd();
        try (HdfFile file = new HdfFile(THEIRS)) {
            double[] theirs = (double[]) file.getDatasetByPath(name).getData();
            assertEquals(theirs.length, ours.length);
            for (int bin = 0; bin < ours.length; bin++) {
                assertEquals(theirs[bin], ours[bin], 1e-15 * Math.min(1, theirs[bin]), name + ", bin " + bin);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"uniform, c12a9258120252b8, 0a3ade5400112a27", "multibanded, 7f5a4d75643ce93a, 8645064015090da7"})
    void densitiesAndWhitenedVectorsAreTheSameNumbersOnEveryMachine(String name, String densities, String vectors) {
        Whitening whitening = Whitening.of(CURVE, name.equals("uniform") ? new UniformFrequencyDomain(20, 256, 0.25)
            : multibanded());
        double[] v = new double[2 * whitening.bins() * 3];
        Arrays.setAll(v, part -> (part * 7919 % 1009 - 504) / 513.0);
        SvdBasis basis = new SvdBasis(whitening.bins(), v, new double[] {3, 2, 1}, Optional.empty());
        Compression compression = new Compression(List.of(whitening, basis));
        assertEquals(densities, compression.fingerprints().get("whitening"));
        assertEquals(vectors, Fingerprint.of(compression.matrix()));
    }

    @Test
    void whiteningDividesAndItsInverseMultiplies() {
        Whitening whitening = Whitening.of(CURVE, new UniformFrequencyDomain(20, 256, 0.25));
        double[] series = new double[2 * whitening.bins()];
        series[400] = 3e-23;
        series[401] = -1e-23;
        double[] whitened = series.clone();
        whitening.whiten(whitened);
        assertEquals(3e-23 / whitening.asd()[200], whitened[400]);
        assertEquals(-1e-23 / whitening.asd()[200], whitened[401]);
        whitening.inverse(whitened);
        assertArrayEquals(series, whitened, 1e-37);
    }

    @Test
    void whatAFileDoesNotCoverIsToldAndNothingComesBackThere() throws IOException {
        Path curve = Files.writeString(folder.resolve("short.txt"), "# f asd\n30 1e-23\n\n100 2e-23\n");
        UniformFrequencyDomain domain = new UniformFrequencyDomain(20, 256, 0.25);
        Whitening whitening = Whitening.of(curve, domain);
        assertEquals(Optional.of("it covers 30.0 to 100.0 Hz, not the band's 20.0 to 256.0 Hz"), whitening.gap());
        assertEquals(Optional.empty(), Whitening.of(CURVE, domain).gap());
        double[] series = new double[2 * whitening.bins()];
        Arrays.fill(series, 1e-23);
        whitening.whiten(series);
        whitening.inverse(series);
        for (int bin = 0; bin < whitening.bins(); bin++) {
            double frequency = 0.25 * bin;
            boolean isCovered = frequency < 20 || frequency >= 30 && frequency <= 100;
            assertEquals(isCovered ? 1e-23 : 0, series[2 * bin], 1e-38, "bin " + bin);
        }
    }

    @Test
    void linesThatAreNoCurveAreRefused() throws IOException {
        for (String line : List.of("20", "20 x", "20 -1e-23", "20 0", "5 1e-23", "10 1e-23", "0 1e-23", "20 1e-23 7",
                "20,,1e-23", "20;1e-23", "nan 1e-23", "-1 1e-23")) {
            Path curve = Files.writeString(folder.resolve("odd.txt"), "10 1e-23\n" + line + "\n");
            String message = assertThrows(SettingsException.class, () -> NoiseCurve.read(curve)).getMessage();
            assertEquals("line 2 of " + curve + " must be a frequency in Hz above that of the line before and a "
                + "positive amplitude spectral density in 1/sqrt(Hz).", message, line);
        }
    }

    @Test
    void blanksTabsCommasAndCommentsAreReadAsNumpyReadsThem() throws IOException {
        Path curve = Files.writeString(folder.resolve("forms.csv"), "# f asd, a comment of its own\n"
            + "0 3e-23\n\n  10\t2.5E-23  # behind the numbers\n20,2e-23\r\n30.5 , 1e-23\n");
        NoiseCurve read = NoiseCurve.read(curve);
        assertArrayEquals(new double[] {0, 10, 20, 30.5}, read.frequencies());
        assertArrayEquals(new double[] {3e-23, 2.5e-23, 2e-23, 1e-23}, read.densities());
        assertEquals(30.5, read.maximumFrequency());
        assertEquals(2.25e-23, read.density(15), 1e-38);
        assertEquals(1e-23, read.density(30.5));
        assertEquals(Double.POSITIVE_INFINITY, read.density(30.6));
    }

    @Test
    void densitiesOfPowerAreToldOf() throws IOException {
        UniformFrequencyDomain domain = new UniformFrequencyDomain(20, 256, 0.25);
        Path power = Files.writeString(folder.resolve("psd.txt"), "10 1e-44\n30 1e-46\n1000 3e-46\n");
        assertEquals(Optional.of("has densities of 1.0E-44 1/sqrt(Hz) at most, which look like those of power: the "
            + "amplitude's are their square roots"), Whitening.of(power, domain).doubt());
        assertEquals(Optional.empty(), Whitening.of(CURVE, domain).doubt());
    }

    @Test
    void oneLineIsNoCurve() throws IOException {
        Path curve = Files.writeString(folder.resolve("one.txt"), "10 1e-23\n# 20 1e-23\n");
        assertEquals(curve + " holds no amplitude spectral density: it must have at least two lines of a frequency in "
            + "Hz and a density in 1/sqrt(Hz).",
            assertThrows(SettingsException.class, () -> NoiseCurve.read(curve)).getMessage());
    }

    @Test
    void aCurveIsFoundBesideTheSettingsThenOnTheSearchPathThenAmongTheShippedOnes() throws IOException {
        Path besides = Files.createDirectories(folder.resolve("settings"));
        Path inAsd = Files.createDirectories(besides.resolve("asd"));
        Path onPath = Files.createDirectories(folder.resolve("curves"));
        Path shipped = Files.createDirectories(folder.resolve("shipped"));
        NoiseCurveSearch search = NoiseCurveSearch.of(
            besides, Optional.of("nowhere" + File.pathSeparator + onPath), Optional.of(shipped));
        for (Path place : List.of(shipped, onPath, inAsd, besides)) {
            Path curve = Files.createFile(place.resolve("curve.txt"));
            assertEquals(curve, search.find("curve.txt"));
        }
        assertEquals(onPath.resolve("curve.txt"), search.find(onPath.resolve("curve.txt").toString()));
    }

    @Test
    void theShippedCurveIsFoundFromAnywhere() {
        assertTrue(Files.isRegularFile(Whitening.resolve(CURVE.getFileName().toString(), folder)));
    }

    @Test
    void aCurveThatIsNowhereIsRefusedWithAllPlaces() {
        String message =
            assertThrows(SettingsException.class, () -> Whitening.resolve("absent.txt", folder)).getMessage();
        assertTrue(message.contains("'absent.txt'") && message.contains(folder.toString())
            && message.contains("CHIRPMILL_ASD_PATH"), message);
    }
}
