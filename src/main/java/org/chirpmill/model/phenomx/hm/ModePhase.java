package org.chirpmill.model.phenomx.hm;

import static java.lang.Math.PI;

import java.util.Arrays;
import org.chirpmill.model.CubeRoot;
import org.chirpmill.model.MassScale;
import org.chirpmill.model.ThirdsSeries;
import org.chirpmill.model.phenomx.AlignedBinary;

/**
 * A higher mode's phase as a function of x = Mf: arXiv:2001.10914, Secs. IV B, V B and VI. The first and the last of
 * three pieces get a constant and a linear term that make value and slope continuous; then a constant sets the mode
 * beside the (2, 2) mode at low frequencies, Eq. 4.13.
 */
final class ModePhase {
    /** At or below this eta, the alignment with the (2, 2) mode is where the inspiral ends. */
    private static final double EXTREME_ETA = 0.05;
    /** v of the (2, 1) mode at M f = 0.008, where the sign of its amplitude is asked. */
    private static final double SIGN_ROOT = CubeRoot.of(2 * PI * 0.008);

    private final Quadrupole quadrupole;
    private final ModeLandmarks landmarks;
    private final PhaseNodes nodes;
    private final InspiralPhase inspiral;
    private final IntermediatePhase intermediate;
    private final RingdownPhase ringdown;
    private final double inspiralLinear;
    private final double inspiralConstant;
    private final double ringdownLinear;
    private final double ringdownConstant;
    private final double alignment;

    private ModePhase(
            Quadrupole quadrupole, ModeLandmarks landmarks, PhaseNodes nodes, IntermediatePhase intermediate,
            RingdownPhase ringdown, double startPhase, double startSlope) {
        this.quadrupole = quadrupole;
        this.landmarks = landmarks;
        this.nodes = nodes;
        this.intermediate = intermediate;
        this.ringdown = ringdown;
        inspiral = new InspiralPhase(landmarks.mode(), quadrupole);
        double end = landmarks.meco();
        double logEnd = StrictMath.log(end);
        ThirdsSeries.Point before = inspiral.series().point(end, landmarks.mecoRoot(), logEnd);
        inspiralLinear = intermediate.slope(end) - before.slope();
        inspiralConstant = intermediate.at(end, logEnd) - before.value() - inspiralLinear * end;
        double start = landmarks.phaseJoin2();
        ringdownLinear = intermediate.slope(start) - startSlope;
        ringdownConstant = intermediate.at(start) - startPhase - ringdownLinear * start;
        double turned = alignment();
        alignment = Math.fma(-2 * PI, Math.rint(turned / (2 * PI)), turned) + (isPositive21() ? PI : 0);
    }

    /** The phase of a mode whose ringdown is not mixed. */
    static ModePhase unmixed(Quadrupole quadrupole, ModeLandmarks landmarks) {
        PhaseNodes nodes = PhaseNodes.of(quadrupole, landmarks);
        int[] chosen = PhaseNodes.chosen(landmarks.mode(), quadrupole.binary());
        double[] where = new double[chosen.length];
        double[] values = new double[chosen.length];
        for (int i = 0; i < chosen.length; i++) {
            where[i] = nodes.nodes()[chosen[i]];
            values[i] = nodes.values()[chosen[i]];
        }
        RingdownPhase ringdown = RingdownPhase.rescaled(quadrupole, landmarks);
        double start = landmarks.phaseJoin2();
        return new ModePhase(quadrupole, landmarks, nodes, IntermediatePhase.through(where, values, landmarks),
            ringdown, ringdown.at(start), ringdown.slope(start));
    }

    /**
     * The phase of the mixed mode. Its intermediate phase takes the slope's slope from the mixture, and, but for very
     * unequal masses, the slope in place of the fifth value.
     */
    static ModePhase mixed(Quadrupole quadrupole, ModeLandmarks landmarks, MixedRingdown mixture) {
        return mixed(quadrupole, landmarks, mixture.spheroidalPhase(), mixture.at(landmarks.phaseJoin2()));
    }

