package org.chirpmill.model.phenomx.phm;

import java.util.EnumSet;
import org.chirpmill.model.EvaluationFrame;
import org.chirpmill.model.ModelOptions;
import org.chirpmill.model.ModelTraits;
import org.chirpmill.model.SpinSupport;
import org.chirpmill.model.WaveformModel;
import org.chirpmill.model.phenomx.AlignedBinary;
import org.chirpmill.model.phenomx.hm.HigherMode;
import org.chirpmill.model.phenomx.precession.Precession;
import org.chirpmill.source.SourceParameters;

/**
 * IMRPhenomXP, arXiv:2004.06503, exact (no multibanding): the (2, 2) mode of IMRPhenomXAS, twisted, with
 * LALSimulation's default options (see {@link Precession}).
 */
public final class PhenomXP extends TwistedModel {
    private static final ModelTraits TRAITS = ModelTraits.of("IMRPhenomXP", SpinSupport.PRECESSING);
    /** LALSimulation interpolates angles that it integrates. */
    private static final ModelTraits INTEGRATED = TRAITS.within(1e-8);

    /** The model with LALSimulation's default angles. */
    public PhenomXP() {
        this(Precession.Angles.TWO_SPIN);
    }

    private PhenomXP(Precession.Angles angles) {
        super(true, EnumSet.noneOf(HigherMode.class), angles);
    }

    @Override
    public WaveformModel with(ModelOptions options) {
        options.requireQuadrupole(approximant());
        return new PhenomXP(Precession.Angles.of(options));
    }

    @Override
    public ModelTraits traits() {
        return integrates() ? INTEGRATED : TRAITS;
    }

    @Override
    boolean stepsByBins() {
        return true;
    }

    @Override
    String aligned() {
        return "IMRPhenomXAS";
    }

    @Override
    AlignedBinary coprecessing(SourceParameters source, EvaluationFrame frame) {
        return AlignedBinary.of(source);
    }
}
