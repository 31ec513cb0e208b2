package org.chirpmill.model.phenomx;

import static java.lang.Math.PI;

import org.chirpmill.model.CubeRoot;
import org.chirpmill.model.MassScale;
import org.chirpmill.model.ThirdsSeries;

/**
 * IMRPhenomXAS's phase as a function of x = Mf: arXiv:2001.11412, Sec. VII. Three pieces times 1/eta; the second gets
 * a constant, the third a constant and a linear term that make value and slope continuous. The second's slope is so
 * by construction, since its first node is the inspiral's, unless it deviates; then it gets a linear term, too.
 */
public final class XasPhase {
    /** psi4 peaks this long before the end of the hybrids, in M. */
    private static final double PEAK_BEFORE_END = 500;

    private final double eta;
    private final double etaInverse;
    private final XasInspiralPhase inspiral;
    private final XasIntermediatePhase intermediate;
    private final XasRingdownPhase ringdown;
    private final double join1;
    private final double join2;
    /** Zero but for deviations. */
    private final double intermediateLinear;
    private final double intermediateConstant;
    private final double ringdownConstant;
    private final double ringdownLinear;
    private final double timeShift;
    /** Where the phase was last asked for: modes ask one after another for it at the same place. */
    private double askedAt = Double.NaN;
    private double asked;

    /** The phase of a binary whose joins and ringdown lie at the given frequencies. */
    public XasPhase(AlignedBinary binary, Landmarks landmarks) {
        this(binary, landmarks, CoprecessingDeviations.NONE);
    }

    /** The same of a precessing binary in the co-precessing frame. */
    public XasPhase(AlignedBinary binary, Landmarks landmarks, CoprecessingDeviations deviations) {
        eta = binary.eta();
        etaInverse = 1 / eta;
        double ringdownStart = XasRingdownPhase.firstNode(landmarks);
        double margin = 0.03 * (ringdownStart - landmarks.meco());
        join1 = landmarks.meco() - margin;
        join2 = ringdownStart + 0.5 * margin;
        inspiral = new XasInspiralPhase(binary, landmarks);
        ringdown = new XasRingdownPhase(binary, landmarks, deviations);
        double log1 = StrictMath.log(join1);
        double root2 = CubeRoot.of(join2);
        ThirdsSeries.Point start = inspiral.series().point(join1, CubeRoot.of(join1), log1);
        intermediate = new XasIntermediatePhase(binary, start.slope(), ringdown, join1, join2, deviations);
        intermediateLinear =
            deviations == CoprecessingDeviations.NONE ? 0 : start.slope() - intermediate.slope(join1);
        intermediateConstant = start.value() - intermediate.at(join1, log1) - intermediateLinear * join1;
        ringdownLinear = intermediate.slope(join2) + intermediateLinear - ringdown.slope(join2, root2);
        ringdownConstant = intermediate.at(join2) + intermediateConstant + intermediateLinear * join2
            - ringdown.at(join2, root2) - ringdownLinear * join2;
        timeShift = timeShift(binary, landmarks.ringdown() - landmarks.damping());
    }

    /** The phase without alignment, rad times eta. */
    public double at(double x) {
        if (x != askedAt) {
            asked = evaluate(x);
            askedAt = x;
        }
        return asked;
    }

    private double evaluate(double x) {
        double phase;
        if (x < join1) {
            phase = inspiral.series().at(x);
        } else if (x < join2) {
            phase = intermediate.at(x) + intermediateConstant + intermediateLinear * x;
        } else {
            phase = ringdown.at(x) + ringdownConstant + ringdownLinear * x;
        }
        return phase;
    }

    /** Its derivative by x. */
    public double slope(double x) {
        double slope;
        if (x < join1) {
            slope = inspiral.series().slope(x);
        } else if (x < join2) {
            slope = intermediate.slope(x) + intermediateLinear;
        } else {
            slope = ringdown.slope(x) + ringdownLinear;
        }
        return slope;
    }

    /** Its derivative by x as it is before the pieces get the linear terms that join them. */
    public double slopeBeforeJoining(double x) {
        return x < join2 ? slope(x) - (x < join1 ? 0 : intermediateLinear) : ringdown.slope(x);
    }

    /** Its second derivative by x. */
    public double curvature(double x) {
        double curvature;
        if (x < join1) {
            curvature = inspiral.series().curvature(x);
        } else if (x < join2) {
            curvature = intermediate.curvature(x);
        } else {
            curvature = ringdown.curvature(x);
        }
        return curvature;
    }

    /** The linear term, rad per unit of x, that puts the strain's peak near t = 0. */
    public double timeShift() {
        return timeShift;
    }

    /** The constant, rad, that makes the whole phase pi/4 + 2 orbitalPhase at x = reference. */
    public double constant(double reference, double orbitalPhase) {
        return constant(reference, orbitalPhase, timeShift, 0);
    }

    /** The same of a phase with another linear term, and with something more at the reference, rad. */
    public double constant(double reference, double orbitalPhase, double linear, double more) {
        return 2 * orbitalPhase + PI / 4 - (at(reference) / eta + linear * reference + more);
    }

