package org.chirpmill.cli.plot;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.chirpmill.cli.options.PictureOption;
import org.chirpmill.dataset.DatasetException;
import org.chirpmill.dataset.DatasetReader;
import org.chirpmill.dataset.ParameterRange;
import org.chirpmill.figure.CornerFigure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Draws the parameters of a dataset. */
@Command(
    name = "corner",
    description = "What was drawn from the prior: a histogram of each parameter, and a cloud of dots for each pair.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
        "",
        "Examples:",
        "  chirpmill plot corner set.hdf5",
        "  chirpmill plot corner set.hdf5 --columns chirp_mass,mass_ratio,a_1 -o prior.svg",
    })
final class PlotCornerCommand implements Callable<Integer> {
    private static final int MOST_COLUMNS = 10;
    private static final int COLUMNS_BY_DEFAULT = 6;
    private static final int MOST_ROWS = 200_000;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DATASET", description = "A dataset, by Chirpmill or by dingo-gw.")
    private Path file;

    @Option(
        names = "--columns",
        paramLabel = "NAMES",
        split = ",",
        description = "Which parameters, 2 to 10, with commas between (default: the first 6 that vary).")
    private List<String> asked = List.of();

    @Mixin
    private PictureOption picture;

    @Override
    public Integer call() throws IOException {
        picture.requireUsable();
        try (DatasetReader reader = DatasetReader.open(file)) {
            List<String> names = asked.isEmpty() ? varying(reader) : required(reader);
            if (names.size() < 2 || names.size() > MOST_COLUMNS) {
                throw misuse("--columns has " + names.size() + " parameters but must have 2 to " + MOST_COLUMNS);
            }
            int rows = (int) Math.min(reader.rows(), MOST_ROWS);
            double[][] table = reader.parameters(0, rows);
            double[][] columns = new double[names.size()][rows];
            for (int column = 0; column < columns.length; column++) {
                int from = reader.columns().indexOf(names.get(column));
                for (int row = 0; row < rows; row++) {
                    columns[column][row] = table[row][from];
                }
                requireDrawable(names.get(column), columns[column]);
            }
            picture.write(CornerFigure.of(names, columns));
        }
        return 0;
    }

    private void requireDrawable(String name, double[] values) throws DatasetException {
        double range = Arrays.stream(values).max().orElse(0) - Arrays.stream(values).min().orElse(0);
        if (!Double.isFinite(range)) {
            throw new DatasetException(file + " has values of " + name + " that no axis shows: they are not finite, or "
                + "as good as infinite.");
        }
    }

    private List<String> varying(DatasetReader reader) throws IOException {
        List<String> names = new ArrayList<>();
        for (ParameterRange range : reader.parameterRanges()) {
            if (range.minimum() < range.maximum() && names.size() < COLUMNS_BY_DEFAULT) {
                names.add(range.name());
            }
        }
        if (names.size() < 2) {
            throw misuse(file + " has " + names.size() + " parameters that vary but a corner plot needs 2");
        }
        return names;
    }

    private List<String> required(DatasetReader reader) throws IOException {
        List<ParameterRange> ranges = reader.parameterRanges();
        for (String name : asked) {
            int column = reader.columns().indexOf(name);
            if (column < 0) {
                throw misuse("--columns names '" + name + "' but must be among " + String.join(", ", reader.columns()));
            }
            if (!(ranges.get(column).minimum() < ranges.get(column).maximum())) {
                throw misuse("--columns names '" + name + "', which is " + ranges.get(column).minimum()
                    + " in every row, but must be parameters that vary");
            }
        }
        if (asked.stream().distinct().count() < asked.size()) {
            throw misuse("--columns is " + String.join(",", asked) + " but must name each parameter once");
        }
        return asked;
    }

    private ParameterException misuse(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
