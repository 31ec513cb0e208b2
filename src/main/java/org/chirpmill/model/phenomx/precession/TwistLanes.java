package org.chirpmill.model.phenomx.precession;

import static org.chirpmill.model.lanes.Lanes.COUNT;
import static org.chirpmill.model.lanes.Lanes.SPECIES;

import jdk.incubator.vector.DoubleVector;
import org.chirpmill.model.lanes.LaneMath;
import org.chirpmill.model.lanes.Lanes;

/**
 * The twist of {@link ModeTwist} at many points at once, as amplitudes that change slowly beside a phase.
 *
 * <p>With c and s the cosine and sine of beta / 2 and d^l_(m,m') a term of the binomial series of (c e^(i alpha) + s),
 * the sum over m is e^(i d alpha) times a polynomial in s e^(-i alpha), d = l + m': at small beta its constant term is
 * all. The phase takes e^(i d alpha); what is left turns the less the smaller beta is. For m' = l - 1 the terms are
 * those of the derivative by beta. One thread.
 */
public final class TwistLanes {
    private static final int MOST_TERMS = 9;

    private final double[] plusHarmonics = new double[MOST_TERMS];
    private final double[] minusHarmonics = new double[MOST_TERMS];
    private double[][] angles;
    private int count;
    private double[] sine = Lanes.array(0);
    private double[] cosine = Lanes.array(0);

    /**
     * Turns to points, for all modes of one m'.
     *
     * @param newAngles alpha, epsilon, cos(beta / 2) and sin(beta / 2), as {@link EulerAngleLanes} writes them; they
     *     are read again by {@link #twist}
     * @param newCount how many points
     */
    public void turnTo(double[][] newAngles, int newCount) {
        angles = newAngles;
        count = newCount;
        if (sine.length < count + Lanes.PADDING) {
            sine = Lanes.array(count);
            cosine = Lanes.array(count);
        }
        LaneMath.sincos(angles[0], 0, count, sine, cosine);
    }

    /**
     * Twists the mode (l, m') at all points.
     *
     * @param rows coefficient rows
     * @param row offset of the precession's block, laid out as {@link PrecessionRow} says
     * @param l 2, 3 or 4
     * @param mPrime l or l - 1
     * @param out in: the mode's phase, and the real and imaginary part of its amplitude; out: the phase and the
     *     amplitudes Re h_plus, Im h_plus, Re h_cross, Im h_cross
     */
    public void twist(double[] rows, int row, int l, int mPrime, double[][] out) {
        int degree = l + mPrime;
        arrangeHarmonics(rows, row, l, mPrime);
        turnPhase(angles[0], angles[1], degree - l, mPrime, count, out[0]);
        if (mPrime == l) {
            sumTop(degree, angles[2], angles[3], out);
        } else {
            sumLowered(degree, angles[2], angles[3], out);
        }
        combine(rows[row + PrecessionRow.POLARIZATION_COS], rows[row + PrecessionRow.POLARIZATION_SIN], count, out);
    }

    /** In the order of the polynomial's powers: those of m for h_(l,-m'), and of -m with signs for h_(l,m'). */
    private void arrangeHarmonics(double[] rows, int row, int l, int mPrime) {
        int order = 2 * l;
        int degree = l + mPrime;
        int first = row + PrecessionRow.HARMONIC_2 + (l - 2) * (l + 2);
        double sign = (degree + mPrime) % 2 == 0 ? 1 : -1;
        double scale = mPrime == l ? 1 : 1 / Math.sqrt(order);
        for (int j = 0; j <= degree; j++) {
            plusHarmonics[j] = scale * rows[first + degree - j];
            minusHarmonics[j] = scale * sign * rows[first + order - degree + j];
            sign = -sign;
        }
        if (degree < order) {
            // The term of the derivative that the polynomial's bracket leaves over, with e^(i alpha).
            plusHarmonics[degree + 1] = -scale * order * rows[first + order];
            minusHarmonics[degree + 1] = ((degree + mPrime) % 2 == 0 ? scale : -scale) * order * rows[first];
        }
    }

    /** Adds k alpha - m' epsilon. */
    private static void turnPhase(
            double[] alpha, double[] epsilon, int k, int mPrime, int count, double[] phase) {
        for (int i = 0; i < count; i += COUNT) {
            DoubleVector turn = DoubleVector.fromArray(SPECIES, alpha, i).mul(k)
                .sub(DoubleVector.fromArray(SPECIES, epsilon, i).mul(mPrime));
            DoubleVector.fromArray(SPECIES, phase, i).add(turn).intoArray(phase, i);
        }
    }

    /** m' = l: sum of c^(d - j) H_j (s e^(-i alpha))^j, times the mode's amplitude, into the four amplitudes. */
    private void sumTop(int degree, double[] cosHalf, double[] sinHalf, double[][] out) {
        for (int i = 0; i < count; i += COUNT) {
            DoubleVector c = DoubleVector.fromArray(SPECIES, cosHalf, i);
            DoubleVector s = DoubleVector.fromArray(SPECIES, sinHalf, i);
            DoubleVector wReal = DoubleVector.fromArray(SPECIES, cosine, i).mul(s);
            DoubleVector minusWImaginary = DoubleVector.fromArray(SPECIES, sine, i).mul(s);
            DoubleVector wImaginary = minusWImaginary.neg();
            DoubleVector plusReal = DoubleVector.broadcast(SPECIES, plusHarmonics[degree]);
            DoubleVector plusImaginary = DoubleVector.zero(SPECIES);
            DoubleVector minusReal = DoubleVector.broadcast(SPECIES, minusHarmonics[degree]);
            DoubleVector minusImaginary = DoubleVector.zero(SPECIES);
            DoubleVector weight = c;
            for (int j = degree - 1; j >= 0; j--) {
                DoubleVector real =
                    plusReal.fma(wReal, plusImaginary.fma(minusWImaginary, weight.mul(plusHarmonics[j])));
                plusImaginary = plusReal.fma(wImaginary, plusImaginary.mul(wReal));
                plusReal = real;
                real = minusReal.fma(wReal, minusImaginary.fma(minusWImaginary, weight.mul(minusHarmonics[j])));
                minusImaginary = minusReal.fma(wImaginary, minusImaginary.mul(wReal));
                minusReal = real;
                weight = weight.mul(c);
            }
            DoubleVector a = DoubleVector.fromArray(SPECIES, out[1], i);
            DoubleVector b = DoubleVector.fromArray(SPECIES, out[2], i);
            plusReal.mul(a).sub(plusImaginary.mul(b)).intoArray(out[1], i);
            plusReal.mul(b).add(plusImaginary.mul(a)).intoArray(out[2], i);
            minusReal.mul(a).sub(minusImaginary.mul(b)).intoArray(out[3], i);
            minusReal.mul(b).add(minusImaginary.mul(a)).intoArray(out[4], i);
        }
    }

