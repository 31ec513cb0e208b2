package org.chirpmill.model.phenomx.phm;

import static org.chirpmill.physics.PhysicalConstants.SOLAR_MASS_SECONDS;

import java.util.Optional;
import java.util.Set;
import org.chirpmill.model.EvaluationFrame;
import org.chirpmill.model.ModelOptions;
import org.chirpmill.model.SourceChecks;
import org.chirpmill.model.SourceRefusedException;
import org.chirpmill.model.phenomx.AlignedBinary;
import org.chirpmill.model.phenomx.Landmarks;
import org.chirpmill.model.phenomx.PhenomXAS;
import org.chirpmill.model.phenomx.Remnant;
import org.chirpmill.model.phenomx.hm.CoprecessingModes;
import org.chirpmill.model.phenomx.hm.CoprecessingRow;
import org.chirpmill.model.phenomx.hm.HigherMode;
import org.chirpmill.model.phenomx.precession.Precession;
import org.chirpmill.model.phenomx.precession.PrecessionRow;
import org.chirpmill.source.SourceParameters;

/**
 * The coefficients of both precessing models: the precession of the source, then the modes of an aligned binary with
 * the spins' parts along the orbital angular momentum that rings like the precessing remnant.
 *
 * @param approximant the model's name, for refusals
 * @param hasQuadrupole whether (2, 2) is among the modes
 * @param higherModes the modes besides (2, 2)
 * @param angles the Euler angles wanted
 * @param exchangesEqualBodies whether the modes, too, take two equal masses in the other order, as LALSimulation's
 *     IMRPhenomXPHM does on lists of frequencies
 */
record TwistedModes(
    String approximant,
    boolean hasQuadrupole,
    Set<HigherMode> higherModes,
    Precession.Angles angles,
    boolean exchangesEqualBodies) {

    /** LALSimulation's numbers of the Euler angles. */
    static Precession.Angles angles(ModelOptions options) {
        return options.precessionVersion().orElse(223) == 102
            ? Precession.Angles.SINGLE_SPIN : Precession.Angles.TWO_SPIN;
    }

    /** Tells of a row whose two-spin angles failed. */
    Optional<String> remark(double[] rows, int offset) {
        boolean fellBack = angles == Precession.Angles.TWO_SPIN
            && rows[offset + XphmRow.PRECESSION + PrecessionRow.TWO_SPIN] == 0;
        return fellBack
            ? Optional.of("the two-spin (MSA) precession angles fail and single-spin (NNLO) angles were taken")
            : Optional.empty();
    }

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
        double cutoffHz = PhenomXAS.lastFrequency(
            frame.grid(), PhenomXAS.cutoff(binary) / (binary.totalSolar() * SOLAR_MASS_SECONDS));
        // The source's phase turns the observer, in the precession's frame; the modes' own phase starts at zero.
        CoprecessingModes.write(binary, remnant, landmarks, frame.referenceFrequency(), 0,
            source.luminosityDistanceMpc(), higherModes,
            new CoprecessingModes.Route(false, cutoffHz, cutoffHz), rows, offset);
        if (!hasQuadrupole) {
            rows[offset + CoprecessingRow.L2M2_SCALE] = 0;
        }
    }

    private SourceParameters ordered(SourceParameters source, EvaluationFrame frame) {
        boolean exchanged = exchangesEqualBodies && !frame.grid().isUniform()
            && source.massOneSolar() == source.massTwoSolar();
        return exchanged ? source.withBodiesExchanged() : source;
    }
}
