package org.chirpmill.benchmark;

import java.util.Arrays;
import org.chirpmill.engine.Stage;
import org.chirpmill.engine.StageClock;

/**
 * What single waveforms took, one number each, in the order of the rows.
 *
 * @param prepareSeconds from a source to coefficients
 * @param evaluateSeconds from coefficients to polarizations
 */
public record WaveformTimes(double[] prepareSeconds, double[] evaluateSeconds) {
    /** Writes down every preparation and every evaluation; of batches of one these are single waveforms'. */
    static final class Log implements StageClock {
        private static final int FIRST_ROOM = 1024;

        private final Series prepare = new Series();
        private final Series evaluate = new Series();
        private long last;
        private long started;

        @Override
        public void begin() {
            last = System.nanoTime();
        }

        @Override
        public void end(Stage stage) {
            long now = System.nanoTime();
            switch (stage) {
                case PREPARE -> prepare.add(now - last);
                case EVALUATE -> started = now - last;
                case AWAIT -> evaluate.add(started + now - last);
                default -> { }
            }
            last = now;
        }

        WaveformTimes times() {
            return new WaveformTimes(prepare.seconds(), evaluate.seconds());
        }

        private static final class Series {
            private long[] nanoseconds = new long[FIRST_ROOM];
            private int count;

            void add(long duration) {
                if (count == nanoseconds.length) {
                    nanoseconds = Arrays.copyOf(nanoseconds, 2 * count);
                }
                nanoseconds[count++] = duration;
            }

            double[] seconds() {
                return Arrays.stream(nanoseconds, 0, count).mapToDouble(duration -> duration * 1e-9).toArray();
            }
        }
    }
}
