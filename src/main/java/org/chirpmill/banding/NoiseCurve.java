package org.chirpmill.banding;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * A detector's noise.
 *
 * @param name for messages
 * @param amplitude the amplitude spectral density, 1/sqrt(Hz), at a frequency in Hz; infinite where nothing is measured
 */
public record NoiseCurve(String name, DoubleUnaryOperator amplitude) {
    /**
     * Advanced LIGO at its design, as the fit of arXiv:0903.0338, Table 1: with x = f / 215 Hz, the power spectral
     * density is 1e-49 / Hz times x^-4.14 - 5 x^-2 + 111 (1 - x^2 + x^4 / 2) / (1 + x^2 / 2).
     */
    public static NoiseCurve advancedLigo() {
        return new NoiseCurve("advanced LIGO's design (fit of arXiv:0903.0338)", f -> {
            double x = f / 215;
            double square = x * x;
            return Math.sqrt(1e-49 * (Math.pow(x, -4.14) - 5 / square
                + 111 * (1 - square + square * square / 2) / (1 + square / 2)));
        });
    }

    /**
     * Reads two columns, frequency in Hz and amplitude spectral density, as bilby does: linear between the lines,
     * infinite outside; a line that begins with # is a comment.
     *
     * @throws IOException where the file cannot be read, or a line is no pair of numbers with ascending frequencies
     */
    public static NoiseCurve read(Path file) throws IOException {
        List<double[]> rows = new ArrayList<>();
        for (String line : Files.readAllLines(file, StandardCharsets.ISO_8859_1)) {
            if (!line.isBlank() && !line.strip().startsWith("#")) {
                rows.add(row(file, line.strip(), rows.isEmpty() ? -1 : rows.getLast()[0]));
            }
        }
        if (rows.size() < 2) {
            throw new IOException(file + " is no noise curve: it has fewer than two lines of numbers");
        }
        double[] frequencies = rows.stream().mapToDouble(row -> row[0]).toArray();
        double[] densities = rows.stream().mapToDouble(row -> row[1]).toArray();
        return new NoiseCurve(file.getFileName().toString(), f -> interpolated(frequencies, densities, f));
    }

    private static double[] row(Path file, String line, double previous) throws IOException {
        String[] words = line.split("[\\s,]+");
        try {
            double[] row = {Double.parseDouble(words[0]), Double.parseDouble(words[1])};
            if (row[0] > previous && row[1] > 0) {
                return row;
            }
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException other) {
            throw new IOException(file + " is no noise curve: '" + line + "' is no pair of numbers", other);
        }
        throw new IOException(file + " is no noise curve: its frequencies must ascend and its densities lie above 0, "
            + "but a line is '" + line + "'");
    }

    private static double interpolated(double[] frequencies, double[] densities, double f) {
        int place = Arrays.binarySearch(frequencies, f);
        if (place >= 0) {
            return densities[place];
        }
        int above = -place - 1;
        if (above == 0 || above == frequencies.length) {
            return Double.POSITIVE_INFINITY;
        }
        double share = (f - frequencies[above - 1]) / (frequencies[above] - frequencies[above - 1]);
        return densities[above - 1] + share * (densities[above] - densities[above - 1]);
    }
}
