package org.chirpmill.model.phenomx.hm;

import org.chirpmill.model.Arctangent;
import org.chirpmill.model.phenomx.LinearSystem;

/**
 * A ringdown phase as a function of x = Mf, of the mixed mode its spheroidal one. The derivative is linear
 * + inverseSquare / x^2 + inverseFourth / x^4 + a Lorentzian: arXiv:2001.10914, Eqs. 6.5 and 6.8.
 *
 * @param constant rad
 * @param linear d phase / dx at high frequencies
 * @param inverseSquare coefficient of x^-2
 * @param inverseFourth coefficient of x^-4
 * @param lorentzian weight of damping / (damping^2 + (x - ringdown)^2)
 * @param ringdown the mode's quasi-normal frequency
 * @param damping its damping
 */
record RingdownPhase(
    double constant,
    double linear,
    double inverseSquare,
    double inverseFourth,
    double lorentzian,
    double ringdown,
    double damping) {

    /** The (2, 2) ringdown's shape at the mode's own frequencies, Eq. 6.5. */
    static RingdownPhase rescaled(Quadrupole quadrupole, ModeLandmarks landmarks) {
        HigherMode mode = landmarks.mode();
        double weight = mode.l() == mode.m() ? 2 : mode.m() / 3.0;
        return new RingdownPhase(0, 0, weight * ModeFits.INVERSE_SQUARE_22.at(quadrupole.binary()), 0,
            ModeFits.LORENTZIAN_22.at(quadrupole.binary()) / quadrupole.binary().eta(),
            landmarks.ringdown(), landmarks.damping());
    }

    /** The mixed mode's spheroidal phase, Eq. 6.8, set beside the (2, 2) phase in time and phase. */
    static RingdownPhase spheroidal(Quadrupole quadrupole, ModeLandmarks landmarks) {
        double ringdown22 = quadrupole.landmarks().ringdown();
        double reference = ringdown22 + quadrupole.landmarks().damping();
        RingdownPhase shape = throughNodes(quadrupole, landmarks, ringdown22);
        double slope = quadrupole.phaseSlope(reference) + ModeFits.SPHEROIDAL_TIME_SHIFT.at(quadrupole.binary());
        RingdownPhase timed = shape.plus(0, slope - shape.slope(reference));
        double phase = quadrupole.phaseAt(ringdown22) + ModeFits.SPHEROIDAL_PHASE_SHIFT.at(quadrupole.binary());
        return timed.plus(phase - timed.at(ringdown22), 0);
    }

    double at(double x) {
        return constant + linear * x - inverseSquare / x - inverseFourth / (3 * x * x * x)
            + lorentzian * Arctangent.of((x - ringdown) / damping);
    }

    /** The derivative by x. */
    double slope(double x) {
        double inverse = 1 / (x * x);
        double away = x - ringdown;
        return linear + inverse * (inverseSquare + inverse * inverseFourth)
            + lorentzian * damping / (damping * damping + away * away);
    }

    /** The second derivative by x. */
    double curvature(double x) {
        double inverse = 1 / (x * x);
        double away = x - ringdown;
        double square = damping * damping + away * away;
        return -inverse / x * (2 * inverseSquare + 4 * inverse * inverseFourth)
            - 2 * lorentzian * damping * away / (square * square);
    }

    /** The phase with a constant and a linear term more. */
    RingdownPhase plus(double more, double moreLinear) {
        return new RingdownPhase(
            constant + more, linear + moreLinear, inverseSquare, inverseFourth, lorentzian, ringdown, damping);
    }

    /** Mf of the spheroidal phase's nodes. */
    static double[] nodes(ModeLandmarks landmarks, double ringdown22) {
        double ringdown = landmarks.ringdown();
        double damping = landmarks.damping();
        return new double[] {
            ringdown22, ringdown - 1.5 * damping, ringdown - 0.5 * damping, ringdown + 0.5 * damping};
    }

    /** In units of the ringdown frequency and of the damping every column is of order one. */
    private static RingdownPhase throughNodes(Quadrupole quadrupole, ModeLandmarks landmarks, double ringdown22) {
        double ringdown = landmarks.ringdown();
        double damping = landmarks.damping();
        double[] nodes = nodes(landmarks, ringdown22);
        double[][] matrix = new double[nodes.length][];
        double[] values = new double[nodes.length];
        for (int i = 0; i < nodes.length; i++) {
            double inverse = ringdown / nodes[i] * (ringdown / nodes[i]);
            double away = (nodes[i] - ringdown) / damping;
            matrix[i] = new double[] {1, inverse, inverse * inverse, 1 / (1 + away * away)};
            values[i] = ModeFits.SPHEROIDAL_PHASE[i].at(quadrupole.binary());
        }
        double[] solution = LinearSystem.solve(matrix, values);
        double square = ringdown * ringdown;
        return new RingdownPhase(0, solution[0], solution[1] * square, solution[2] * square * square,
            solution[3] * damping, ringdown, damping);
    }
}
