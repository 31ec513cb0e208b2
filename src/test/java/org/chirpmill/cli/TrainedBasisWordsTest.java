package org.chirpmill.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chirpmill.cli.words.BasisForecast;
import org.chirpmill.cli.words.ConsoleListener;
import org.chirpmill.compression.BasisMaker;
import org.chirpmill.compression.TrainingPlan;
import org.chirpmill.run.BasisRun;
import org.chirpmill.run.Choices;
import org.chirpmill.run.Recipe;
import org.chirpmill.run.RunListener;
import org.chirpmill.run.RunStep;
import org.chirpmill.settings.SettingsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of a basis that a run trains: how long it takes, how good it is, and why it cannot be. */
class TrainedBasisWordsTest {
    private static final String PRECESSING = """
        domain: {type: UniformFrequencyDomain, f_min: 20.0, f_max: 256.0, delta_f: 0.25}
        waveform_generator: {approximant: IMRPhenomXPHM, f_ref: 20.0}
        intrinsic_prior: {chirp_mass: "Uniform(20,40)", mass_ratio: 0.8, a_1: 0.5, a_2: 0.3, tilt_1: 0.5, tilt_2: 0.8,
          phi_12: 1.7, phi_jl: 0.3, theta_jn: "Sine(0,3.14)", phase: 0.4, luminosity_distance: 500, geocent_time: 0}
        num_samples: 20
        """;

    @TempDir
    private Path directory;

    private Path settings(String svd) throws IOException {
        return Files.writeString(directory.resolve("a.yaml"), PRECESSING + "compression: {svd: {" + svd + "}}\n");
    }

    private List<String> said(String svd) throws IOException {
        return CommandLineRun.generate(settings(svd), directory.resolve("a.h5"), "-n", 5, "--force").err().lines()
            .toList();
    }

    /** More waveforms are of use only where there are fewer of them than bins. */
    @ParameterizedTest
    @CsvSource({"21, 10, 20, ask for fewer or train on more", "946, 1000, 945, ask for fewer"})
    void moreVectorsThanThereAreAreRefusedWhereTheyAreAskedFor(int size, int samples, int most, String remedy)
            throws IOException {
        Path settings = settings("size: " + size + ", num_training_samples: " + samples);
        CommandLineRun run = CommandLineRun.of("generate", settings, "-o", directory.resolve("a.h5"));
        assertEquals("chirpmill: compression.svd.size is " + size + " but " + samples + " training waveforms of 945 "
            + "bins give at most " + most + " singular vectors: " + remedy + " (" + settings + ", line 6).\n",
            run.err());
        assertEquals(2, run.exitCode());
    }

    @Test
    void aBasisThatIsTooSmallIsToldBeforeTheRows() throws IOException {
        List<String> lines = said(
            "size: 1, num_training_samples: 40, num_validation_samples: 10, sampling: off");
        assertEquals(7, lines.size(), lines::toString);
        assertTrue(lines.get(0).contains(" of 1,025 bins, kept as 1 coefficient, to "), lines.get(0));
        assertTrue(lines.get(1).startsWith("40 of 40 waveforms to train on (100 %), "), lines.get(1));
        assertTrue(lines.get(2).startsWith("10 of 10 waveforms to measure on (100 %), "), lines.get(2));
        assertTrue(lines.get(3).matches("chirpmill: the basis gives 20 other polarizations back with a mismatch of "
            + "\\d\\.\\de-01 in the median, .*"), lines.get(3));
        assertTrue(lines.get(4).startsWith("chirpmill: warning: 1 vector is too few: one waveform in a hundred comes "
            + "back with a mismatch of 0."), lines.get(4));
        assertTrue(lines.get(5).startsWith("5 of 5 waveforms (100 %), "), lines.get(5));
    }

    @Test
    void whatSampledBinsAreWorthIsToldAndTheyAreLeftWhereTheyServeFewRows() throws IOException {
        String few = "chirpmill: [0-9]+ bins tell the coefficients of 1,000 other waveforms with an error of [-.e0-9]+ "
            + "in the median, [-.e0-9]+ at 99 %, [-.e0-9]+ at most of what the basis loses; ";
        List<String> useful = said("size: 40, num_training_samples: 400");
        assertTrue(useful.stream().anyMatch(line -> line.matches(few + "[0-9]+ waveforms? would be made of all bins."
            )), useful::toString);
        List<String> useless = said("size: 30, num_training_samples: 20");
        assertTrue(useless.stream().anyMatch(line -> line.matches(few + "[0-9,]+ waveforms would be made of all bins, "
            + "and so are all rows.")), useless::toString);
        assertFalse(useless.toString().contains("all bins were projected"), useless::toString);
    }

