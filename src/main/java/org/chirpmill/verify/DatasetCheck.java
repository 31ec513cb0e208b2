package org.chirpmill.verify;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.chirpmill.compression.Compression;
import org.chirpmill.dataset.DatasetException;
import org.chirpmill.dataset.DatasetReader;
import org.chirpmill.dataset.Origin;
import org.chirpmill.dataset.Polarization;
import org.chirpmill.engine.Pipeline;
import org.chirpmill.engine.RowSource;
import org.chirpmill.engine.Schedule;
import org.chirpmill.engine.UnusableRowException;
import org.chirpmill.engine.WaveformTask;
import org.chirpmill.model.Preparer;
import org.chirpmill.model.SourceRefusedException;
import org.chirpmill.rows.Accuracy;
import org.chirpmill.rows.Batch;
import org.chirpmill.rows.NamedParameters;
import org.chirpmill.rows.Precision;
import org.chirpmill.rows.RowRange;
import org.chirpmill.rows.Signal;
import org.chirpmill.run.Choices;
import org.chirpmill.run.Recipe;
import org.chirpmill.settings.DatasetSettings;
import org.chirpmill.settings.SettingsTree;
import org.chirpmill.source.FixedSource;
import org.chirpmill.source.SourceParameters;
import org.chirpmill.source.UnphysicalSourceException;

/**
 * Makes some rows of a dataset anew from its own settings, and compares: their parameters with the draws of the seed,
 * where the dataset tells it, their waveforms with those of the stored parameters. What was whitened and
 * heterodyned is compared so, since its basis was made for that.
 */
public final class DatasetCheck {
    /** So many rows of coefficients at least, or the basis comes from memory too often. */
    private static final int ROWS_RESTORED_TOGETHER = 32;

    private final Path file;
    private final DatasetReader reader;
    private final DatasetSettings settings;
    private final Recipe recipe;
    /** How exactly the dataset was made. */
    private final Accuracy made;
    /** Its rows once more. */
    private final WaveformTask task;
    /** What was done to the waveforms that its rows, or its basis, are of. */
    private final Compression unprojected;
    private final FixedSource sources;
    private final List<String> contradictions;

    /**
     * Reads what the dataset in {@code file} was made from.
     *
     * @param choices who evaluates and how exactly, where not as the dataset was made; seed and precision are its own
     * @throws org.chirpmill.settings.SettingsException where its settings make no dataset
     */
    public DatasetCheck(Path file, DatasetReader reader, Choices choices) {
        this.file = file;
        this.reader = reader;
        this.settings = DatasetSettings.of(SettingsTree.ofPythonLiteral(reader.settings(), file.toString()));
        this.recipe = Recipe.of(settings, file.toAbsolutePath().getParent());
        // Some versions wrote what was asked for, of which no more than this was kept.
        this.made = reader.origin().map(Origin::accuracy).orElse(Choices.ACCURACY_OF_SINGLES).fitted();
        this.task = recipe.task(choices.withSeed(seed().orElse(0)).withPrecision(reader.precision())
            .withAccuracy(choices.accuracyOfSingles(Optional.of(made))));
        this.contradictions = Contradictions.of(reader, recipe);
        // Without them, shapes fit and names determine a source.
        this.unprojected = contradictions.isEmpty() ? reader.compression().unprojected() : Compression.NONE;
        this.sources = new FixedSource(contradictions.isEmpty() ? reader.columns() : recipe.prior().columns(),
            settings.waveformGenerator().referenceFrequency(), settings.waveformGenerator().spinConversionPhase());
    }

    /**
     * Compares so many rows, evenly spread.
     *
     * @param tolerance the largest difference that passes; empty for what is usual
     */
    public DatasetVerdict verdict(int samples, OptionalDouble tolerance) throws IOException, InterruptedException {
        long[] rows = RowDifferences.spread(reader.rows(), samples);
        boolean isProjected = reader.basis().isPresent();
        String contents = DatasetVerdict.contents(reader, task.model().approximant(), unprojected);
        double allowed = tolerance.orElse(
            Tolerances.ofDataset(isProjected, reader.precision(), made, task.accuracy()));
        List<String> flaws = contradictions.isEmpty() ? unmakeableRows(rows) : contradictions;
        if (!flaws.isEmpty()) {
            return new DatasetVerdict(file.toString(), contents, flaws, notices(Map.of(), 0), isProjected, seed(), 0,
                new RowDifferences(new long[0]), allowed);
        }
        int foreign = seed().isPresent() ? foreignRows(rows) : 0;
        Map<String, Integer> remarks = new TreeMap<>();
        RowDifferences differences = differences(rows, remarks);
        return new DatasetVerdict(file.toString(), contents, List.of(), notices(remarks, rows.length), isProjected,
            seed(), foreign, differences, allowed);
    }

    /** What can hardly be meant of the settings, and what was found of so many rows. */
    private List<String> notices(Map<String, Integer> remarks, int rows) {
        List<String> notices = new ArrayList<>(recipe.doubts());
        remarks.forEach((remark, count) -> notices.add("on " + count + " of " + rows + " rows " + remark + "."));
        return notices;
    }

    /** Says of the rows whose parameters no waveform comes from, if there are any, how many there are and why. */
    private List<String> unmakeableRows(long[] rows) throws IOException {
        double[] coefficients = new double[task.model().layout().size()];
        Preparer preparer = task.model().open(task.frame());
        String first = "";
        int count = 0;
        for (long row : rows) {
            try {
                preparer.prepare(sources.at(reader.parameters(row, 1)[0]), coefficients, 0);
            } catch (UnphysicalSourceException | SourceRefusedException refusal) {
                first = count == 0 ? "row " + reader.rowsOfSet().row(row) + " for one: " + refusal.getMessage() : first;
                count++;
            }
        }
        return count == 0 ? List.of() : List.of(count + " of " + rows.length
            + " rows have parameters of which no waveform comes, " + first.replaceFirst("\\.$", ""));
    }

