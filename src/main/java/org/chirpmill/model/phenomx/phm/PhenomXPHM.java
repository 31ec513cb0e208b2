package org.chirpmill.model.phenomx.phm;

import java.util.EnumSet;
import java.util.Optional;
import org.chirpmill.model.BinKernel;
import org.chirpmill.model.EvaluationFrame;
import org.chirpmill.model.ModelOptions;
import org.chirpmill.model.RowLayout;
import org.chirpmill.model.SourceRefusedException;
import org.chirpmill.model.SpinSupport;
import org.chirpmill.model.WaveformModel;
import org.chirpmill.model.phenomx.hm.HigherMode;
import org.chirpmill.model.phenomx.hm.ModeSelection;
import org.chirpmill.model.phenomx.precession.Precession;
import org.chirpmill.source.SourceParameters;

/**
 * IMRPhenomXPHM, arXiv:2004.06503, exact (no multibanding): the modes of IMRPhenomXHM, twisted, with
 * LALSimulation's default options (see {@link Precession}).
 */
public final class PhenomXPHM implements WaveformModel {
    private static final RowLayout LAYOUT = XphmRow.layout();

    private final TwistedModes modes;

    /** The model with all its modes and LALSimulation's default angles. */
    public PhenomXPHM() {
        this(ModeSelection.ALL, Precession.Angles.TWO_SPIN);
    }

    private PhenomXPHM(ModeSelection selection, Precession.Angles angles) {
        EnumSet<HigherMode> higherModes = EnumSet.noneOf(HigherMode.class);
        for (HigherMode mode : HigherMode.values()) {
            if (selection.has(mode.l(), mode.m())) {
                higherModes.add(mode);
            }
        }
        modes = new TwistedModes("IMRPhenomXPHM", selection.has(2, 2), higherModes, angles, true);
    }

    /** A mode of the co-precessing frame comes with both signs of m where the positive one is listed. */
    @Override
    public WaveformModel with(ModelOptions options) {
        return new PhenomXPHM(ModeSelection.of(options.modes()), TwistedModes.angles(options));
    }

    @Override
    public String approximant() {
        return modes.approximant();
    }

    @Override
    public SpinSupport spinSupport() {
        return SpinSupport.PRECESSING;
    }

    @Override
    public Optional<String> remark(double[] rows, int offset) {
        return modes.remark(rows, offset);
    }

    @Override
    public RowLayout layout() {
        return LAYOUT;
    }

    @Override
    public BinKernel kernel() {
        return XphmKernel::polarizations;
    }

    @Override
    public void prepare(SourceParameters source, EvaluationFrame frame, double[] rows, int offset)
            throws SourceRefusedException {
        modes.prepare(source, frame, rows, offset);
    }
}
