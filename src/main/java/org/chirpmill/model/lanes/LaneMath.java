package org.chirpmill.model.lanes;

import static jdk.incubator.vector.VectorOperators.AND;
import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.GE;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LT;
import static jdk.incubator.vector.VectorOperators.NE;
import static jdk.incubator.vector.VectorOperators.XOR;
import static org.chirpmill.model.lanes.FusedMath.HALF_PI_1;
import static org.chirpmill.model.lanes.FusedMath.HALF_PI_2;
import static org.chirpmill.model.lanes.FusedMath.HALF_PI_3;
import static org.chirpmill.model.lanes.FusedMath.LEAST_EXPONENT;
import static org.chirpmill.model.lanes.FusedMath.LN2_HIGH;
import static org.chirpmill.model.lanes.FusedMath.LN2_LOW;
import static org.chirpmill.model.lanes.FusedMath.MOST_EXPONENT;
import static org.chirpmill.model.lanes.FusedMath.ONE_OVER_LN2;
import static org.chirpmill.model.lanes.FusedMath.ROUNDER;
import static org.chirpmill.model.lanes.FusedMath.SQRT2;
import static org.chirpmill.model.lanes.FusedMath.TWO_OVER_PI;
import static org.chirpmill.model.lanes.Lanes.COUNT;
import static org.chirpmill.model.lanes.Lanes.SPECIES;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;

/**
 * Elementary functions of arrays. Each is a loop of its own, because the compiler keeps vectors in registers only
 * within what it inlines into one loop. Polynomials are those of fdlibm but where said otherwise; errors are the
 * largest that the tests find against StrictMath over some millions of arguments.
 *
 * <p>All methods take the numbers from {@code from} to {@code to}, exclusive, and write results at the same places,
 * which may be those of the arguments. They read and write whole vectors, see {@link Lanes}.
 */
public final class LaneMath {
    private LaneMath() {}

    /** Sines and cosines of angles in rad, |x| below 1e9: within 1 ulp, near their zeros too. */
    public static void sincos(double[] x, int from, int to, double[] sine, double[] cosine) {
        for (int i = from; i < to; i += COUNT) {
            DoubleVector angle = DoubleVector.fromArray(SPECIES, x, i);
            DoubleVector shifted = angle.fma(TWO_OVER_PI, ROUNDER);
            LongVector quadrant = shifted.reinterpretAsLongs();
            DoubleVector n = shifted.sub(ROUNDER);
            DoubleVector r = n.fma(DoubleVector.broadcast(SPECIES, -HALF_PI_1), angle);
            r = n.fma(DoubleVector.broadcast(SPECIES, -HALF_PI_2), r);
            r = n.fma(DoubleVector.broadcast(SPECIES, -HALF_PI_3), r);
            DoubleVector z = r.mul(r);
            DoubleVector s = z.fma(1.58969099521155010221e-10, -2.50507602534068634195e-08);
            s = s.fma(z, DoubleVector.broadcast(SPECIES, 2.75573137070700676789e-06));
            s = s.fma(z, DoubleVector.broadcast(SPECIES, -1.98412698298579493134e-04));
            s = s.fma(z, DoubleVector.broadcast(SPECIES, 8.33333333332248946124e-03));
            s = s.fma(z, DoubleVector.broadcast(SPECIES, -1.66666666666666324348e-01));
            s = s.mul(z).fma(r, r);
            DoubleVector c = z.fma(-1.13596475577881948265e-11, 2.08757232129817482790e-09);
            c = c.fma(z, DoubleVector.broadcast(SPECIES, -2.75573143513906633035e-07));
            c = c.fma(z, DoubleVector.broadcast(SPECIES, 2.48015872894767294178e-05));
            c = c.fma(z, DoubleVector.broadcast(SPECIES, -1.38888888888741095749e-03));
            c = c.fma(z, DoubleVector.broadcast(SPECIES, 4.16666666666666019037e-02));
            DoubleVector half = z.mul(0.5);
            DoubleVector top = half.neg().add(1);
            DoubleVector rest = top.neg().add(1).sub(half);
            c = z.mul(z).fma(c, rest).add(top);
            VectorMask<Double> odd = quadrant.lanewise(AND, 1).compare(NE, 0).cast(SPECIES);
            LongVector sineSign = quadrant.lanewise(AND, 2).lanewise(LSHL, 62);
            LongVector cosineSign = quadrant.add(1).lanewise(AND, 2).lanewise(LSHL, 62);
            s.blend(c, odd).reinterpretAsLongs().lanewise(XOR, sineSign).reinterpretAsDoubles().intoArray(sine, i);
            c.blend(s, odd).reinterpretAsLongs().lanewise(XOR, cosineSign).reinterpretAsDoubles().intoArray(cosine, i);
        }
    }

