package org.chirpmill.cli.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.imageio.ImageIO;
import org.chirpmill.cli.CommandLineRun;
import org.chirpmill.cli.Samples;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlotCommandTest {
    private static final Path XPHM = Path.of("configs/waveform_xphm.yaml");
    private static final Path BANDS = Path.of("configs/multibanded_xphm.yaml");
    private static final Path BASIS = Path.of("src/test/resources/dataset/dingo_basis_40_bins.h5");

    @TempDir
    private Path directory;

    /** A bare machine has no fonts to draw with, and the command says so. */
    @BeforeEach
    void requireFonts() {
        CommandLineRun run = CommandLineRun.of("plot", "grid", BANDS, "-o", directory.resolve("fonts.png"));
        assumeFalse(run.err().contains("this machine lacks fonts"), run.err());
    }

    @Test
    void aWaveformHasAmplitudeAndPhaseOfBothPolarizations() throws IOException {
        draws(1200, 1120, List.of("IMRPhenomXPHM, 45 + 15 solar masses", "frequency (Hz)", "amplitude (1/Hz)",
            "phase (rad)", "|h+|", "|h\u00d7|", "arg h+"), 2000, "waveform", XPHM);
    }

    @Test
    void strainIsShownAroundTheMerger() throws IOException {
        draws(1200, 1120, List.of("time from merger (s)", "strain h+", "strain h\u00d7", "-0.3", "0"), 2000,
            "strain", XPHM);
    }

    @Test
    void allFiveModesAreShown() throws IOException {
        draws(1200, 720, List.of("mode amplitude |h_lm| (1/Hz)", "(2, 2)", "(2, 1)", "(3, 3)", "(3, 2)", "(4, 4)"),
            2000, "modes", XPHM);
    }

    @Test
    void aGridHasItsBands() throws IOException {
        draws(1200, 1120, List.of("bin width delta_f (Hz)", "bins per band", "frequency (Hz)",
            "multibanded_xphm.yaml: 960 bins in place of 8,032"), 9, "grid", BANDS);
    }

    @Test
    void aBasisOfDingoHasItsSpectrumAndMismatches() throws IOException {
        draws(1200, 1120, List.of("12 singular values of dingo_basis_40_bins.h5", "singular value (of the first)",
            "mismatch", "singular vectors kept", "median", "90 %", "maximum"), 11, "spectrum", BASIS);
    }

    @Test
    void scalingIsReadFromWhatTheBenchmarkWrites() throws IOException {
        Path json = directory.resolve("scaling.json");
        CommandLineRun.succeeding("benchmark", Samples.rejecting(directory), "-n", 50, "--repeats", 1, "--scaling",
            "1,2", "--output", json, "--chart", directory.resolve("chart.png"));
        draws(1200, 1120, List.of("threads", "waveforms per second (1/s)", "times as fast as 1 thread",
            "IMRPhenomD, 129 bins, 50 waveforms"), 2, "scaling", json);
    }

    @Test
    void aDatasetHasACornerPlotAndWaveforms() throws IOException {
        Path set = directory.resolve("set.hdf5");
        CommandLineRun.generate(Samples.MULTIBANDED, set, "-n", 40);
        draws(1330, 1330, List.of("chirp mass (solar masses)", "mass ratio", "chi 1", "chi 2"), 4 * 40,
            "corner", set, "--columns", "chirp_mass,mass_ratio,chi_1,chi_2");
        draws(1200, 1120, List.of("IMRPhenomD, row 39 of set.hdf5", "phase (rad)"), 500,
            "waveform", "--dataset", set, "--row", 39);
        draws(1200, 1120, List.of("time from merger (s)"), 500, "strain", "--dataset", set);
        refuses("--row is 40 but must be from 0 to 39, the rows of " + set, "waveform", "--dataset", set, "--row", 40);
        refuses("--columns names 'spin' but must be among chirp_mass, mass_ratio, ", "corner", set, "--columns",
            "spin,chi_1");
        refuses("--columns names 'geocent_time', which is 0.0 in every row", "corner", set, "--columns",
            "chi_1,geocent_time");
        refuses("--columns has 1 parameters but must have 2 to 10", "corner", set, "--columns", "chi_1");
        refuses("--columns is chi_1,chi_1 but must name each parameter once", "corner", set, "--columns",
            "chi_1,chi_1");
        refuses(set + " holds no SVD basis: neither V, as a basis's own file, nor svd/V, as a dataset.",
            "spectrum", set);
    }

    @Test
    void whatCannotBeDrawnIsSaidInOneSentence() throws IOException {
        refuses("SETTINGS or --dataset FILE is missing", "waveform");
        refuses("SETTINGS and --dataset do not go together", "strain", XPHM, "--dataset", "set.hdf5");
        refuses("--row is given without --dataset FILE", "modes", XPHM, "--row", 1);
        refuses("--after is -1.0 but must be a number of seconds above 0", "strain", XPHM, "--after", -1);
        refuses("which has no modes to show: take one of IMRPhenomHM, IMRPhenomXHM", "modes", Samples.WAVEFORM);
        refuses("domain.type is 'UniformFrequencyDomain', which has no bands to show", "grid", Samples.QUICK);
        refuses("configs/quick.yaml has no waveform_parameters", "waveform", Samples.QUICK);
        refuses("missing.hdf5 does not exist", "spectrum", directory.resolve("missing.hdf5"));
        refuses("missing.json does not exist", "scaling", directory.resolve("missing.json"));
        Path text = Files.writeString(directory.resolve("other.json"), "{\"scaling\": 3}");
        refuses(text + " is not what 'chirpmill benchmark --scaling' writes", "scaling", text);
        CommandLineRun gif = CommandLineRun.of("plot", "grid", BANDS, "-o", "grid.gif");
        assertEquals(2, gif.exitCode());
        assertTrue(gif.err().startsWith("chirpmill: --out is grid.gif but must end in .png or .svg"), gif.err());
        CommandLineRun kind = CommandLineRun.of("plot");
        assertEquals(2, kind.exitCode());
        assertTrue(kind.err().startsWith("chirpmill: A kind of picture is missing: one of waveform, "), kind.err());
    }

    @Test
    void everyKindHasHelpWithExamples() {
        for (String kind : List.of("waveform", "strain", "modes", "grid", "corner", "spectrum", "scaling")) {
            String help = CommandLineRun.succeeding("plot", kind, "--help").out();
            assertTrue(help.startsWith("Usage: chirpmill plot " + kind) && help.contains("Example"), help);
        }
    }

    /** Draws both formats; the texts must stand in the SVG, whose shapes must have so many points at least. */
    private void draws(int width, int height, List<String> texts, int points, Object... words) throws IOException {
        Path png = directory.resolve("a.png");
        CommandLineRun.succeeding(plot(png, words));
        BufferedImage image = ImageIO.read(png.toFile());
        assertEquals(width + " x " + height, image.getWidth() + " x " + image.getHeight());
        assertTrue(Files.size(png) < 150_000, () -> "bytes: " + png.toFile().length());
        Set<Integer> colours = new TreeSet<>();
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < height; y++) {
                colours.add(image.getRGB(x, y));
            }
        }
        assertTrue(colours.size() > 50, "colours: " + colours.size());
        Path svg = directory.resolve("a.svg");
        CommandLineRun.succeeding(plot(svg, words));
        SvgPicture drawn = SvgPicture.of(Files.readString(svg));
        assertEquals(width + " x " + height, drawn.size());
        assertTrue(drawn.texts().containsAll(texts), () -> "texts: " + drawn.texts());
        assertEquals(Set.of("sans-serif"), drawn.fonts(), "fonts");
        assertTrue(drawn.points() >= points, () -> "points: " + drawn.points());
        Path again = directory.resolve("b.svg");
        CommandLineRun.succeeding(plot(again, words));
        assertEquals(-1, Files.mismatch(svg, again), "the same picture is the same file");
    }

    private static Object[] plot(Path out, Object... words) {
        Object[] all = new Object[words.length + 3];
        all[0] = "plot";
        System.arraycopy(words, 0, all, 1, words.length);
        all[words.length + 1] = "-o";
        all[words.length + 2] = out;
        return all;
    }

    private void refuses(String sentence, Object... words) {
        Path out = directory.resolve("refused.png");
        CommandLineRun run = CommandLineRun.of(plot(out, words));
        assertEquals(2, run.exitCode(), run.err());
        List<String> said = run.err().lines().filter(line -> line.startsWith("chirpmill: ")).toList();
        assertEquals(1, said.size(), run.err());
        assertTrue(said.getFirst().contains(sentence), run.err());
        assertFalse(Files.exists(out));
    }
}
