package org.chirpmill.model.tides;

import org.chirpmill.domain.FrequencyGrid;
import org.chirpmill.model.MassScale;

/**
 * NRTidalv3, arXiv:2311.07456: a term for each star, Love numbers that grow towards merger, and the post-Newtonian
 * phase after it.
 */
final class NRTidalV3 implements TidalModel {
    /** From here to there, over the merger's frequency, the post-Newtonian phase takes over: Eq. 45. */
    private static final double BLEND_START = 1.15;
    private static final double BLEND_END = 1.35;

    /** Eq. 41, which is arXiv:2210.16366, Eq. 23; kappa is the sum of both stars' of Eqs. 34 to 36. */
    @Override
    public double mergerHz(NeutronStars stars) {
        double one = stars.massOne();
        double two = stars.massTwo();
        double difference = 1 - 4 * stars.eta();
        double kappa = 3 * stars.eta()
            * (one * one * one * stars.lambdaOne() + two * two * two * stars.lambdaTwo());
        double spin = one * one * stars.chiOne() + two * two * stars.chiTwo();
        double byMasses = 1 + 0.80 * difference;
        double bySpins = 1 + 0.25 * (1 - 1.99 * difference) * spin;
        double rising = 1 + kappa * (0.0485 * (1 + 1.80 * difference)
            + kappa * 5.86e-6 * (1 + 599.99 * difference));
        double falling = 1 + kappa * (0.10 * (1 + 7.80 * difference)
            + kappa * 1.86e-4 * (1 + 84.76 * difference));
        return stars.eta() * 0.22 * byMasses * bySpins * rising / falling / stars.totalSeconds();
    }

    @Override
    public void write(NeutronStars stars, double[] rows, int row) {
        double merger = mergerHz(stars);
        rows[row + TideRow.MERGER] = merger;
        rows[row + TideRow.BLEND_START] = BLEND_START * merger;
        rows[row + TideRow.BLEND_END] = BLEND_END * merger;
        writeLoveNumber(stars, rows, row);
        Star one = new Star(stars.massOne(), stars.massTwo(), stars.lambdaOne());
        Star two = new Star(stars.massTwo(), stars.massOne(), stars.lambdaTwo());
        one.write(stars.turned(), rows, row + TideRow.FIRST_STRENGTH);
        two.write(stars.turned(), rows, row + TideRow.SECOND_STRENGTH);
        for (int order = 0; order <= 5; order++) {
            double sum = one.strength() * one.postNewtonian(order) + two.strength() * two.postNewtonian(order);
            int at = row + TideRow.PN_0 + Math.max(0, order - 1);
            rows[at] += sum * stars.turned().thirds(5) * stars.turned().thirds(order);
        }
    }

    @Override
    public void hold(FrequencyGrid grid, double[] rows, int row) {
        PhaseHold.write(grid, rows, row);
    }

    /** Eqs. 27 and 28: its value and slope where f = 0 are those of static tides. */
    private static void writeLoveNumber(NeutronStars stars, double[] rows, int row) {
        double kappa = stars.coupling();
        double q = stars.massOne() / stars.massTwo();
        double s1 = 1.273000423 + kappa * (3.64169971e-03 + 1.76144380e-03 * q);
        double s2 = 2.78793291e+01 + kappa * (1.18175396e-02 - 5.39996790e-03 * q);
        double s3 = 1.42449682e-01 + kappa * (-1.70505852e-05 + 3.38040594e-05 * q);
        double wave = StrictMath.exp(s2 * s3);
        double rate = 2 * s2 * stars.turned().seconds();
        rows[row + TideRow.LOVE_CONSTANT] = 1 - (s1 - 1) / (1 + wave);
        rows[row + TideRow.LOVE_SLOPE] = -(s1 - 1) * rate * wave / ((1 + wave) * (1 + wave));
        rows[row + TideRow.LOVE_HEIGHT] = s1 - 1;
        rows[row + TideRow.LOVE_EXPONENT] = s2 * s3;
        rows[row + TideRow.LOVE_RATE] = rate;
    }

    /** One star: its share of the mass, the other's, and its deformability. */
    private record Star(double mass, double other, double lambda) {
        /** The leading phase over (pi M f)^(5/3), rad, with the sign of h = A exp(i phase). */
        double strength() {
            double square = mass * mass;
            return -3 / (128 * mass * other)
                * PostNewtonianTides.coefficient(PostNewtonianTides.LOWEST_ORDER, mass, lambda * square * square);
        }

        /** The coefficient of (pi M f)^(order/3) relative to the leading one: Eq. 24. */
        double postNewtonian(int order) {
            int lowest = PostNewtonianTides.LOWEST_ORDER;
            return PostNewtonianTides.coefficient(lowest + order, mass, 1)
                / PostNewtonianTides.coefficient(lowest, mass, 1);
        }

        private double kappa() {
            double square = mass * mass;
            return 3 * other * square * square * lambda;
        }

        /** The Pade approximant of Eq. 32: three coefficients are fitted, Eqs. 34 to 36, the others follow, Eq. 33. */
        void write(MassScale turned, double[] rows, int at) {
            double ofKappa = StrictMath.pow(kappa() + 1, -8.08155404e-03);
            double ofMass = StrictMath.pow(mass, -1.13695919);
            double n5 = -9.40654388e+02 + 6.26517157e+02 * mass + 5.53629706e+02 * ofKappa + 8.84823087e+01 * ofMass;
            double n6 = 4.05483848e+02 - 4.25525054e+02 * mass - 1.92004957e+02 * ofKappa - 5.10967553e+01 * ofMass;
            double d2 = 3.80343306 - 2.52026996e+01 * mass - 3.08054443 * ofMass;
            double c2 = postNewtonian(2);
            double c3 = postNewtonian(3);
            double d3 = (n5 - postNewtonian(5) - c3 * d2) / c2;
            rows[at] = strength() * turned.thirds(5);
            rows[at + 1] = (c2 + d2) * turned.thirds(2);
            rows[at + 2] = (c3 + d3) * turned.thirds(3);
            rows[at + 3] = (postNewtonian(4) + c2 * d2) * turned.thirds(4);
            rows[at + 4] = n5 * turned.thirds(5);
            rows[at + 5] = n6 * turned.thirds(6);
            rows[at + 6] = d2 * turned.thirds(2);
            rows[at + 7] = d3 * turned.thirds(3);
        }
    }
}
