package org.chirpmill.compression;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.chirpmill.settings.SettingsException;

/**
 * An amplitude spectral density as a file gives it.
 *
 * @param frequencies strictly increasing, Hz
 * @param densities 1/sqrt(Hz)
 */
record NoiseCurve(double[] frequencies, double[] densities) {
    /** Reads lines of two numbers; {@code #} begins a comment, as for numpy. */
    static NoiseCurve read(Path file) {
        List<double[]> points = new ArrayList<>();
        int number = 0;
        for (String line : lines(file)) {
            number++;
            String content = line.replaceFirst("#.*", "").strip();
            if (!content.isEmpty()) {
                points.add(point(content, file, number, points.isEmpty() ? 0 : points.getLast()[0]));
            }
        }
        if (points.size() < 2) {
            throw new SettingsException(file + " holds no amplitude spectral density: it must have at least two lines "
                + "of a frequency in Hz and a density in 1/sqrt(Hz).");
        }
        return new NoiseCurve(points.stream().mapToDouble(point -> point[0]).toArray(),
            points.stream().mapToDouble(point -> point[1]).toArray());
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file, StandardCharsets.ISO_8859_1);
        } catch (IOException unreadable) {
            throw new SettingsException("the amplitude spectral density " + file + " cannot be read: "
                + unreadable.getClass().getSimpleName() + ".");
        }
    }

    private static double[] point(String content, Path file, int line, double previousFrequency) {
        String[] words = content.split("\\s+");
        try {
            double frequency = Double.parseDouble(words[0]);
            double density = Double.parseDouble(words[1]);
            boolean usable = frequency >= 0 && frequency < Double.POSITIVE_INFINITY && density > 0
                && (frequency > previousFrequency || frequency == 0);
            if (words.length == 2 && usable) {
                return new double[] {frequency, density};
            }
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException noNumbers) {
            // Said below, as for numbers that make no sense.
        }
        throw new SettingsException("line " + line + " of " + file + " is '" + content + "' but must be a frequency in "
            + "Hz above the line before and a positive density in 1/sqrt(Hz).");
    }

    double maximumFrequency() {
        return frequencies[frequencies.length - 1];
    }

    /** The density at a frequency, linear between points as {@code numpy.interp} has it; infinite outside. */
    double density(double frequency) {
        if (!(frequency >= frequencies[0] && frequency <= maximumFrequency())) {
            return Double.POSITIVE_INFINITY;
        }
        int found = Arrays.binarySearch(frequencies, frequency);
        if (found >= 0) {
            return densities[found];
        }
        int above = -found - 1;
        double slope = (densities[above] - densities[above - 1]) / (frequencies[above] - frequencies[above - 1]);
        return slope * (frequency - frequencies[above - 1]) + densities[above - 1];
    }
}
