package org.chirpmill.model.phenomhm;

/**
 * Which frequency of the (2, 2) mode a frequency of another mode stands for, both M f: arXiv:1708.00404. In the
 * inspiral, that of the same orbit; in the ringdown, one with the same place beside the quasi-normal mode; between, on
 * a line that joins both.
 *
 * @param inspiralEnd where the first line ends
 * @param ringdownStart where the last begins
 * @param inspiral the first line
 * @param intermediate the second
 * @param ringdown the last
 */
record FrequencyMap(double inspiralEnd, double ringdownStart, Line inspiral, Line intermediate, Line ringdown) {
    /** The frequency slope f + intercept. */
    record Line(double slope, double intercept) {
        double at(double f) {
            return slope * f + intercept;
        }

        private void write(double[] rows, int at, double massSeconds) {
            rows[at] = slope * massSeconds;
            rows[at + 1] = intercept;
        }
    }

    /** The map for amplitudes: ringdowns are shifted, which keeps how they fall. */
    static FrequencyMap ofAmplitude(HmMode mode, double inspiralEnd22, double ringdown22, double ringdown) {
        return of(mode, inspiralEnd22, ringdown22, ringdown, new Line(1, ringdown22 - ringdown));
    }

    /** The map for phases: ringdowns are stretched. */
    static FrequencyMap ofPhase(HmMode mode, double inspiralEnd22, double ringdown22, double ringdown) {
        return of(mode, inspiralEnd22, ringdown22, ringdown, new Line(ringdown22 / ringdown, 0));
    }

    private static FrequencyMap of(
            HmMode mode, double inspiralEnd22, double ringdown22, double ringdown, Line last) {
        double end = inspiralEnd22 / (ringdown22 / ringdown);
        Line first = new Line(2.0 / mode.m(), 0);
        double slope = (last.at(ringdown) - first.at(end)) / (ringdown - end);
        return new FrequencyMap(end, ringdown, first, new Line(slope, first.at(end) - end * slope), last);
    }

    /** Writes both ends and the lines, {@code lineSize} apart, for frequencies in Hz of a total mass in seconds. */
    void write(double[] rows, int at, int lineSize, double massSeconds) {
        rows[at] = inspiralEnd / massSeconds;
        rows[at + 1] = ringdownStart / massSeconds;
        inspiral.write(rows, at + 2, massSeconds);
        intermediate.write(rows, at + 2 + lineSize, massSeconds);
        ringdown.write(rows, at + 2 + 2 * lineSize, massSeconds);
    }
}
