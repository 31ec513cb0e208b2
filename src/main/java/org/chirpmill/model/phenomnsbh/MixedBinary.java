package org.chirpmill.model.phenomnsbh;

import java.util.Locale;
import org.chirpmill.model.SourceRefusedException;
import org.chirpmill.source.SourceParameters;

/**
 * A black hole with a neutron star, spins along the orbital angular momentum.
 *
 * @param holeSolar mass of the black hole, solar masses
 * @param starSolar mass of the neutron star, solar masses
 * @param chiHole dimensionless spin of the black hole
 * @param chiStar the same of the neutron star
 * @param lambda dimensionless tidal deformability of the neutron star
 */
record MixedBinary(double holeSolar, double starSolar, double chiHole, double chiStar, double lambda) {
    private static final double HEAVIEST_STAR = 3;
    private static final double LARGEST_RATIO = 100;
    private static final double LARGEST_LAMBDA = 5000;

    /** Body 1 is the black hole. The limits are LALSimulation's. */
    static MixedBinary of(SourceParameters source) throws SourceRefusedException {
        double hole = source.massOneSolar();
        double star = source.massTwoSolar();
        require(source.lambdaOne() == 0, "takes body 1 as the black hole: lambda_1 = %s must be 0",
            source.lambdaOne());
        require(hole >= star, "takes body 1 as the black hole, the heavier one: mass_1 = %s is below mass_2 = %s",
            hole, star);
        require(hole <= LARGEST_RATIO * star, "ends at a mass ratio of 100: mass_1 = %s and mass_2 = %s", hole, star);
        require(star <= HEAVIEST_STAR, "takes body 2 as a neutron star of at most 3 solar masses: mass_2 = %s", star);
        require(source.lambdaTwo() >= 0 && source.lambdaTwo() <= LARGEST_LAMBDA,
            "takes deformabilities from 0 to 5000: lambda_2 = %s", source.lambdaTwo());
        return new MixedBinary(hole, star, source.spinOneZ(), source.spinTwoZ(), source.lambdaTwo());
    }

    private static void require(boolean holds, String reason, Object... values) throws SourceRefusedException {
        if (!holds) {
            throw new SourceRefusedException(
                PhenomNSBH.APPROXIMANT + " " + String.format(Locale.ROOT, reason, values));
        }
    }

    double totalSolar() {
        return holeSolar + starSolar;
    }

    /** M_BH / M_NS, at least 1. */
    double massRatio() {
        return holeSolar / starSolar;
    }

    /** Symmetric mass ratio, at most 1/4. */
    double eta() {
        return Math.min(holeSolar * starSolar / (totalSolar() * totalSolar()), 0.25);
    }

    /** (m1 chi_1 + m2 chi_2) / M: arXiv:0909.2867, as LALSimulation takes it from there. */
    double effectiveSpin() {
        return (holeSolar * chiHole + starSolar * chiStar) / totalSolar();
    }

    /**
     * M_NS / R_NS: arXiv:1608.02582, Eq. 78, for deformabilities above 1. Below, a cubic that continues value and
     * slope and ends at a black hole's 1/2.
     */
    double compactness() {
        double a0 = 0.360;
        double a1 = -0.0355;
        double a2 = 0.000705;
        if (lambda > 1) {
            double log = StrictMath.log(lambda);
            return a0 + log * (a1 + log * a2);
        }
        return 0.5 + lambda * lambda * (3 * a0 - a1 - 1.5 + lambda * (-2 * a0 + a1 + 1));
    }
}
