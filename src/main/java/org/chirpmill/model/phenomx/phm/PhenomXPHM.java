package org.chirpmill.model.phenomx.phm;

import org.chirpmill.model.EvaluationFrame;
import org.chirpmill.model.ModelOptions;
import org.chirpmill.model.ModelTraits;
import org.chirpmill.model.SpinSupport;
import org.chirpmill.model.WaveformModel;
import org.chirpmill.model.phenomx.AlignedBinary;
import org.chirpmill.model.phenomx.hm.ModeSelection;
import org.chirpmill.model.phenomx.precession.Precession;
import org.chirpmill.source.SourceParameters;

/**
 * IMRPhenomXPHM, arXiv:2004.06503, exact (no multibanding): the modes of IMRPhenomXHM, twisted, with
 * LALSimulation's default options (see {@link Precession}).
 */
public final class PhenomXPHM extends TwistedModel {
    private static final ModelTraits TRAITS = ModelTraits.of("IMRPhenomXPHM", SpinSupport.PRECESSING)
        .withModesTo(4).interpolatedByPeers().within(1e-8);

    /** The model with all its modes and LALSimulation's default angles. */
    public PhenomXPHM() {
        this(ModeSelection.ALL, Precession.Angles.TWO_SPIN);
    }

    private PhenomXPHM(ModeSelection selection, Precession.Angles angles) {
        super(selection.has(2, 2), selection.higherModes(), angles);
    }

    /** A mode of the co-precessing frame comes with both signs of m where the positive one is listed. */
    @Override
    public WaveformModel with(ModelOptions options) {
        return new PhenomXPHM(ModeSelection.of(options.modes()), Precession.Angles.of(options));
    }

    @Override
    public ModelTraits traits() {
        return TRAITS;
    }

    @Override
    boolean stepsByBins() {
        return false;
    }

    @Override
    String aligned() {
        return "IMRPhenomXHM";
    }

    /** On lists of frequencies LALSimulation takes two equal masses in the other order. */
    @Override
    AlignedBinary coprecessing(SourceParameters source, EvaluationFrame frame) {
        boolean exchanged = !frame.grid().isUniform() && source.massOneSolar() == source.massTwoSolar();
        return AlignedBinary.of(exchanged ? source.withBodiesExchanged() : source);
    }
}
