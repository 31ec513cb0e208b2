package org.chirpmill.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.chirpmill.dataset.DatasetReader;
import org.chirpmill.dataset.Polarization;
import org.chirpmill.engine.lookup.EvaluatorLookup;
import org.chirpmill.rows.Accuracy;
import org.chirpmill.rows.Batch;
import org.chirpmill.rows.BatchMemory;
import org.chirpmill.rows.Precision;
import org.chirpmill.rows.RowList;
import org.chirpmill.rows.RowOrder;
import org.chirpmill.rows.RowRange;
import org.chirpmill.rows.RowSelection;
import org.chirpmill.settings.SettingsException;
import org.chirpmill.settings.UnknownKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs driven by a program. */
class RunTest {
    private static final Path QUICK = Path.of("configs/quick.yaml");
    private static final String SMALL = """
        domain: {type: UniformFrequencyDomain, f_min: 16.0, f_max: 64.0, delta_f: 0.5}
        waveform_generator: {approximant: IMRPhenomD, f_ref: 16.0%s}
        intrinsic_prior:
          mass_1: Uniform(minimum=12.0, maximum=75.0)
          mass_2: Uniform(minimum=12.0, maximum=75.0)
          chi_1: Uniform(minimum=%s, maximum=1.2)
          chi_2: 0.1
          theta_jn: Sine()
          phase: 0.3
          luminosity_distance: 500
        num_samples: 40
        %s
        """;

    @TempDir
    private Path directory;

    private Recipe small(String generator, String least, String rest) throws IOException {
        return Recipe.read(Files.writeString(directory.resolve("s.yaml"), SMALL.formatted(generator, least, rest)),
            UnknownKeys.IGNORED);
    }

    @Test
    void aListOfRowsEqualsThoseOfTheFileThatTheRunMakes() throws Exception {
        Run run = Run.of(Recipe.read(QUICK), Choices.automatic().withSeed(5).withPrecision(Precision.DOUBLE));
        Path target = directory.resolve("d.hdf5");
        DatasetOutcome outcome = new DatasetRun(run, new RowRange(10, 30), target, ExistingFile.KEPT)
            .make(RunListener.SILENT).orElseThrow();
        assertEquals(20, outcome.made());
        assertEquals(Optional.empty(), new DatasetRun(run, new RowRange(10, 30), target, ExistingFile.CONTINUED)
            .make(RunListener.SILENT));
        Map<Long, double[]> made = collect(run, RowList.of(29, 10, 17, 4), new ArrayList<>());
        try (DatasetReader reader = DatasetReader.open(target)) {
            assertEquals(new RowRange(10, 30), reader.rowsOfSet());
            for (long row : new long[] {29, 10, 17}) {
                assertArrayEquals(reader.polarization(Polarization.PLUS, row - 10, 1)[0], made.get(row), "row " + row);
            }
        }
    }

    @Test
    void settingsDecideTheAccuracyWhereNobodyChooses() throws Exception {
        Choices choices = Choices.on(EvaluatorLookup.forced("vector"));
        assertEquals(Accuracy.EXACT, small(", accuracy: exact", "0.5", "").task(choices).accuracy());
        assertEquals(Accuracy.DEFAULT, choices.accuracyOf(small("", "0.5", "")));
        Recipe exact = small(", accuracy: exact", "0.5", "");
        assertEquals(new Accuracy(1e-7), choices.withAccuracy(new Accuracy(1e-7)).accuracyOf(exact));
        Run run = Run.of(exact, choices.withAccuracy(new Accuracy(1e-7)));
        assertTrue(run.choices().stored(exact, run.task()).toPythonLiteral()
            .contains("'accuracy': 'fast(1e-7)'"));
    }

    @Test
    void theListenerHearsWhatIsNotAsAskedFor() throws Exception {
        Choices choices = Choices.on(EvaluatorLookup.forced("vector")).withAccuracy(new Accuracy(1e-2));
        Run run = Run.of(small("", "0.5", "chrip_mass: 3"), choices);
        List<String> heard = new ArrayList<>();
        RunListener listener = new RunListener() {
            @Override
            public void notice(String sentence) {
                heard.add(sentence);
            }
        };
        try (RunningRows running =
                run.start(RowRange.first(3), RowOrder.BY_ROW, BatchMemory.OWN, _ -> { }, listener)) {
            running.await();
        }
        assertTrue(heard.get(0).contains("chrip_mass"), heard.get(0));
        assertEquals("an accuracy of fast(0.01) is kept as fast(2e-6) for IMRPhenomD on the vector backend.",
            heard.getLast());
    }

