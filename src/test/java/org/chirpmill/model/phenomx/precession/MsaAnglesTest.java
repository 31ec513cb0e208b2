package org.chirpmill.model.phenomx.precession;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jhdf.HdfFile;
import java.util.Map;
import org.chirpmill.reference.ReferenceWaveforms;
import org.chirpmill.source.SourceParameters;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The two-spin angles of 72 binaries from 2 to 1010 Hz, m' = 1..4. Each row is judged by how far LALSimulation's own
 * angles move when one of its inputs moves by one unit in the last place.
 */
class MsaAnglesTest {
    private static final String[] ANGLES = {"alpha", "gamma", "cos_beta"};
    private static final double LEAST = 2e-11;
    /**
     * Spins of 1e-9, whose squares are below the rounding of LALSimulation's cubic: its angles are wrong by radians and
     * one ulp of a spin does not show it. MsaHighPrecisionTest has this row.
     */
    private static final String DEAF = "edge 16";

    @ParameterizedTest
    @ValueSource(strings = {"production", "wide", "edge"})
    void agreeWithinTenTimesLalsimulationsOwnNoise(String group) {
        try (HdfFile file = new HdfFile(ReferenceWaveforms.resource("phenomx_msa_angles.h5"))) {
            double[] frequencies = (double[]) file.getDatasetByPath("/frequencies").getData();
            Map<?, ?> parameters = (Map<?, ?>) file.getDatasetByPath("/" + group + "/parameters").getData();
            double[][] noise = (double[][]) file.getDatasetByPath("/" + group + "/lal_noise").getData();
            double[][][][] lal = new double[3][][][];
            for (int angle = 0; angle < 3; angle++) {
                lal[angle] = (double[][][]) file.getDatasetByPath("/" + group + "/" + ANGLES[angle]).getData();
            }
            assertEquals(24, noise.length);
            for (int row = 0; row < noise.length; row++) {
                int from = DEAF.equals(group + " " + row) ? 2 : 0;
                PreparedRow ours = PreparedRow.of(source(parameters, row));
                double[] first = anglesAt(ours, frequencies[1], 2);
                for (int mPrime = 1; mPrime <= 4; mPrime++) {
                    for (int bin = 0; bin < frequencies.length; bin++) {
                        double[] angles = anglesAt(ours, frequencies[bin], mPrime);
                        for (int angle = from; angle < 3; angle++) {
                            // The file's angles have another origin than the waveform's; cos beta has none.
                            double origin = angle == 2 ? 0 : first[angle] - lal[angle][row][1][1];
                            double difference =
                                Math.abs(angles[angle] - origin - lal[angle][row][mPrime - 1][bin]);
                            double tolerance = Math.max(LEAST, 10 * noise[row][angle]);
                            assertTrue(difference <= tolerance, group + " " + row + ", " + ANGLES[angle] + " at "
                                + frequencies[bin] + " Hz, m' = " + mPrime + ": " + difference + " > " + tolerance);
                        }
                    }
                }
            }
        }
    }

    /** alpha, gamma = -epsilon, cos beta. */
    private static double[] anglesAt(PreparedRow row, double frequency, int mPrime) {
        double[] angles = row.anglesAt(frequency, mPrime);
        return new double[] {
            angles[EulerAngles.ALPHA], -angles[EulerAngles.EPSILON], angles[EulerAngles.COS_BETA]};
    }

    private static SourceParameters source(Map<?, ?> parameters, int row) {
        double[] values = new double[8];
        String[] names = {"mass_1", "mass_2", "spin_1x", "spin_1y", "spin_1z", "spin_2x", "spin_2y", "spin_2z"};
        for (int i = 0; i < names.length; i++) {
            values[i] = ((double[]) parameters.get(names[i]))[row];
        }
        return new SourceParameters(values[0], values[1], values[2], values[3], values[4], values[5], values[6],
            values[7], 0.4, 0, 500, 0, 0);
    }
}
