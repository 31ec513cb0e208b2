package org.chirpmill.model.phenomx.hm;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chirpmill.model.EvaluationFrame;
import org.chirpmill.model.GridTables;
import org.chirpmill.model.SourceRefusedException;
import org.chirpmill.model.WaveformModel;
import org.chirpmill.source.SourceParameters;

/** The moduli |h_lm| of the modes in the co-precessing frame, which for aligned spins is the source's own frame. */
public final class CoprecessingAmplitudes {
    /** A method that adds one mode. */
    private interface Mode {
        void add(double[] rows, int row, double[] tables, int bins, int bin, double plusReal, double plusImaginary,
            double crossReal, double crossImaginary, double[] out, int at);
    }

    /** By a mode's number. */
    private static final List<Mode> KERNELS = List.of(CoprecessingKernel::addL2M2, CoprecessingKernel::addL2M1,
        CoprecessingKernel::addL3M3, CoprecessingKernel::addL3M2, CoprecessingKernel::addL4M4);
    /** The same of the first release. */
    private static final List<Mode> FIRST_KERNELS = List.of(CoprecessingKernel::addL2M2, FirstReleaseKernel::addL2M1,
        FirstReleaseKernel::addL3M3, FirstReleaseKernel::addL3M2, FirstReleaseKernel::addL4M4);

    private CoprecessingAmplitudes() {}

    /**
     * The moduli, 1/Hz, of all five modes by name, zero where a mode is unselected, vanishes or has ended.
     *
     * @param model one whose rows begin with {@link CoprecessingRow}
     * @throws SourceRefusedException where the model is not defined for this source
     */
    public static Map<String, double[]> of(WaveformModel model, SourceParameters source, EvaluationFrame frame)
            throws SourceRefusedException {
        double[] row = new double[model.layout().size()];
        model.prepare(source, frame, row, 0);
        return of(KERNELS, row, frame);
    }

    /**
     * The same of a row that begins with {@link FirstReleaseRow}.
     *
     * @param row the coefficients, prepared for the frame
     */
    public static Map<String, double[]> ofFirstRelease(double[] row, EvaluationFrame frame) {
        return of(FIRST_KERNELS, row, frame);
    }

    private static Map<String, double[]> of(List<Mode> kernels, double[] row, EvaluationFrame frame) {
        double[] tables = GridTables.of(frame.grid());
        Map<String, double[]> amplitudes = new LinkedHashMap<>();
        for (int mode = 0; mode < kernels.size(); mode++) {
            amplitudes.put(
                CoprecessingMode.ALL.get(mode).toString(), amplitudes(kernels.get(mode), row, tables, frame));
        }
        return amplitudes;
    }

    private static double[] amplitudes(Mode mode, double[] row, double[] tables, EvaluationFrame frame) {
        int bins = frame.grid().bins();
        double[] amplitudes = new double[bins];
        for (int bin = frame.grid().firstBin(); bin < bins; bin++) {
            double[] out = new double[4];
            mode.add(row, 0, tables, bins, bin, 1, 0, 0, 0, out, 0);
            amplitudes[bin] = StrictMath.hypot(out[0], out[1]);
        }
        return amplitudes;
    }
}