    @Test
    void closingStopsARunThatHasMuchLeftToDo() throws Exception {
        Run run = Run.of(Recipe.read(QUICK), Choices.automatic());
        CountDownLatch begun = new CountDownLatch(1);
        AtomicLong rows = new AtomicLong();
        RunningRows running = run.start(RowRange.first(1L << 40), RowOrder.BY_COMPLETION, BatchMemory.OWN, batch -> {
            rows.addAndGet(batch.count());
            begun.countDown();
        }, RunListener.SILENT);
        begun.await();
        assertFalse(running.isDone());
        assertTimeoutPreemptively(Duration.ofSeconds(60), running::close);
        assertTrue(running.isDone());
        long then = rows.get();
        Thread.sleep(50);
        assertEquals(then, rows.get(), "nothing goes on after closing");
        assertThrows(InterruptedException.class, running::await);
    }

    @Test
    void whatTheSinkThrowsEndsTheRunAndIsThrown() throws Exception {
        IOException full = new IOException("full");
        try (RunningRows running = Run.of(Recipe.read(QUICK), Choices.automatic()).start(RowRange.first(1L << 40),
                RowOrder.BY_ROW, BatchMemory.OWN, _ -> {
                    throw full;
                }, RunListener.SILENT)) {
            assertSame(full, assertThrows(IOException.class, running::await));
        }
    }

    @Test
    void rowsThatCannotBeMadeAreRefusedWithTheirKey() throws Exception {
        SettingsException refused = assertThrows(SettingsException.class,
            () -> Run.of(small("", "1.1", ""), Choices.automatic()));
        assertTrue(refused.getMessage().startsWith("row 0 was given up after 1000 draws"), refused.getMessage());
        assertTrue(refused.getMessage().contains("s.yaml"), refused.getMessage());
    }

    @Test
    void aBasisIsTrainedOnTheWayAndTheListenerHearsOfIt() throws Exception {
        Recipe recipe = small("", "0.5",
            "compression: {svd: {size: 8, num_training_samples: 60, num_validation_samples: 10}}");
        Choices choices = Choices.automatic().dividedInto(OptionalInt.of(2), OptionalInt.of(4));
        Run run = Run.of(recipe, choices);
        assertTrue(run.cost(RowRange.first(12)).trainingWaveforms() > 60);
        List<String> heard = new ArrayList<>();
        Map<Long, double[]> straight = collect(run, RowRange.first(12), heard);
        assertEquals(List.of("TRAINING", "VALIDATION", "ROWS of 12"), heard.stream().distinct().toList());
        assertEquals(2 * 8, straight.get(0L).length);
        Map<Long, double[]> kept = collect(run.trained(RunListener.SILENT), RowRange.first(12), new ArrayList<>());
        kept.forEach((row, plus) -> assertArrayEquals(straight.get(row), plus, "row " + row));
    }

    private static Map<Long, double[]> collect(Run run, RowSelection rows, List<String> heard) throws Exception {
        Map<Long, double[]> plus = new HashMap<>();
        RunListener listener = new RunListener() {
            @Override
            public void begin(RunStep step, long done, long waveforms) {
                heard.add(step == RunStep.ROWS ? step + " of " + waveforms : step.toString());
            }
        };
        try (RunningRows running = run.start(rows, RowOrder.BY_ROW, BatchMemory.OWN, batch -> {
            for (int k = 0; k < batch.count(); k++) {
                plus.put(batch.row(k), row(batch, k));
            }
        }, listener)) {
            running.await();
        }
        return plus;
    }

    private static double[] row(Batch batch, int k) {
        int parts = 2 * batch.bins();
        if (batch.precision() == Precision.DOUBLE) {
            return Arrays.copyOfRange(batch.plus().toArray(ValueLayout.JAVA_DOUBLE), k * parts, (k + 1) * parts);
        }
        float[] all = batch.plus().toArray(ValueLayout.JAVA_FLOAT);
        double[] row = new double[parts];
        Arrays.setAll(row, part -> all[k * parts + part]);
        return row;
    }
}
