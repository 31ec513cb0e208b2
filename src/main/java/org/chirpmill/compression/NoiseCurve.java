package org.chirpmill.compression;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.chirpmill.settings.SettingsException;
import org.chirpmill.settings.TextFile;

/**
 * An amplitude spectral density as a file gives it.
 *
 * @param frequencies strictly increasing, Hz
 * @param densities 1/sqrt(Hz)
 */
public record NoiseCurve(double[] frequencies, double[] densities) {
    /** Sixty times LIGO's longest: millions of lines. */
    private static final long MOST_BYTES = 64L << 20;
    private static final Pattern BETWEEN = Pattern.compile("\\s*,\\s*|\\s+");
    private static final String WANTED = "a frequency in Hz above that of the line before and a positive amplitude "
        + "spectral density in 1/sqrt(Hz)";

    /**
     * Reads lines of two numbers with blanks, tabs or a comma between them; {@code #} begins a comment, as for numpy,
     * and empty lines do not count. dingo-gw itself, which has bilby read the file, takes no commas.
     *
     * @throws SettingsException where the file cannot be read or holds anything else
     */
    public static NoiseCurve read(Path file) {
        List<double[]> points = new ArrayList<>();
        int number = 0;
        String text = TextFile.read(file, "the amplitude spectral density", StandardCharsets.ISO_8859_1, MOST_BYTES);
        for (String line : (Iterable<String>) text.lines()::iterator) {
            number++;
            String content = line.replaceFirst("#.*", "").strip();
            if (!content.isEmpty()) {
                points.add(point(content, file, number, points.isEmpty() ? -1 : points.getLast()[0]));
            }
        }
        if (points.size() < 2) {
            throw new SettingsException(file + " holds no amplitude spectral density: it must have at least two lines "
                + "of a frequency in Hz and a density in 1/sqrt(Hz).");
        }
        return new NoiseCurve(points.stream().mapToDouble(point -> point[0]).toArray(),
            points.stream().mapToDouble(point -> point[1]).toArray());
    }

    private static double[] point(String content, Path file, int line, double previousFrequency) {
        String[] words = BETWEEN.split(content);
        try {
            double frequency = Double.parseDouble(words[0]);
            double density = Double.parseDouble(words[1]);
            boolean usable = frequency >= 0 && frequency < Double.POSITIVE_INFINITY && density > 0
                && frequency > previousFrequency;
            if (words.length == 2 && usable) {
                return new double[] {frequency, density};
            }
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException noNumbers) {
            // Said below, as for numbers that make no sense.
        }
        // Not the line itself: any file can be named here, and what it holds is nobody's affair.
        throw new SettingsException("line " + line + " of " + file + " must be " + WANTED + ".");
    }

    /** The frequency of the first line, Hz. */
    public double minimumFrequency() {
        return frequencies[0];
    }

    /** The frequency of the last line, Hz. */
    public double maximumFrequency() {
        return frequencies[frequencies.length - 1];
    }

    /** The density at a frequency, linear between points as {@code numpy.interp} has it; infinite outside. */
    public double density(double frequency) {
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
