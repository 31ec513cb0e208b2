package org.chirpmill.model.phenomx.pnr;

import io.jhdf.HdfFile;
import java.util.Map;
import org.chirpmill.reference.ReferenceWaveforms;
import org.chirpmill.source.SourceParameters;

/**
 * LALSimulation's tuned angles of some binaries, as {@code pnr_angles.py} has them, [row][frequency] each, rad, with
 * what they move by when an input moves by one unit in the last place.
 *
 * @param frequencies Hz
 * @param sources the binaries
 * @param alpha less its value at 20 Hz
 * @param beta the opening angle
 * @param gamma less its value at 20 Hz
 * @param ringdownBeta beta in the ringdown, a single column
 */
record AngleReference(
    double[] frequencies, SourceParameters[] sources, Angle alpha, Angle beta, Angle gamma, Angle ringdownBeta) {

    static final double REFERENCE_FREQUENCY = 20;

    /** Values and noise. */
    record Angle(double[][] values, double[][] noise) {}

    static AngleReference of(String approximant) {
        try (HdfFile file = new HdfFile(ReferenceWaveforms.resource(approximant + "_angles.h5"))) {
            Map<?, ?> parameters = (Map<?, ?>) file.getDatasetByPath("/parameters").getData();
            int rows = ((double[]) parameters.get("mass_1")).length;
            SourceParameters[] sources = new SourceParameters[rows];
            for (int row = 0; row < rows; row++) {
                sources[row] = source(parameters, row);
            }
            return new AngleReference((double[]) file.getDatasetByPath("/frequencies").getData(), sources,
                angle(file, "alpha"), angle(file, "beta"), angle(file, "gamma"), angle(file, "ringdown_beta"));
        }
    }

    private static Angle angle(HdfFile file, String name) {
        return new Angle((double[][]) file.getDatasetByPath("/" + name).getData(),
            (double[][]) file.getDatasetByPath("/" + name + "_noise").getData());
    }

    private static SourceParameters source(Map<?, ?> parameters, int row) {
        String[] names = {"mass_1", "mass_2", "spin_1x", "spin_1y", "spin_1z", "spin_2x", "spin_2y", "spin_2z", "iota",
            "phase"};
        double[] values = new double[names.length];
        for (int i = 0; i < names.length; i++) {
            values[i] = ((double[]) parameters.get(names[i]))[row];
        }
        return new SourceParameters(values[0], values[1], values[2], values[3], values[4], values[5], values[6],
            values[7], values[8], values[9], 500, 0, 0);
    }
}
