package org.chirpmill.model.phenomhm;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chirpmill.domain.FrequencyGrid;
import org.chirpmill.model.EvaluationFrame;
import org.chirpmill.model.GridTables;
import org.chirpmill.model.ModeKernel;
import org.chirpmill.model.ModeModuli;
import org.chirpmill.model.ModelOptions;
import org.chirpmill.model.ModelTraits;
import org.chirpmill.model.PhaseLimit;
import org.chirpmill.model.PointwiseModel;
import org.chirpmill.model.Preparer;
import org.chirpmill.model.RowLayout;
import org.chirpmill.model.SourceChecks;
import org.chirpmill.model.SourceRefusedException;
import org.chirpmill.model.SpinSupport;
import org.chirpmill.model.WaveformModel;
import org.chirpmill.model.phenomd.AlignedBinary;
import org.chirpmill.source.SourceParameters;

/**
 * IMRPhenomHM, arXiv:1708.00404: the modes (2, 2), (2, 1), (3, 3), (3, 2), (4, 4) and (4, 3) of binaries with aligned
 * spins, with LALSimulation's conventions: the peak of (2, 2) lies near t = 0, its phase at f_ref is twice the orbital
 * phase given there, and no mode has an end of its own.
 */
public final class PhenomHM implements PointwiseModel, ModeModuli {
    private static final ModelTraits TRAITS = ModelTraits.of("IMRPhenomHM", SpinSupport.ALIGNED).withModesTo(4);
    private static final RowLayout LAYOUT = HmRow.layout();

    private final Set<HmMode> selection;

    /** The model with all its modes. */
    public PhenomHM() {
        this(EnumSet.allOf(HmMode.class));
    }

    private PhenomHM(Set<HmMode> selection) {
        this.selection = selection;
    }

    @Override
    public ModelTraits traits() {
        return TRAITS;
    }

    @Override
    public WaveformModel with(ModelOptions options) {
        options.requireNoPrecession(approximant());
        return new PhenomHM(HmSelection.of(options.modes()));
    }

    @Override
    public List<String> remarks(SourceParameters source, double[] rows, int offset) {
        return selection.contains(HmMode.L2M1) ? PoleRemark.of(AlignedBinary.of(source)) : List.of();
    }

    @Override
    public RowLayout layout() {
        return LAYOUT;
    }

    @Override
    public ModeKernel modes() {
        return new HmModes();
    }

    @Override
    public Preparer open(EvaluationFrame frame) {
        return (source, rows, offset) -> write(source, frame, rows, offset);
    }

    private void write(SourceParameters source, EvaluationFrame frame, double[] rows, int offset)
            throws SourceRefusedException {
        SourceChecks.require(source, TRAITS);
        HmSource modes = new HmSource(source, frame.referenceFrequency());
        int highestM = selection.stream().mapToInt(HmMode::m).reduce(2, Math::max);
        PhaseLimit.require(
            source, frame, modes.constant22(), edge -> modes.phase22(edge.frequency()), 0.5 * highestM);
        double end = end(frame.grid());
        for (HmMode mode : HmMode.values()) {
            boolean isThere = selection.contains(mode) && modes.has(mode);
            modes.write(mode, isThere ? end : -1, rows, offset + HmRow.block(mode.ordinal()));
        }
    }

    @Override
    public Map<String, double[]> moduli(SourceParameters source, EvaluationFrame frame) throws SourceRefusedException {
        double[] row = new double[LAYOUT.size()];
        open(frame).prepare(source, row, 0);
        double scale = new HmSource(source, frame.referenceFrequency()).scale();
        double[] tables = GridTables.of(frame.grid());
        Map<String, double[]> moduli = new LinkedHashMap<>();
        for (HmMode mode : HmMode.values()) {
            double[] ofMode = new double[frame.grid().bins()];
            for (int bin = frame.grid().firstBin(); bin < ofMode.length; bin++) {
                ofMode[bin] = scale * HmModes.amplitude(row, 0, mode.ordinal(), tables, ofMode.length, bin);
            }
            moduli.put(mode.pair(), ofMode);
        }
        return moduli;
    }

    /** The last bin that is not zero, Hz. LALSimulation leaves out the last of a uniform grid, and none of a list. */
    private static double end(FrequencyGrid grid) {
        if (!grid.isUniform()) {
            return Double.MAX_VALUE;
        }
        return grid.bins() < 2 ? -1 : grid.frequencies()[grid.bins() - 2];
    }
}
