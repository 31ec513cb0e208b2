package org.chirpmill.model.taylorf2;

import static java.lang.Math.PI;

import org.chirpmill.model.tides.PostNewtonianTides;
import org.chirpmill.model.tides.SpinInducedMoments;
import org.chirpmill.physics.PhysicalConstants;

/**
 * The stationary-phase coefficients of a quasi-circular inspiral with aligned spins:
 *
 * <pre>  phi(v) = 3 / (128 eta) v^-5 sum_k (phi_k + phi_kl log v) v^k,     v = (pi M f)^(1/3)</pre>
 *
 * <p>Non-spinning terms: arXiv:0907.0700, Eq. 3.18. Spin-orbit: arXiv:1303.7412, Eq. 3.15-3.16. Spin-spin at 2PN and
 * 3PN, quadrupole-monopole included: arXiv:1501.01529. Tides from 5PN to 7PN: {@link PostNewtonianTides}.
 * The factor 3 / (128 eta) is already in the coefficients.
 */
public final class PostNewtonianPhasing {
    /** Highest power of v relative to the leading one. */
    public static final int HIGHEST_ORDER = 14;

    private static final double LOG_4 = StrictMath.log(4);

    private final double[] phi = new double[HIGHEST_ORDER + 1];
    private final double[] phiLog = new double[HIGHEST_ORDER + 1];

    /** The terms that both series below have, without their common factor. */
    private PostNewtonianPhasing(double eta, Body one, Body two) {
        addPointMasses(eta);
        addSpinOrbit(one);
        addSpinOrbit(two);
        addSpinSpinAt2PN(eta, one, two);
    }

    /**
     * The coefficients of point masses without the 3PN spin-spin term of black holes: that term came later than
     * IMRPhenomD's calibration, which therefore must go without.
     *
     * @param massOne mass of body 1, in any unit
     * @param massTwo mass of body 2, in the same unit
     * @param spinOne dimensionless aligned spin of body 1
     * @param spinTwo dimensionless aligned spin of body 2
     * @param lambdaOne deformability of body 1, for its quadrupole; 0 of a black hole
     * @param lambdaTwo the same of body 2
     */
    public static PostNewtonianPhasing throughSpinOrbit(
            double massOne, double massTwo, double spinOne, double spinTwo, double lambdaOne, double lambdaTwo) {
        double total = massOne + massTwo;
        double eta = massOne * massTwo / (total * total);
        Body one = new Body(massOne / total, spinOne, lambdaOne);
        Body two = new Body(massTwo / total, spinTwo, lambdaTwo);
        PostNewtonianPhasing series = new PostNewtonianPhasing(eta, one, two);
        series.phi[6] += one.deformationAt3PN() + two.deformationAt3PN();
        series.scale(3 / (128 * eta));
        return series;
    }

    /**
     * All the coefficients: the above, the 3PN spin-spin term, deformed quadrupoles and tides; bodies without
     * deformability are black holes.
     */
    public static PostNewtonianPhasing complete(
            double massOne, double massTwo, double spinOne, double spinTwo, double lambdaOne, double lambdaTwo) {
        double total = massOne + massTwo;
        double eta = massOne * massTwo / (total * total);
        Body one = new Body(massOne / total, spinOne, lambdaOne);
        Body two = new Body(massTwo / total, spinTwo, lambdaTwo);
        PostNewtonianPhasing series = new PostNewtonianPhasing(eta, one, two);
        series.addSpinSpinAt3PN(eta, one, two);
        series.addTides(one);
        series.addTides(two);
        series.scale(3 / (128 * eta));
        return series;
    }

    /** The coefficient of v^(order - 5). */
    public double coefficient(int order) {
        return phi[order];
    }

    /** The coefficient of v^(order - 5) log v. */
    public double logCoefficient(int order) {
        return phiLog[order];
    }

