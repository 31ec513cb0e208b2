package org.chirpmill.model.phenomx.phm;

import static org.chirpmill.physics.PhysicalConstants.SOLAR_MASS_SECONDS;

import java.util.Set;
import org.chirpmill.model.EvaluationFrame;
import org.chirpmill.model.SourceChecks;
import org.chirpmill.model.SourceRefusedException;
import org.chirpmill.model.phenomx.AlignedBinary;
import org.chirpmill.model.phenomx.Landmarks;
import org.chirpmill.model.phenomx.PhenomXAS;
import org.chirpmill.model.phenomx.Remnant;
import org.chirpmill.model.phenomx.hm.CoprecessingModes;
import org.chirpmill.model.phenomx.hm.HigherMode;
import org.chirpmill.model.phenomx.precession.Precession;
import org.chirpmill.source.SourceParameters;

/**
 * The coefficients of both precessing models: the precession of the source, then the modes of an aligned binary with
 * the spins' parts along the orbital angular momentum that rings like the precessing remnant.
 *
 * @param approximant the model's name, for refusals
 * @param higherModes the modes besides (2, 2)
 * @param angles the Euler angles wanted
 * @param exchangesEqualBodies whether the modes, too, take two equal masses in the other order, as LALSimulation's
 *     IMRPhenomXPHM does on lists of frequencies
 */
record TwistedModes(
    String approximant, Set<HigherMode> higherModes, Precession.Angles angles, boolean exchangesEqualBodies) {

    void prepare(SourceParameters source, EvaluationFrame frame, double[] rows, int offset)
            throws SourceRefusedException {
        SourceChecks.requirePhysical(source);
        SourceChecks.requireBlackHoles(source, approximant);
        PhenomXAS.requireCalibrated(source);
        Precession precession = Precession.prepare(
            source, frame.referenceFrequency(), angles, rows, offset + XphmRow.PRECESSION);
        AlignedBinary binary = AlignedBinary.of(ordered(source, frame));
        Remnant aligned = Remnant.of(binary);
        Remnant remnant = new Remnant(aligned.mass(), precession.finalSpin(aligned.spin()));
        Landmarks landmarks = Landmarks.of(binary, aligned).ringingAs(remnant);
        double cutoffHz = PhenomXAS.cutoff(binary) / (binary.totalSolar() * SOLAR_MASS_SECONDS);
        // The source's phase turns the observer, in the precession's frame; the modes' own phase starts at zero.
        CoprecessingModes.write(binary, remnant, landmarks, frame.referenceFrequency(), 0,
            source.luminosityDistanceMpc(), higherModes, new CoprecessingModes.Route(false, cutoffHz), rows, offset);
    }

    private SourceParameters ordered(SourceParameters source, EvaluationFrame frame) {
        boolean exchanged = exchangesEqualBodies && !frame.grid().isUniform()
            && source.massOneSolar() == source.massTwoSolar();
        return exchanged ? source.withBodiesExchanged() : source;
    }
}