    /** Exponentials, of arguments held between -708 and 709: within 1 ulp. */
    public static void exp(double[] x, int from, int to, double[] out) {
        for (int i = from; i < to; i += COUNT) {
            DoubleVector a = DoubleVector.fromArray(SPECIES, x, i);
            // Not max and min, which take care of zeros' signs and of NaN.
            a = a.blend(LEAST_EXPONENT, a.compare(LT, LEAST_EXPONENT));
            a = a.blend(MOST_EXPONENT, a.compare(GT, MOST_EXPONENT));
            DoubleVector shifted = a.fma(ONE_OVER_LN2, ROUNDER);
            LongVector power = shifted.reinterpretAsLongs().lanewise(LSHL, 52);
            DoubleVector n = shifted.sub(ROUNDER);
            DoubleVector high = n.fma(DoubleVector.broadcast(SPECIES, -LN2_HIGH), a);
            DoubleVector r = n.fma(DoubleVector.broadcast(SPECIES, -LN2_LOW), high);
            DoubleVector p = r.fma(1.0 / 6227020800L, 1.0 / 479001600);
            p = p.fma(r, DoubleVector.broadcast(SPECIES, 1.0 / 39916800));
            p = p.fma(r, DoubleVector.broadcast(SPECIES, 1.0 / 3628800));
            p = p.fma(r, DoubleVector.broadcast(SPECIES, 1.0 / 362880));
            p = p.fma(r, DoubleVector.broadcast(SPECIES, 1.0 / 40320));
            p = p.fma(r, DoubleVector.broadcast(SPECIES, 1.0 / 5040));
            p = p.fma(r, DoubleVector.broadcast(SPECIES, 1.0 / 720));
            p = p.fma(r, DoubleVector.broadcast(SPECIES, 1.0 / 120));
            p = p.fma(r, DoubleVector.broadcast(SPECIES, 1.0 / 24));
            p = p.fma(r, DoubleVector.broadcast(SPECIES, 1.0 / 6));
            p = p.fma(r, DoubleVector.broadcast(SPECIES, 0.5));
            p = p.mul(r).fma(r, r).add(1);
            p.reinterpretAsLongs().add(power).reinterpretAsDoubles().intoArray(out, i);
        }
    }

    /** Natural logarithms of positive normal numbers: within 1 ulp. */
    public static void log(double[] x, int from, int to, double[] out) {
        for (int i = from; i < to; i += COUNT) {
            DoubleVector a = DoubleVector.fromArray(SPECIES, x, i);
            LongVector bits = a.reinterpretAsLongs();
            // The exponent that leaves a mantissa between sqrt(1/2) and sqrt(2).
            LongVector k = bits.sub(0x3fe6a09e667f3bcdL).lanewise(ASHR, 52);
            DoubleVector f = bits.sub(k.lanewise(LSHL, 52)).reinterpretAsDoubles().sub(1);
            // Whole numbers below 2^51 as doubles: their bits beside those of the rounder.
            DoubleVector n = k.add(Double.doubleToRawLongBits(ROUNDER)).reinterpretAsDoubles().sub(ROUNDER);
            DoubleVector s = f.div(f.add(2));
            DoubleVector z = s.mul(s);
            DoubleVector r = z.fma(1.479819860511658591e-01, 1.531383769920937332e-01);
            r = r.fma(z, DoubleVector.broadcast(SPECIES, 1.818357216161805012e-01));
            r = r.fma(z, DoubleVector.broadcast(SPECIES, 2.222219843214978396e-01));
            r = r.fma(z, DoubleVector.broadcast(SPECIES, 2.857142874366239149e-01));
            r = r.fma(z, DoubleVector.broadcast(SPECIES, 3.999999999940941908e-01));
            r = r.fma(z, DoubleVector.broadcast(SPECIES, 6.666666666666735130e-01));
            r = r.mul(z);
            DoubleVector half = f.mul(f).mul(0.5);
            DoubleVector low = s.fma(half.add(r), n.mul(LN2_LOW));
            n.fma(DoubleVector.broadcast(SPECIES, LN2_HIGH), half.sub(low).sub(f).neg()).intoArray(out, i);
        }
    }

    /**
     * Arctangents: within 2 ulp. By a polynomial through Chebyshev nodes on the eighths of a turn around 0, 1 and
     * infinity, within 7e-18: a second division would take longer than the terms that a rational approximation spares.
     */
    public static void arctangent(double[] x, int from, int to, double[] out) {
        for (int i = from; i < to; i += COUNT) {
            DoubleVector a = DoubleVector.fromArray(SPECIES, x, i);
            DoubleVector magnitude = a.abs();
            VectorMask<Double> large = magnitude.compare(GT, SQRT2 + 1);
            VectorMask<Double> middle = magnitude.compare(GT, SQRT2 - 1);
            DoubleVector top = magnitude.blend(magnitude.sub(1), middle).blend(-1, large);
            DoubleVector bottom = DoubleVector.broadcast(SPECIES, 1).blend(magnitude.add(1), middle)
                .blend(magnitude, large);
            DoubleVector offset = DoubleVector.zero(SPECIES).blend(Math.PI / 4, middle).blend(Math.PI / 2, large);
            DoubleVector t = top.div(bottom);
            DoubleVector z = t.mul(t);
            DoubleVector p = z.fma(-0.01917688711906226, 0.03923165829558719);
            p = p.fma(z, DoubleVector.broadcast(SPECIES, -0.0508544973794026));
            p = p.fma(z, DoubleVector.broadcast(SPECIES, 0.0585814891280221));
            p = p.fma(z, DoubleVector.broadcast(SPECIES, -0.06664511447381948));
            p = p.fma(z, DoubleVector.broadcast(SPECIES, 0.07692183190826087));
            p = p.fma(z, DoubleVector.broadcast(SPECIES, -0.09090904578123903));
            p = p.fma(z, DoubleVector.broadcast(SPECIES, 0.11111111015256361));
            p = p.fma(z, DoubleVector.broadcast(SPECIES, -0.14285714284666542));
            p = p.fma(z, DoubleVector.broadcast(SPECIES, 0.1999999999999552));
            p = p.fma(z, DoubleVector.broadcast(SPECIES, -0.3333333333333333));
            // The offset's own rest counts beside angles of less than a quarter turn.
            DoubleVector rest = offset.mul(HALF_PI_2 / HALF_PI_1);
            DoubleVector angle = p.mul(z).fma(t, rest).add(t).add(offset);
            angle.blend(angle.neg(), a.compare(GE, 0).not()).intoArray(out, i);
        }
    }
}
