package org.chirpmill.model.phenomx.phm;

import java.util.EnumSet;
import org.chirpmill.model.BinKernel;
import org.chirpmill.model.EvaluationFrame;
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

    private final TwistedModes modes = new TwistedModes("IMRPhenomXP",
        EnumSet.noneOf(HigherMode.class), Precession.Angles.TWO_SPIN, false);

    @Override
    public String approximant() {
        return modes.approximant();
    }

    @Override
    public SpinSupport spinSupport() {
        return SpinSupport.PRECESSING;
    }

    @Override
    public boolean isTidal() {
        return false;
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