    @Test
    void aGoodBasisTakesOneLineAndAnUnmeasuredOneSaysSo() throws IOException {
        List<String> good = said("size: 40, num_training_samples: 60, num_validation_samples: 10");
        assertEquals(1, good.stream().filter(line -> line.contains(" basis gives ")).count(), good::toString);
        assertFalse(good.toString().contains("warning"), good::toString);
        List<String> unmeasured = said("size: 40, num_training_samples: 60");
        assertTrue(unmeasured.contains("chirpmill: how well the basis gives waveforms back is not measured: set "
            + "compression.svd.num_validation_samples, or use 'chirpmill svd validate'."), unmeasured::toString);
    }

    @Test
    void aLongTrainingSaysFirstHowLongItTakes() throws Exception {
        Recipe recipe = Recipe.read(settings("size: 200, num_training_samples: 50_000_000"));
        BasisRun bases = BasisRun.of(recipe, Choices.automatic());
        TrainingPlan plan = bases.maker().plan(50_000_000, 200);
        Optional<BasisForecast> forecast = BasisForecast.ifLong(bases, plan, 100);
        assertTrue(forecast.orElseThrow().sentence().matches("training a basis of 200 vectors on 50,000,000 waveforms "
            + "takes about [0-9.]+ (min|h), [0-9.]+ (min|h|s) of it linear algebra"), forecast.get().sentence());
        assertEquals(Optional.empty(), BasisForecast.ifLong(bases, bases.maker().plan(100, 20), 100));

        StringWriter err = new StringWriter();
        ConsoleListener listener = new ConsoleListener(new PrintWriter(err, true), new ConsoleListener.Preface() {
            @Override
            public Optional<BasisForecast> training() {
                return forecast;
            }

            @Override
            public String sooner() {
                return "train on less";
            }
        });
        listener.begin(RunStep.TRAINING, 0, 10);
        assertEquals("chirpmill: " + forecast.get().sentence() + "; train on less." + System.lineSeparator(),
            err.toString());
        listener.end();
    }

    @Test
    void memoryThatRunsOutOnTheWayIsToldAsTheBasissOwn() throws Exception {
        Recipe recipe = Recipe.read(settings("size: 4, num_training_samples: 10"));
        BasisRun bases = BasisRun.of(recipe, Choices.automatic());
        for (String cause : List.of("Java heap space", "LAPACK's zgesdd finds no memory to work in")) {
            BasisMaker without = new BasisMaker(bases.maker().task(), bases.maker().kept(),
                bases.maker().compression(), _ -> {
                    throw new OutOfMemoryError(cause);
                });
            BasisRun exhausted = new BasisRun(recipe, without, bases.sampling());
            String told = assertThrows(SettingsException.class,
                () -> exhausted.train(without.plan(10, 4), RunListener.SILENT)).getMessage();
            assertTrue(told.contains("compression.svd: a basis is trained and measured, for which "
                + (cause.contains("heap") ? "the JVM's heap is too small" : "this machine has not enough memory left")),
                told);
            assertTrue(told.contains("ask for fewer vectors or bins") && told.contains(cause), told);
        }
    }

    @Test
    void whatTheHeapCannotHoldIsRefusedBeforeAnythingIsDone() throws Exception {
        Path settings = Files.writeString(directory.resolve("large.yaml"), PRECESSING
            .replace("f_max: 256.0, delta_f: 0.25", "f_max: 2048.0, delta_f: 0.0078125")
            + "compression: {svd: {size: 30, num_training_samples: 40, num_validation_samples: 10}}\n");
        Path target = directory.resolve("large.h5");
        // 262,145 bins x 30 vectors x 16 bytes, thrice: the basis, a copy, and twice half of it for the projection.
        String need = "compression.svd: 30 vectors of 262,145 bins take 377 MB of the JVM's heap, which has room for ";
        for (List<String> more : List.of(List.<String>of(), List.of("--dry-run"))) {
            List<Object> words = new ArrayList<>(List.of("generate", settings, "-o", target));
            words.addAll(more);
            CommandLineRun run = ChildJvm.run(List.of("-Xmx200m"), words.toArray());
            assertEquals(2, run.exitCode(), run.out());
            assertTrue(run.out().startsWith("chirpmill: " + need), run.out());
            assertTrue(run.out().contains(": start Java with -Xmx") && run.out().endsWith("m (CHIRPMILL_JAVA_OPTS) or "
                + "ask for fewer vectors or bins (" + settings + ", line 6)." + System.lineSeparator()), run.out());
        }
        CommandLineRun alone = ChildJvm.run(List.of("-Xmx150m"), "svd", "train", settings, "-o", target);
        assertTrue(alone.out().startsWith("chirpmill: compression.svd: 30 vectors of 262,145 bins take 126 MB of the "
            + "JVM's heap"), alone.out());
        assertFalse(Files.exists(target));
    }
}
