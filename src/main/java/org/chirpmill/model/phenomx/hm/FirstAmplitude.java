package org.chirpmill.model.phenomx.hm;

import org.chirpmill.model.CubeRoot;
import org.chirpmill.model.MassScale;
import org.chirpmill.model.phenomx.AlignedBinary;

/**
 * A higher mode's dimensionless amplitude in IMRPhenomXHM's first release, 122019, as a function of x = Mf: |h_lm|
 * distance / M^2 without the factor M in seconds.
 *
 * @param landmarks where its pieces join, but for the first
 * @param inspiral the first piece
 * @param intermediate the second
 * @param ringdown the last, of the mixed mode its spheroidal part
 */
record FirstAmplitude(ModeLandmarks landmarks, FirstInspiralAmplitude inspiral,
        FirstIntermediateAmplitude intermediate, FirstRingdownAmplitude ringdown) {
    /** Beyond this mass ratio and spin of the heavier body there is hardly a ringdown in (3, 3) and (4, 4). */
    private static final double UNEQUAL = 7;
    private static final double HIGH_SPIN = 0.95;

    /** The amplitude of a mode whose ringdown is not mixed. */
    static FirstAmplitude unmixed(Quadrupole quadrupole, ModeLandmarks landmarks) {
        FirstInspiralAmplitude inspiral = new FirstInspiralAmplitude(quadrupole, landmarks);
        FirstRingdownAmplitude ringdown = FirstRingdownAmplitude.of(quadrupole, landmarks);
        double start = landmarks.amplitudeJoin2();
        AlignedBinary binary = quadrupole.binary();
        boolean follows = landmarks.mode().l() == landmarks.mode().m()
            && binary.massOne() > UNEQUAL * binary.massTwo() && binary.chiOne() > HIGH_SPIN;
        if (follows) {
            double end = inspiral.endFrequency();
            ringdown = ringdown.following(inspiral.end().value() * end * Math.sqrt(CubeRoot.of(end)), start);
        }
        return new FirstAmplitude(landmarks, inspiral,
            new FirstIntermediateAmplitude(quadrupole, landmarks, inspiral.endFrequency(), inspiral.end(),
                new IntermediateAmplitude.End(ringdown.at(start), ringdown.slope(start)), follows), ringdown);
    }

    /** The amplitude of the mixed mode. */
    static FirstAmplitude mixed(Quadrupole quadrupole, ModeLandmarks landmarks, FirstRingdownAmplitude spheroidal,
            MixedRingdown mixture) {
        FirstInspiralAmplitude inspiral = new FirstInspiralAmplitude(quadrupole, landmarks);
        MixedRingdown.Value start = mixture.at(landmarks.amplitudeJoin2());
        return new FirstAmplitude(landmarks, inspiral,
            new FirstIntermediateAmplitude(quadrupole, landmarks, inspiral.endFrequency(), inspiral.end(),
                new IntermediateAmplitude.End(start.modulus(), start.modulusSlope()), false), spheroidal);
    }

    /** Writes the row for frequencies in Hz: the amplitude's part of a {@link ModeRow} and a {@link FirstModeRow}. */
    void write(double[] rows, int row, int more, MassScale mass) {
        inspiral.write(rows, row, more, mass);
        rows[row + ModeRow.AMPLITUDE_JOIN_2] = landmarks.amplitudeJoin2() / mass.seconds();
        intermediate.write(rows, row, more, mass);
        ringdown.write(rows, row, mass);
    }
}
