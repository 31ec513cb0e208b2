package org.chirpmill.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.chirpmill.physics.Cosmology;

/**
 * One line of a table of expected sources, laid out as {@code src/test/reference-scripts/bilby_sources.py} says.
 *
 * @param line where it stands
 * @param referenceFrequency f_ref, Hz
 * @param spinConversionPhase the setting, rad
 * @param cosmology knows this one source's redshift and distance
 * @param names names of the row's columns
 * @param values the row
 * @param source what must come out
 */
record ExpectedSource(
    String line,
    double referenceFrequency,
    OptionalDouble spinConversionPhase,
    Cosmology cosmology,
    List<String> names,
    double[] values,
    SourceParameters source) {

    static List<ExpectedSource> table(String resource) {
        List<ExpectedSource> rows = new ArrayList<>();
        try (InputStream in = ExpectedSource.class.getResourceAsStream("/source/" + resource)) {
            String[] lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n");
            for (int i = 0; i < lines.length; i++) {
                if (!lines[i].startsWith("#")) {
                    rows.add(parse(resource + " line " + (i + 1), lines[i].split("; ")));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    private static ExpectedSource parse(String line, String[] fields) {
        double[] universe = numbers(fields[2]);
        List<String> names = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        for (String parameter : fields[3].split(" ")) {
            String[] parts = parameter.split("=");
            names.add(parts[0]);
            values.add(Double.parseDouble(parts[1]));
        }
        double[] s = numbers(fields[4]);
        return new ExpectedSource(
            line,
            Double.parseDouble(fields[0]),
            fields[1].equals("-") ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(fields[1])),
            new OneSourceCosmology(universe[0], universe[1]),
            names,
            values.stream().mapToDouble(Double::doubleValue).toArray(),
            new SourceParameters(s[0], s[1], s[2], s[3], s[4], s[5], s[6], s[7], s[8], s[9], s[10], s[11], s[12]));
    }

    private static double[] numbers(String text) {
        return Arrays.stream(text.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }

    SourceConversion conversion() {
        return new SourceConversion(names, referenceFrequency, spinConversionPhase, () -> cosmology);
    }

    /** A universe of which only one redshift is known; asked for another distance it says so. */
    private record OneSourceCosmology(double redshift, double distanceMpc) implements Cosmology {
        @Override
        public double comovingDistanceMpc(double z) {
            return known(z, redshift, distanceMpc / (1 + redshift));
        }

        @Override
        public double redshiftAtComovingDistance(double distance) {
            return known(distance, distanceMpc / (1 + redshift), redshift);
        }

        @Override
        public double redshiftAtLuminosityDistance(double distance) {
            return known(distance, distanceMpc, redshift);
        }

        @Override
        public double differentialComovingVolume(double z) {
            throw new UnsupportedOperationException("a conversion has no use for volumes");
        }

        @Override
        public String name() {
            return "one source";
        }

        @Override
        public double maximumRedshift() {
            return redshift;
        }

        @Override
        public double comovingDistanceSlope(double z) {
            throw new UnsupportedOperationException("a conversion has no use for slopes");
        }

        private static double known(double asked, double expected, double answer) {
            if (Math.abs(asked - expected) > 1e-12 * expected) {
                throw new IllegalArgumentException("asked for " + asked + ", knows only " + expected);
            }
            return answer;
        }
    }
}
