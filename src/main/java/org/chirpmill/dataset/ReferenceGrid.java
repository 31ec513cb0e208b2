package org.chirpmill.dataset;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The frequencies of reference waveforms. */
public sealed interface ReferenceGrid {
    /** Number of frequencies. */
    int bins();

    /**
     * Frequencies without any regularity.
     *
     * @param frequencies strictly increasing, Hz
     */
    record Samples(double[] frequencies) implements ReferenceGrid {
        /** Whether there are any, all above 0 Hz and each above the one before. */
        boolean isUsable() {
            double before = 0;
            for (double frequency : frequencies) {
                if (!(frequency > before && frequency < Double.POSITIVE_INFINITY)) {
                    return false;
                }
                before = frequency;
            }
            return frequencies.length > 0;
        }

        @Override
        public int bins() {
            return frequencies.length;
        }
    }

    /**
     * Bins at k deltaF from 0 to fMax inclusive; waveforms are zero below fMin.
     *
     * @param fMin Hz
     * @param fMax Hz
     * @param deltaF Hz
     */
    record Uniform(double fMin, double fMax, double deltaF) implements ReferenceGrid {
        private static final int MOST_BINS = 1 << 30;
        private static final Pattern DOMAIN = Pattern.compile(
            "UniformFrequencyDomain\\s+f_min=(\\S+)\\s+f_max=(\\S+)\\s+delta_f=(\\S+)(?:\\s.*)?");

        /** The grid of these numbers, if they are of any. */
        static Optional<Uniform> of(double fMin, double fMax, double deltaF) {
            Uniform grid = new Uniform(fMin, fMax, deltaF);
            return grid.isUsable() ? Optional.of(grid) : Optional.empty();
        }

        /** Reads a text such as {@code UniformFrequencyDomain f_min=20 f_max=1024 delta_f=0.125}. */
        static Optional<Uniform> parse(String domain) {
            Matcher matcher = DOMAIN.matcher(domain.strip());
            if (!matcher.matches()) {
                return Optional.empty();
            }
            try {
                return of(Double.parseDouble(matcher.group(1)), Double.parseDouble(matcher.group(2)),
                    Double.parseDouble(matcher.group(3)));
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
        }

        /** Whether there are bins, as many as an array can have at most, and waveforms begin at one of them. */
        private boolean isUsable() {
            return fMin >= 0 && fMin <= fMax && fMax > 0 && deltaF > 0 && deltaF <= fMax
                && fMax / deltaF < MOST_BINS;
        }

        @Override
        public int bins() {
            return Math.toIntExact(Math.round(fMax / deltaF) + 1);
        }
    }
}
