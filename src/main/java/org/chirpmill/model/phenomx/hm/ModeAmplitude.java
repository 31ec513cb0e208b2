package org.chirpmill.model.phenomx.hm;

import org.chirpmill.model.MassScale;


/**
 * A higher mode's dimensionless amplitude, |h_lm| distance / M^2 without the factor M in seconds, as a function of
 * x = Mf.
 *
 * @param landmarks where its pieces join
 * @param inspiral the first piece
 * @param intermediate the second
 * @param ringdown the last, of the mixed mode its spheroidal part
 */
record ModeAmplitude(
    ModeLandmarks landmarks,
    InspiralAmplitude inspiral,
    IntermediateAmplitude intermediate,
    RingdownAmplitude ringdown) {

    /** The amplitude of a mode whose ringdown is not mixed. */
    static ModeAmplitude unmixed(Quadrupole quadrupole, ModeLandmarks landmarks) {
        RingdownAmplitude ringdown = new RingdownAmplitude(quadrupole.binary(), landmarks);
        return joined(quadrupole, landmarks, ringdown, ringdown.start(landmarks.amplitudeJoin2()));
    }

    /** The amplitude of the mixed mode. */
    static ModeAmplitude mixed(Quadrupole quadrupole, ModeLandmarks landmarks, RingdownAmplitude spheroidal,
            MixedRingdown mixture) {
        MixedRingdown.Value start = mixture.at(landmarks.amplitudeJoin2());
        return joined(quadrupole, landmarks, spheroidal,
            new IntermediateAmplitude.End(start.modulus(), start.modulusSlope()));
    }

    /** Writes the row for frequencies in Hz. */
    void write(double[] rows, int row, MassScale mass) {
        rows[row + ModeRow.AMPLITUDE_JOIN_1] = landmarks.amplitudeJoin1() / mass.seconds();
        rows[row + ModeRow.AMPLITUDE_JOIN_2] = landmarks.amplitudeJoin2() / mass.seconds();
        inspiral.write(rows, row, mass);
        intermediate.write(rows, row, mass);
        ringdown.write(rows, row, mass);
    }

    private static ModeAmplitude joined(
            Quadrupole quadrupole, ModeLandmarks landmarks, RingdownAmplitude ringdown,
            IntermediateAmplitude.End start) {
        InspiralAmplitude inspiral = new InspiralAmplitude(quadrupole, landmarks);
        IntermediateAmplitude intermediate =
            new IntermediateAmplitude(quadrupole, landmarks, inspiral.end(), start);
        return new ModeAmplitude(landmarks, inspiral, intermediate, ringdown);
    }
}
