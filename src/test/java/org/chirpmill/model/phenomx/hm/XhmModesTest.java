package org.chirpmill.model.phenomx.hm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jhdf.HdfFile;
import java.util.EnumSet;
import java.util.Map;
import org.chirpmill.domain.FrequencyGrid;
import org.chirpmill.model.GridTables;
import org.chirpmill.model.SourceRefusedException;
import org.chirpmill.model.phenomx.AlignedBinary;
import org.chirpmill.model.phenomx.Landmarks;
import org.chirpmill.model.phenomx.PhenomXAS;
import org.chirpmill.model.phenomx.Remnant;
import org.chirpmill.physics.PhysicalConstants;
import org.chirpmill.reference.ReferenceWaveforms;
import org.chirpmill.source.SourceParameters;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mode by mode against LALSimulation's h_(l,-m), on the route that the precessing models take. */
class XhmModesTest {
    /** In the file's order, (2,2), (2,1), (3,3), (3,2), (4,4), over the mode's peak: LALSimulation's differences. */
    private static final double[] TOLERANCES = {2e-11, 2e-11, 5e-9, 5e-3, 5e-9};

    @ParameterizedTest
    @ValueSource(strings = {"production", "wide", "edge"})
    void everyModeIsLalsimulations(String group) throws SourceRefusedException {
        try (HdfFile file = new HdfFile(ReferenceWaveforms.resource("IMRPhenomXHM_modes.h5"))) {
            FrequencyGrid grid = FrequencyGrid.ofSamples((double[]) file.getDatasetByPath("/frequencies").getData());
            Map<?, ?> parameters = (Map<?, ?>) file.getDatasetByPath("/" + group + "/parameters").getData();
            Map<?, ?> modes = (Map<?, ?>) file.getDatasetByPath("/" + group + "/h_lm").getData();
            double[][][] real = (double[][][]) modes.get("r");
            double[][][] imaginary = (double[][][]) modes.get("i");
            assertEquals(24, real.length);
            for (int row = 0; row < real.length; row++) {
                double[][] ours = evaluate(source(parameters, row), grid);
                for (int mode = 0; mode < ours.length; mode++) {
                    requireClose(group + " row " + row + ", mode " + mode, ours[mode], real[row][mode],
                        imaginary[row][mode], TOLERANCES[mode]);
                }
            }
        }
    }

    private static void requireClose(
            String where, double[] ours, double[] real, double[] imaginary, double tolerance) {
        double peak = 0;
        double difference = 0;
        for (int bin = 0; bin < real.length; bin++) {
            peak = Math.max(peak, Math.hypot(real[bin], imaginary[bin]));
            difference = Math.max(
                difference, Math.hypot(ours[2 * bin] - real[bin], ours[2 * bin + 1] - imaginary[bin]));
        }
        assertTrue(difference <= tolerance * peak, where + " is apart by " + difference / peak + " of its peak");
    }

    private static double[][] evaluate(SourceParameters source, FrequencyGrid grid) throws SourceRefusedException {
        AlignedBinary binary = AlignedBinary.of(source);
        Remnant remnant = Remnant.of(binary);
        double cutoff =
            PhenomXAS.cutoff(binary) / (binary.totalSolar() * PhysicalConstants.SOLAR_MASS_SECONDS);
        double[] row = new double[CoprecessingRow.SIZE];
        CoprecessingModes.write(binary, remnant, Landmarks.of(binary, remnant), 20, source.phase(),
            source.luminosityDistanceMpc(), EnumSet.allOf(HigherMode.class),
            new CoprecessingModes.Route(false, cutoff, cutoff), row, 0);
        double[] tables = GridTables.of(grid);
        int bins = grid.bins();
        double[][] modes = new double[5][2 * bins];
        for (int bin = 0; bin < bins; bin++) {
            double[] out = new double[20];
            CoprecessingKernel.addL2M2(row, 0, tables, bins, bin, 1, 0, 0, 0, out, 0);
            CoprecessingKernel.addL2M1(row, 0, tables, bins, bin, 1, 0, 0, 0, out, 4);
            CoprecessingKernel.addL3M3(row, 0, tables, bins, bin, 1, 0, 0, 0, out, 8);
            CoprecessingKernel.addL3M2(row, 0, tables, bins, bin, 1, 0, 0, 0, out, 12);
            CoprecessingKernel.addL4M4(row, 0, tables, bins, bin, 1, 0, 0, 0, out, 16);
            for (int mode = 0; mode < modes.length; mode++) {
                modes[mode][2 * bin] = out[4 * mode];
                modes[mode][2 * bin + 1] = out[4 * mode + 1];
            }
        }
        return modes;
    }

    private static SourceParameters source(Map<?, ?> parameters, int row) {
        return new SourceParameters(value(parameters, "mass_1", row), value(parameters, "mass_2", row), 0, 0,
            value(parameters, "spin_1z", row), 0, 0, value(parameters, "spin_2z", row), 0,
            value(parameters, "phase", row), value(parameters, "luminosity_distance", row), 0, 0);
    }

    private static double value(Map<?, ?> parameters, String name, int row) {
        return ((double[]) parameters.get(name))[row];
    }
}