    /** The first piece. */
    public XasInspiralPhase inspiral() {
        return inspiral;
    }

    XasIntermediatePhase intermediate() {
        return intermediate;
    }

    XasRingdownPhase ringdown() {
        return ringdown;
    }

    double join1() {
        return join1;
    }

    double join2() {
        return join2;
    }

    double intermediateConstant() {
        return intermediateConstant;
    }

    double ringdownConstant() {
        return ringdownConstant;
    }

    double ringdownLinear() {
        return ringdownLinear;
    }

    /**
     * Writes the row for frequencies in Hz.
     *
     * @param mass the total mass
     * @param constant the constant to add, rad
     */
    public void write(double[] rows, int row, MassScale mass, double constant) {
        write(rows, row, mass, constant, timeShift);
    }

    /** The same with another linear term, rad per unit of x. */
    public void write(double[] rows, int row, MassScale mass, double constant, double linear) {
        double massSeconds = mass.seconds();
        writeInspiral(rows, row, mass);
        rows[row + XasRow.PHASE_0] += constant;
        rows[row + XasRow.PHASE_3] += linear * massSeconds;

        rows[row + XasRow.PHASE_JOIN_1] = join1 / massSeconds;
        rows[row + XasRow.PHASE_JOIN_2] = join2 / massSeconds;
        rows[row + XasRow.INTERMEDIATE_CONSTANT] =
            etaInverse * (intermediateConstant + intermediate.beta(1) * mass.logarithm()) + constant;
        rows[row + XasRow.INTERMEDIATE_LINEAR] =
            (etaInverse * (intermediate.beta(0) + intermediateLinear) + linear) * massSeconds;
        rows[row + XasRow.INTERMEDIATE_LOG] = etaInverse * intermediate.beta(1);
        double inverse = 1 / massSeconds;
        rows[row + XasRow.INTERMEDIATE_INVERSE] = -etaInverse * intermediate.beta(2) * inverse;
        rows[row + XasRow.INTERMEDIATE_INVERSE_2] = -etaInverse * intermediate.beta(3) / 2 * inverse * inverse;
        rows[row + XasRow.INTERMEDIATE_INVERSE_3] =
            -etaInverse * intermediate.beta(4) / 3 * inverse * inverse * inverse;
        rows[row + XasRow.INTERMEDIATE_ARCTAN] = etaInverse * intermediate.lorentzian() / intermediate.width();
        rows[row + XasRow.INTERMEDIATE_INVERSE_WIDTH] = massSeconds / intermediate.width();
        writeRingdown(rows, row, mass, constant, linear);
    }

    private void writeInspiral(double[] rows, int row, MassScale mass) {
        ThirdsSeries series = inspiral.series();
        rows[row + XasRow.PHASE_MINUS_5] = series.power(-5) * mass.thirds(-5) / eta;
        for (int k = -3; k <= 6; k++) {
            rows[row + XasRow.PHASE_0 + k] =
                etaInverse * mass.thirds(k) * (series.power(k) + series.logarithm(k) * mass.logarithm());
        }
        rows[row + XasRow.LOG_0] = etaInverse * series.logarithm(0);
        rows[row + XasRow.LOG_1] = etaInverse * series.logarithm(1) * mass.thirds(1);
        rows[row + XasRow.LOG_3] = etaInverse * series.logarithm(3) * mass.seconds();
    }

    private void writeRingdown(double[] rows, int row, MassScale mass, double constant, double linear) {
        double massSeconds = mass.seconds();
        double inverse = 1 / massSeconds;
        rows[row + XasRow.RINGDOWN_CONSTANT] = etaInverse * ringdownConstant + constant;
        rows[row + XasRow.RINGDOWN_LINEAR] = (etaInverse * (ringdown.c0() + ringdownLinear) + linear) * massSeconds;
        rows[row + XasRow.RINGDOWN_TWO_THIRDS] = etaInverse * 1.5 * ringdown.c1() * mass.thirds(2);
        rows[row + XasRow.RINGDOWN_INVERSE] = -etaInverse * ringdown.c2() * inverse;
        rows[row + XasRow.RINGDOWN_INVERSE_3] = -etaInverse * ringdown.c4() / 3 * inverse * inverse * inverse;
        rows[row + XasRow.RINGDOWN_ARCTAN] = etaInverse * ringdown.lorentzian() / ringdown.damping();
        rows[row + XasRow.RINGDOWN_INVERSE_WIDTH] = massSeconds / ringdown.damping();
    }

    /** The hybrids' time at the reference, moved from psi4's peak to the strain's. */
    private double timeShift(AlignedBinary binary, double reference) {
        return XasFit.TIME_OF_PEAK.at(binary) - etaInverse * slope(reference)
            + fromHybridsToStrain(binary);
    }

    /** What is added to a phase derivative of the hybrids so that the strain peaks near t = 0, rad per unit of x. */
    public static double fromHybridsToStrain(AlignedBinary binary) {
        return -2 * PI * (PEAK_BEFORE_END + XasFit.PSI4_TO_STRAIN.at(binary));
    }
}
