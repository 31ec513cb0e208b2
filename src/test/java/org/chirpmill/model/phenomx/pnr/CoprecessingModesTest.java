package org.chirpmill.model.phenomx.pnr;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jhdf.HdfFile;
import java.util.EnumSet;
import java.util.Locale;
import org.chirpmill.domain.FrequencyGrid;
import org.chirpmill.model.GridTables;
import org.chirpmill.model.SourceRefusedException;
import org.chirpmill.model.phenomx.AlignedBinary;
import org.chirpmill.model.phenomx.Landmarks;
import org.chirpmill.model.phenomx.PhenomXAS;
import org.chirpmill.model.phenomx.Remnant;
import org.chirpmill.model.phenomx.hm.CoprecessingKernel;
import org.chirpmill.model.phenomx.hm.FirstReleaseKernel;
import org.chirpmill.model.phenomx.hm.FirstReleaseModes;
import org.chirpmill.model.phenomx.hm.FirstReleaseRow;
import org.chirpmill.model.phenomx.hm.HigherMode;
import org.chirpmill.model.phenomx.precession.PrecessingBinary;
import org.chirpmill.reference.ReferenceWaveforms;
import org.chirpmill.source.SourceParameters;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The modes in the co-precessing frame against LALSimulation's, over their peaks: tuning, effective ringdown and the
 * amplitudes of IMRPhenomXHM's first release, before any twist.
 */
class CoprecessingModesTest {
    private static final double REFERENCE_HZ = 20;

    /**
     * The modes in the file's order, with what they may differ by. LALSimulation takes the slopes at which amplitudes
     * join from differences over 1e-9 in Mf, whose noise is 1e-7 of the amplitude over Mf; for (3, 2) those of the
     * phase, and the slope's slope, too, over 1e-7. Its (2, 2) mode has no such noise.
     */
    private enum Mode {
        L2M2(CoprecessingKernel::addL2M2, 1e-9, 1e-9),
        L2M1(FirstReleaseKernel::addL2M1, 2e-7, 2e-7),
        L3M3(FirstReleaseKernel::addL3M3, 2e-7, 2e-7),
        L3M2(FirstReleaseKernel::addL3M2, 3e-6, 5e-3),
        L4M4(FirstReleaseKernel::addL4M4, 1e-7, 1e-7);

        private final Adder kernel;
        private final double inAmplitude;
        private final double inAll;

        Mode(Adder kernel, double inAmplitude, double inAll) {
            this.kernel = kernel;
            this.inAmplitude = inAmplitude;
            this.inAll = inAll;
        }
    }

    private interface Adder {
        void add(double[] rows, int row, double[] tables, int bins, int bin, double plusReal, double plusImaginary,
            double crossReal, double crossImaginary, double[] out, int at);
    }

    @ParameterizedTest
    @EnumSource(TunedVersion.class)
    void agreeWithLalsimulation(TunedVersion version) throws SourceRefusedException {
        try (HdfFile file = new HdfFile(ReferenceWaveforms.resource("pnr_modes.h5"))) {
            String group = "/" + version.approximant() + "/";
            double[] frequencies = (double[]) file.getDatasetByPath(group + "frequencies").getData();
            double[][] parameters = (double[][]) file.getDatasetByPath(group + "parameters").getData();
            double[][] evolved = (double[][]) file.getDatasetByPath(group + "evolved").getData();
            double[][][] real = (double[][][]) file.getDatasetByPath(group + "real").getData();
            double[][][] imaginary = (double[][][]) file.getDatasetByPath(group + "imaginary").getData();
            FrequencyGrid grid = FrequencyGrid.ofSamples(frequencies);
            int compared = 0;
            for (int row = 0; row < parameters.length; row++) {
                SourceParameters source = source(parameters[row]);
                PrecessingBinary binary = PrecessingBinary.of(source);
                if (SingleSpin.isFor(binary)) {
                    compared++;
                    double[] rows = rows(version, source, binary, evolved[row], grid);
                    for (Mode mode : Mode.values()) {
                        double[] theirs = real[row][mode.ordinal()];
                        if (!Double.isNaN(theirs[0])) {
                            compare(version + " row " + row, mode, rows, grid, theirs, imaginary[row][mode.ordinal()]);
                        }
                    }
                }
            }
            assertTrue(compared > 40, "only " + compared + " rows precess");
        }
    }

    private static double[] rows(TunedVersion version, SourceParameters source, PrecessingBinary binary,
            double[] evolved, FrequencyGrid grid) throws SourceRefusedException {
        AlignedBinary aligned = AlignedBinary.of(
            source.massOneSolar() == source.massTwoSolar() ? source.withBodiesExchanged() : source);
        Remnant remnant = Remnant.of(aligned);
        TunedMerger.Extrapolation extrapolation = TunedMerger.Extrapolation.CONSTANT;
        SingleSpin spin = SingleSpin.atReference(binary);
        if (evolved[0] > 0) {
            extrapolation = TunedMerger.Extrapolation.SLOWED;
            spin = SingleSpin.evolved(binary, new PrecessingBinary(binary.totalMassSolar(), binary.massOne(),
                binary.massTwo(), binary.delta(), evolved[1], evolved[2], evolved[3], evolved[4], evolved[5],
                evolved[6], binary.exchanged()));
        }
        double[] rows = new double[FirstReleaseRow.SIZE];
        FirstReleaseModes.write(aligned,
            TunedMerger.of(Landmarks.of(aligned, remnant), remnant, spin, version.finalAcross(binary), extrapolation),
            REFERENCE_HZ, source.luminosityDistanceMpc(), EnumSet.allOf(HigherMode.class),
            PhenomXAS.lastFrequency(source, aligned, grid), rows, 0);
        return rows;
    }

    private static void compare(
            String where, Mode mode, double[] rows, FrequencyGrid grid, double[] real, double[] imaginary) {
        double[] tables = GridTables.of(grid);
        double peak = 0;
        double amplitude = 0;
        double all = 0;
        for (int bin = 0; bin < grid.bins(); bin++) {
            double[] found = new double[4];
            mode.kernel.add(rows, 0, tables, grid.bins(), bin, 1, 0, 0, 0, found, 0);
            double theirs = Math.hypot(real[bin], imaginary[bin]);
            peak = Math.max(peak, theirs);
            amplitude = Math.max(amplitude, Math.abs(Math.hypot(found[0], found[1]) - theirs));
            all = Math.max(all, Math.hypot(found[0] - real[bin], found[1] - imaginary[bin]));
        }
        assertTrue(amplitude <= mode.inAmplitude * peak && all <= mode.inAll * peak, String.format(Locale.ROOT,
            "%s, %s: amplitude off by %.2e, all by %.2e of the peak", where, mode, amplitude / peak, all / peak));
    }

    private static SourceParameters source(double[] row) {
        return new SourceParameters(
            row[0], row[1], row[2], row[3], row[4], row[5], row[6], row[7], 0, 0, row[8], 0, 0);
    }
}
