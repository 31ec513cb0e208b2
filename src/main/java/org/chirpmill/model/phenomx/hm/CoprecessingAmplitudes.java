package org.chirpmill.model.phenomx.hm;

import java.util.LinkedHashMap;
import java.util.Map;
import org.chirpmill.model.EvaluationFrame;
import org.chirpmill.model.GridTables;
import org.chirpmill.model.SourceRefusedException;
import org.chirpmill.model.WaveformModel;
import org.chirpmill.source.SourceParameters;

/** The moduli |h_lm| of the modes in the co-precessing frame, which for aligned spins is the source's own frame. */
public final class CoprecessingAmplitudes {
    private CoprecessingAmplitudes() {}

    /** A method that adds one mode. */
    private interface Mode {
        void add(double[] rows, int row, double[] tables, int bins, int bin, double plusReal, double plusImaginary,
            double crossReal, double crossImaginary, double[] out, int at);
    }

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
        double[] tables = GridTables.of(frame.grid());
        Map<String, double[]> amplitudes = new LinkedHashMap<>();
        modes().forEach((name, mode) -> amplitudes.put(name, amplitudes(mode, row, tables, frame)));
        return amplitudes;
    }

    private static Map<String, Mode> modes() {
        Map<String, Mode> modes = new LinkedHashMap<>();
        modes.put("(2, 2)", CoprecessingKernel::addL2M2);
        modes.put("(2, 1)", CoprecessingKernel::addL2M1);
        modes.put("(3, 3)", CoprecessingKernel::addL3M3);
        modes.put("(3, 2)", CoprecessingKernel::addL3M2);
        modes.put("(4, 4)", CoprecessingKernel::addL4M4);
        return modes;
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
