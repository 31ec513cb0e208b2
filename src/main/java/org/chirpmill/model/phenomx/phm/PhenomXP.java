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
import org.chirpmill.model.phenomx.precession.Precession;
import org.chirpmill.source.SourceParameters;

/**
 * IMRPhenomXP, arXiv:2004.06503, exact (no multibanding): the (2, 2) mode of IMRPhenomXAS, twisted, with
 * LALSimulation's default options (see {@link Precession}).
 */
public final class PhenomXP implements WaveformModel {
    private static final RowLayout LAYOUT = XphmRow.layout();

    private final TwistedModes modes;

    /** The model with LALSimulation's default angles. */
    public PhenomXP() {
        this(Precession.Angles.TWO_SPIN);
    }

    private PhenomXP(Precession.Angles angles) {
        modes = new TwistedModes("IMRPhenomXP", true, EnumSet.noneOf(HigherMode.class), angles, false);
    }

    @Override
    public WaveformModel with(ModelOptions options) {
        options.requireQuadrupole(approximant());
        return new PhenomXP(TwistedModes.angles(options));
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