    /**
     * m' = l - 1: the same with weights c^(d - j - 1) (c^2 (1 + j) - s^2 (d - j)), and s c^d e^(i alpha) times what is
     * left over.
     */
    private void sumLowered(int degree, double[] cosHalf, double[] sinHalf, double[][] out) {
        for (int i = 0; i < count; i += COUNT) {
            DoubleVector c = DoubleVector.fromArray(SPECIES, cosHalf, i);
            DoubleVector s = DoubleVector.fromArray(SPECIES, sinHalf, i);
            DoubleVector cosAlpha = DoubleVector.fromArray(SPECIES, cosine, i);
            DoubleVector sinAlpha = DoubleVector.fromArray(SPECIES, sine, i);
            DoubleVector wReal = cosAlpha.mul(s);
            DoubleVector minusWImaginary = sinAlpha.mul(s);
            DoubleVector wImaginary = minusWImaginary.neg();
            DoubleVector c2 = c.mul(c);
            DoubleVector s2 = s.mul(s);
            DoubleVector plusReal = c.mul((1 + degree) * plusHarmonics[degree]);
            DoubleVector plusImaginary = DoubleVector.zero(SPECIES);
            DoubleVector minusReal = c.mul((1 + degree) * minusHarmonics[degree]);
            DoubleVector minusImaginary = DoubleVector.zero(SPECIES);
            DoubleVector power = DoubleVector.broadcast(SPECIES, 1);
            for (int j = degree - 1; j >= 0; j--) {
                DoubleVector weight = c2.mul(1 + j).sub(s2.mul(degree - j)).mul(power);
                DoubleVector real =
                    plusReal.fma(wReal, plusImaginary.fma(minusWImaginary, weight.mul(plusHarmonics[j])));
                plusImaginary = plusReal.fma(wImaginary, plusImaginary.mul(wReal));
                plusReal = real;
                real = minusReal.fma(wReal, minusImaginary.fma(minusWImaginary, weight.mul(minusHarmonics[j])));
                minusImaginary = minusReal.fma(wImaginary, minusImaginary.mul(wReal));
                minusReal = real;
                power = power.mul(c);
            }
            DoubleVector over = s.mul(power);
            DoubleVector overReal = over.mul(cosAlpha);
            DoubleVector overImaginary = over.mul(sinAlpha);
            plusReal = overReal.mul(plusHarmonics[degree + 1]).add(plusReal);
            plusImaginary = overImaginary.mul(plusHarmonics[degree + 1]).add(plusImaginary);
            minusReal = overReal.mul(minusHarmonics[degree + 1]).add(minusReal);
            minusImaginary = overImaginary.mul(minusHarmonics[degree + 1]).add(minusImaginary);
            DoubleVector a = DoubleVector.fromArray(SPECIES, out[1], i);
            DoubleVector b = DoubleVector.fromArray(SPECIES, out[2], i);
            plusReal.mul(a).sub(plusImaginary.mul(b)).intoArray(out[1], i);
            plusReal.mul(b).add(plusImaginary.mul(a)).intoArray(out[2], i);
            minusReal.mul(a).sub(minusImaginary.mul(b)).intoArray(out[3], i);
            minusReal.mul(b).add(minusImaginary.mul(a)).intoArray(out[4], i);
        }
    }

    /** From V = h_(l,-m') twisted and U = h_(l,m'): a = U turn, b = V / turn, h_plus = a + b, h_cross = i (a - b). */
    private static void combine(double turnCosine, double turnSine, int count, double[][] out) {
        for (int i = 0; i < count; i += COUNT) {
            DoubleVector vReal = DoubleVector.fromArray(SPECIES, out[1], i);
            DoubleVector vImaginary = DoubleVector.fromArray(SPECIES, out[2], i);
            DoubleVector uReal = DoubleVector.fromArray(SPECIES, out[3], i);
            DoubleVector uImaginary = DoubleVector.fromArray(SPECIES, out[4], i);
            DoubleVector aReal = uReal.mul(turnCosine).sub(uImaginary.mul(turnSine));
            DoubleVector aImaginary = uImaginary.mul(turnCosine).add(uReal.mul(turnSine));
            DoubleVector bReal = vReal.mul(turnCosine).add(vImaginary.mul(turnSine));
            DoubleVector bImaginary = vImaginary.mul(turnCosine).sub(vReal.mul(turnSine));
            aReal.add(bReal).intoArray(out[1], i);
            aImaginary.add(bImaginary).intoArray(out[2], i);
            bImaginary.sub(aImaginary).intoArray(out[3], i);
            aReal.sub(bReal).intoArray(out[4], i);
        }
    }
}