    /** The same, glued to a mixture that has this value where it begins. */
    static ModePhase mixed(Quadrupole quadrupole, ModeLandmarks landmarks, RingdownPhase spheroidalPhase,
            MixedRingdown.Value start) {
        PhaseNodes nodes = PhaseNodes.of(quadrupole, landmarks);
        double[] where = nodes.nodes().clone();
        double[] values = Arrays.copyOf(nodes.values(), where.length);
        values[5] = start.phaseCurvature();
        if (quadrupole.binary().eta() > EXTREME_ETA) {
            where[4] = landmarks.phaseJoin2();
            values[4] = start.phaseSlope();
        }
        IntermediatePhase intermediate = IntermediatePhase.throughWithSlope(where, values, landmarks);
        if (quadrupole.binary().eta() < EXTREME_ETA) {
            intermediate = intermediate.plus(start.phaseSlope() - intermediate.slope(landmarks.phaseJoin2()));
        }
        return new ModePhase(quadrupole, landmarks, new PhaseNodes(where, values), intermediate,
            spheroidalPhase, start.phase(), start.phaseSlope());
    }

    /** Writes the row for frequencies in Hz. */
    void write(double[] rows, int row, MassScale mass) {
        double massSeconds = mass.seconds();
        double inverse = 1 / massSeconds;
        inspiral.write(rows, row, mass, inspiralConstant + alignment, inspiralLinear);
        rows[row + ModeRow.PHASE_JOIN_1] = landmarks.meco() * inverse;
        rows[row + ModeRow.PHASE_JOIN_2] = landmarks.phaseJoin2() * inverse;
        rows[row + ModeRow.SLOW_CONSTANT] = intermediate.c1() * mass.logarithm() + alignment;
        rows[row + ModeRow.SLOW_LINEAR] = intermediate.c0() * massSeconds;
        rows[row + ModeRow.SLOW_LOG] = intermediate.c1();
        rows[row + ModeRow.SLOW_INVERSE] = -intermediate.c2() * inverse;
        rows[row + ModeRow.SLOW_INVERSE_2] = -intermediate.c3() / 2 * inverse * inverse;
        rows[row + ModeRow.SLOW_INVERSE_3] = -intermediate.c4() / 3 * inverse * inverse * inverse;
        rows[row + ModeRow.SLOW_ARCTAN] = intermediate.lorentzian();
        rows[row + ModeRow.INVERSE_DAMPING] = massSeconds / landmarks.damping();
        rows[row + ModeRow.RINGDOWN_CONSTANT] = ringdown.constant() + turnConstant();
        rows[row + ModeRow.RINGDOWN_LINEAR] = (ringdown.linear() + turnLinear()) * massSeconds;
        rows[row + ModeRow.RINGDOWN_INVERSE] = -ringdown.inverseSquare() * inverse;
        rows[row + ModeRow.RINGDOWN_INVERSE_3] = -ringdown.inverseFourth() / 3 * inverse * inverse * inverse;
        rows[row + ModeRow.RINGDOWN_ARCTAN] = ringdown.lorentzian();
    }

    /** The constant, rad, that is added to the ringdown's phase. */
    double turnConstant() {
        return ringdownConstant + alignment;
    }

    /** What is added to its derivative by x. */
    double turnLinear() {
        return ringdownLinear;
    }

    PhaseNodes nodes() {
        return nodes;
    }

    InspiralPhase inspiral() {
        return inspiral;
    }

    IntermediatePhase intermediate() {
        return intermediate;
    }

    RingdownPhase ringdown() {
        return ringdown;
    }

    double inspiralLinear() {
        return inspiralLinear;
    }

    double inspiralConstant() {
        return inspiralConstant;
    }

    /** What sets the mode beside (2, 2), rad. */
    double phaseAlignment() {
        return alignment;
    }

    /** Eq. 4.13: at low frequencies phi_lm(x) is m/2 phi_22(2x/m) - 3 pi/4 (1 - m/2). */
    private double alignment() {
        double ratio = 0.5 * landmarks.mode().m();
        double end = landmarks.meco();
        double x = quadrupole.binary().eta() > EXTREME_ETA ? 0.6 * end : end;
        double other = inspiral.series().at(x) + inspiralLinear * x + inspiralConstant;
        return ratio * quadrupole.phaseAt(x / ratio) - 3 * PI / 4 * (1 - ratio) - other;
    }

    /** Whether the post-Newtonian (2, 1) amplitude, real and negative for equal spins, has changed its sign. */
    private boolean isPositive21() {
        if (landmarks.mode() != HigherMode.L2M1) {
            return false;
        }
        AlignedBinary binary = quadrupole.binary();
        double root = SIGN_ROOT;
        double delta = binary.delta();
        double spins = binary.spinDifference() + delta * (binary.chiOne() + binary.chiTwo());
        return -16.0 / 3 * delta + 4 * root * spins
            + 2 * root * root * delta * (306 - 360 * binary.eta()) / 189 >= 0;
    }
}