    private void addPointMasses(double eta) {
        double eta2 = eta * eta;
        phi[0] = 1;
        phi[2] = 3715.0 / 756 + 55.0 / 9 * eta;
        phi[3] = -16 * PI;
        phi[4] = 15293365.0 / 508032 + 27145.0 / 504 * eta + 3085.0 / 72 * eta2;
        phi[5] = PI * (38645.0 / 756 - 65.0 / 9 * eta);
        phiLog[5] = 3 * phi[5];
        phiLog[6] = -6848.0 / 21;
        phi[6] = 11583231236531.0 / 4694215680.0 - 640.0 / 3 * PI * PI
            - 6848.0 / 21 * (PhysicalConstants.EULER_GAMMA + LOG_4)
            + (-15737765635.0 / 3048192 + 2255.0 / 12 * PI * PI) * eta
            + 76055.0 / 1728 * eta2 - 127825.0 / 1296 * eta2 * eta;
        phi[7] = PI * (77096675.0 / 254016 + 378515.0 / 1512 * eta - 74045.0 / 756 * eta2);
    }

    /** One body's spin-orbit terms. */
    private void addSpinOrbit(Body body) {
        double m = body.massFraction;
        double spin = body.spin;
        double eta = m * (1 - m);
        double at25PN = -m * spin * (13915.0 / 84 - 10.0 / 3 * eta + m * (12760.0 / 81 + 170.0 / 9 * eta));
        phi[3] += m * spin * (25 + 38.0 / 3 * m);
        phi[5] += at25PN;
        phiLog[5] += 3 * at25PN;
        phi[6] += PI * m * spin * (1490.0 / 3 + 260 * m);
        phi[7] += m * spin * (-170978035.0 / 48384 + 2876425.0 / 672 * eta + 4735.0 / 144 * eta * eta
            + m * (-7189233785.0 / 1524096 + 458555.0 / 3024 * eta - 5345.0 / 72 * eta * eta));
    }

    private void addSpinSpinAt2PN(double eta, Body one, Body two) {
        phi[4] += -395.0 / 4 * eta * one.spin * two.spin + one.selfSpinAt2PN() + two.selfSpinAt2PN();
    }

    private void addSpinSpinAt3PN(double eta, Body one, Body two) {
        phi[6] += (32675.0 / 112 + 5575.0 / 18 * eta) * eta * one.spin * two.spin
            + one.selfSpinAt3PN() + two.selfSpinAt3PN();
    }

    private void addTides(Body body) {
        double m2 = body.massFraction * body.massFraction;
        for (int order = PostNewtonianTides.LOWEST_ORDER; order <= HIGHEST_ORDER; order++) {
            phi[order] += PostNewtonianTides.coefficient(order, body.massFraction, body.lambda * m2 * m2);
        }
    }

    private void scale(double factor) {
        for (int order = 0; order <= HIGHEST_ORDER; order++) {
            phi[order] *= factor;
            phiLog[order] *= factor;
        }
    }

    /** A body's share of the total mass, aligned spin and tidal deformability. */
    private record Body(double massFraction, double spin, double lambda) {
        double selfSpinAt2PN() {
            double m = massFraction;
            return (quadrupole() * SpinInducedMoments.AT_SECOND_ORDER - 5.0 / 8) * m * m * spin * spin;
        }

        double selfSpinAt3PN() {
            double m = massFraction;
            double fromSpin = -410825.0 / 672 - 1085.0 / 12 * m + 1255.0 / 36 * m * m;
            return (quadrupole() * SpinInducedMoments.atThirdOrder(m) + fromSpin) * m * m * spin * spin;
        }

        /** What the quadrupole beyond a black hole's adds. */
        double deformationAt3PN() {
            double m = massFraction;
            return (quadrupole() - 1) * SpinInducedMoments.atThirdOrder(m) * m * m * spin * spin;
        }

        private double quadrupole() {
            return SpinInducedMoments.quadrupole(lambda);
        }
    }
}
