package org.chirpmill.model;

/** Sums modes bin by bin. */
record PointwiseBins(ModeKernel modes) implements BinKernel {
    @Override
    public void polarizations(double[] rows, int row, double[] tables, int bins, int from, int to, double[] out) {
        double[] mode = new double[1 + modes.amplitudes()];
        for (int bin = from; bin < to; bin++) {
            int at = 4 * (bin - from);
            out[at] = 0;
            out[at + 1] = 0;
            out[at + 2] = 0;
            out[at + 3] = 0;
            double f = tables[GridTables.FREQUENCY * bins + bin];
            for (int which = 0; which < modes.modes(); which++) {
                // Not "f <= end": a mode whose end is NaN must be seen to be wrong.
                if (f > 0 && !(f > modes.end(rows, row, which))) {
                    modes.at(rows, row, which, tables, bins, bin, mode);
                    add(rows, row, mode, out, at);
                }
            }
        }
    }

    private void add(double[] rows, int row, double[] mode, double[] out, int at) {
        double cosine = ScalarMath.cos(mode[0]);
        double sine = ScalarMath.sin(mode[0]);
        boolean isAligned = modes.amplitudes() == 1;
        addTurned(isAligned ? modes.plusFactor(rows, row) * mode[1] : mode[1], isAligned ? 0 : mode[2],
            cosine, sine, out, at);
        addTurned(isAligned ? 0 : mode[3], isAligned ? -modes.crossFactor(rows, row) * mode[1] : mode[4],
            cosine, sine, out, at + 2);
    }

    private static void addTurned(double real, double imaginary, double cosine, double sine, double[] out, int at) {
        out[at] += real * cosine - imaginary * sine;
        out[at + 1] += real * sine + imaginary * cosine;
    }
}
