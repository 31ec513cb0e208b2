package org.chirpmill.dataset;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chirpmill.settings.TextFile;

/**
 * How far rows of a reference file are known to be from the waveforms that they stand for, shown by other means than
 * the reference itself. A table beside {@code NAME.h5}, {@code NAME_lal_error.tsv}, tells it: on each line the set's
 * name, the row and max|dh| over the peak, with tabs between; lines that begin with # are remarks.
 */
final class ReferenceErrors {
    private static final String END = "_lal_error.tsv";
    private static final int MOST_BYTES = 1 << 20;
    private static final Pattern LINE = Pattern.compile("([^\t]+)\t(\\d{1,9})\t([0-9.eE+-]{1,30})");

    private final Path table;
    private final Map<String, Map<Integer, Double>> bySet = new HashMap<>();

    private ReferenceErrors(Path table) {
        this.table = table;
    }

    /**
     * Reads the table beside a reference file; where there is none, nothing is known.
     *
     * @throws DatasetException where a line is not as said above
     * @throws org.chirpmill.settings.SettingsException where the table cannot be read
     */
    static ReferenceErrors beside(Path reference) throws DatasetException {
        String name = reference.getFileName().toString();
        int dot = name.lastIndexOf('.');
        ReferenceErrors errors =
            new ReferenceErrors(reference.resolveSibling((dot < 0 ? name : name.substring(0, dot)) + END));
        if (Files.exists(errors.table)) {
            int number = 0;
            String text = TextFile.read(errors.table, "the reference's errors", StandardCharsets.UTF_8, MOST_BYTES);
            for (String line : (Iterable<String>) text.lines()::iterator) {
                number++;
                if (!line.startsWith("#")) {
                    errors.take(line, number);
                }
            }
        }
        return errors;
    }

    private void take(String line, int number) throws DatasetException {
        Matcher words = LINE.matcher(line);
        try {
            if (words.matches()) {
                double error = Double.parseDouble(words.group(3));
                if (error > 0 && error < Double.POSITIVE_INFINITY) {
                    bySet.computeIfAbsent(words.group(1), set -> new HashMap<>())
                        .put(Integer.valueOf(words.group(2)), error);
                    return;
                }
            }
        } catch (NumberFormatException noNumber) {
            // Said below.
        }
        throw new DatasetException("line " + number + " of " + table
            + " must be a set's name, a row and an error above 0, with tabs between.");
    }

    /**
     * The errors of a set by row, 0 where none is known; empty where the table says nothing of it.
     *
     * @throws DatasetException where it tells of rows that the set has not
     */
    Optional<double[]> of(String set, int rows) throws DatasetException {
        Map<Integer, Double> known = bySet.getOrDefault(set, Map.of());
        double[] errors = new double[rows];
        for (Map.Entry<Integer, Double> row : known.entrySet()) {
            if (row.getKey() >= rows) {
                throw new DatasetException(
                    table + " tells of row " + row.getKey() + " of " + set + ", which has " + rows + " rows.");
            }
            errors[row.getKey()] = row.getValue();
        }
        return known.isEmpty() ? Optional.empty() : Optional.of(errors);
    }
}
