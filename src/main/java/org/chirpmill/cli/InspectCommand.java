package org.chirpmill.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.chirpmill.dataset.DatasetReader;
import org.chirpmill.dataset.ParameterRange;
import org.chirpmill.rows.Rejection;
import org.chirpmill.rows.RowRange;
import org.chirpmill.run.Recipe;
import org.chirpmill.settings.DatasetSettings;
import org.chirpmill.settings.SettingsException;
import org.chirpmill.settings.SettingsTree;
import org.chirpmill.verify.Contradictions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what is in a dataset. */
@Command(
    name = "inspect",
    description = "Say what is in a dataset: shape, what can hardly be meant, settings, parameter ranges, rejected "
        + "draws, first rows.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example:", "  chirpmill inspect set.hdf5"})
final class InspectCommand implements Callable<Integer> {
    /** Of settings that are no literal of Python's. */
    private static final int LONGEST_TEXT = 1000;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "A dataset, by Chirpmill or by dingo-gw.")
    private Path file;

    @Option(
        names = {"-n", "--rows"},
        paramLabel = "N",
        defaultValue = "5",
        description = "How many of the first rows, and of the rejections, to show (default: ${DEFAULT-VALUE}).")
    private int shown;

    @Override
    public Integer call() throws IOException {
        if (shown < 0) {
            throw new ParameterException(
                spec.commandLine(), "--rows is " + shown + " but must be a whole number, 0 or more");
        }
        PrintWriter out = spec.commandLine().getOut();
        try (DatasetReader reader = DatasetReader.open(file)) {
            printShape(out, reader);
            printSettings(out, reader);
            printRanges(out, reader.parameterRanges());
            printRejections(out, reader);
            printRows(out, reader);
        }
        out.flush();
        return 0;
    }

    private void printShape(PrintWriter out, DatasetReader reader) {
        out.printf("%s: %s, written by %s%n", file, reader.datasetType(),
            reader.version().isEmpty() ? "something that does not say" : reader.version());
        RowRange rows = reader.rowsOfSet();
        out.printf("polarizations: %,d rows%s x %,d complex numbers each of h_plus and h_cross, %s precision%n",
            reader.rows(), rows.first() == 0 ? "" : " (" + rows.first() + " to " + (rows.end() - 1) + " of the set)",
            reader.bins(), reader.precision().name().toLowerCase(Locale.ROOT));
        for (Map.Entry<String, String> attribute : reader.attributes().entrySet()) {
            out.printf("%s: %s%n", attribute.getKey().replace('_', ' '), attribute.getValue());
        }
        Contradictions.ofShape(reader).forEach(clause -> out.printf("not what its settings tell of: %s%n", clause));
        doubts(reader).forEach(doubt -> out.printf("notice: %s%n", doubt));
    }

    /** Of settings that make no set, nothing more is said. */
    private List<String> doubts(DatasetReader reader) {
        try {
            return Recipe.of(DatasetSettings.of(SettingsTree.ofPythonLiteral(reader.settings(), file.toString())),
                file.toAbsolutePath().getParent()).doubts();
        } catch (SettingsException unusable) {
            return List.of();
        }
    }

    private void printSettings(PrintWriter out, DatasetReader reader) {
        out.println();
        out.println("settings");
        if (reader.settings().isEmpty()) {
            out.println("  none stored");
            return;
        }
        try {
            printIndented(out, SettingsTree.ofPythonLiteral(reader.settings(), file.toString()).root(), "  ");
        } catch (SettingsException otherText) {
            String text = reader.settings();
            out.println("  " + (text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) + "..." : text));
        }
    }

    private static void printIndented(PrintWriter out, Map<?, ?> settings, String indent) {
        settings.forEach((key, value) -> {
            if (value instanceof Map<?, ?> inner) {
                out.println(indent + key + ":");
                printIndented(out, inner, indent + "  ");
            } else {
                out.println(indent + key + ": " + value);
            }
        });
    }

    private static void printRanges(PrintWriter out, List<ParameterRange> ranges) {
        out.println();
        out.printf("%-24s %16s %16s%n", "parameter", "minimum", "maximum");
        for (ParameterRange range : ranges) {
            out.printf("%-24s %16.8g %16.8g%n", range.name(), range.minimum(), range.maximum());
        }
    }

    private void printRejections(PrintWriter out, DatasetReader reader) throws IOException {
        long count = reader.rejectedCount();
        out.println();
        out.printf("rejected draws: %,d%n", count);
        for (Rejection rejection : reader.rejections(0, (int) Math.min(count, shown))) {
            out.printf("  row %d, draw %d: %s%n", rejection.row(), rejection.attempt(), rejection.reason());
        }
    }

    private void printRows(PrintWriter out, DatasetReader reader) throws IOException {
        out.println();
        out.println("first rows");
        int count = (int) Math.min(reader.rows(), shown);
        double[][] rows = reader.parameters(0, count);
        for (int row = 0; row < count; row++) {
            StringBuilder line = new StringBuilder("  ").append(reader.rowsOfSet().row(row)).append(":");
            for (int column = 0; column < rows[row].length; column++) {
                line.append(' ').append(reader.columns().get(column)).append('=')
                    .append(String.format(Locale.ROOT, "%.6g", rows[row][column]));
            }
            out.println(line);
        }
    }
}