    /** The seed that the dataset tells; those of dingo-gw tell none. */
    private OptionalLong seed() {
        return reader.origin().map(origin -> OptionalLong.of(origin.seed())).orElse(OptionalLong.empty());
    }

    /** How many of the rows have parameters that the seed's draws for them do not give. */
    private int foreignRows(long[] rows) throws IOException {
        RowSource.Drawer drawer = task.source().open();
        int foreign = 0;
        for (long row : rows) {
            foreign += isDrawn(drawer, reader.rowsOfSet().row(row), reader.parameters(row, 1)[0]) ? 0 : 1;
        }
        return foreign;
    }

    /** Any attempt counts: why those before were rejected is the model's affair. */
    private boolean isDrawn(RowSource.Drawer drawer, long row, double[] stored) {
        double[] drawn = new double[stored.length];
        for (int attempt = 0; attempt < task.attemptsPerRow(); attempt++) {
            drawer.draw(row, attempt, drawn);
            if (Arrays.equals(drawn, stored)) {
                return true;
            }
        }
        return false;
    }

    /**
     * The stored waveforms of the rows against new ones.
     *
     * @param remarks receives on how many of the rows there is which remark
     */
    private RowDifferences differences(long[] rows, Map<String, Integer> remarks)
            throws IOException, InterruptedException {
        RowDifferences differences =
            new RowDifferences(Arrays.stream(rows).map(reader.rowsOfSet()::row).toArray());
        double[][] parameters = new double[rows.length][];
        for (int k = 0; k < rows.length; k++) {
            parameters[k] = reader.parameters(rows[k], 1)[0];
        }
        WaveformTask again = new WaveformTask(() -> new StoredRows(parameters, sources), reader.columns(), 1,
            task.model(), task.frame(), task.precision(), task.backend(), task.accuracy());
        try {
            new Pipeline(again, schedule(again, rows.length))
                .run(RowRange.first(rows.length), batch -> compare(batch, rows, differences, remarks), _ -> { });
        } catch (UnusableRowException unusable) {
            throw new DatasetException(file + " has parameters in row "
                + reader.rowsOfSet().row(rows[(int) unusable.row()]) + " that make no waveform: " + unusable.reason()
                + ".", unusable);
        }
        return differences;
    }

    /** Larger batches than caches like, where their stored rows are given back from coefficients together. */
    private Schedule schedule(WaveformTask again, int rows) {
        Schedule schedule = Schedule.automatic(again, rows, Runtime.getRuntime().availableProcessors());
        return reader.basis().isEmpty() ? schedule
            : new Schedule(schedule.threads(), Math.max(schedule.batchSize(), ROWS_RESTORED_TOGETHER))
                .trimmedTo(rows);
    }

    private void compare(Batch batch, long[] rows, RowDifferences differences, Map<String, Integer> remarks)
            throws IOException {
        int first = (int) batch.position();
        long[] some = Arrays.copyOfRange(rows, first, first + batch.count());
        double[][] plus = reader.unprojected(Polarization.PLUS, some);
        double[][] cross = reader.unprojected(Polarization.CROSS, some);
        for (int row = 0; row < batch.count(); row++) {
            NamedParameters parameters = new NamedParameters(reader.columns(), reader.parameters(some[row], 1)[0]);
            differences.put(first + row, plus[row], cross[row],
                made(batch.plus(), row, batch, parameters), made(batch.cross(), row, batch, parameters));
            remark(parameters, plus[row], cross[row]).forEach(text -> remarks.merge(text, 1, Integer::sum));
        }
    }

    /** What there is to remark of a row as the file has it. */
    private List<String> remark(NamedParameters row, double[] plus, double[] cross) {
        double[] plusStrain = unprojected.inverse(plus, row);
        double[] crossStrain = unprojected.inverse(cross, row);
        Optional<String> ofSource;
        try {
            ofSource = sources.at(row.values()).remark();
        } catch (UnphysicalSourceException refused) {
            // Rows with such parameters are not compared, and are told of.
            ofSource = Optional.empty();
        }
        return Stream.concat(ofSource.stream(),
            Signal.of(plusStrain, crossStrain, reader.precision()).remark(reader.precision()).stream()).toList();
    }

    private double[] made(MemorySegment rows, int row, Batch batch, NamedParameters parameters) {
        int parts = 2 * batch.bins();
        long first = (long) row * parts;
        double[] series = IntStream.range(0, parts).mapToDouble(part -> batch.precision() == Precision.SINGLE
            ? rows.getAtIndex(ValueLayout.JAVA_FLOAT, first + part)
            : rows.getAtIndex(ValueLayout.JAVA_DOUBLE, first + part)).toArray();
        return unprojected.apply(series, parameters);
    }

    /** Rows that are read instead of drawn; the row's index is that in {@code parameters}. */
    private record StoredRows(double[][] parameters, FixedSource sources) implements RowSource.Drawer {
        @Override
        public void draw(long row, int attempt, double[] drawn) {
            System.arraycopy(parameters[(int) row], 0, drawn, 0, drawn.length);
        }

        @Override
        public SourceParameters source(double[] row) throws SourceRefusedException {
            try {
                return sources.at(row);
            } catch (UnphysicalSourceException unphysical) {
                throw new SourceRefusedException(unphysical.getMessage());
            }
        }
    }
}
