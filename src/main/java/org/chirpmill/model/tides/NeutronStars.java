package org.chirpmill.model.tides;

import static org.chirpmill.physics.PhysicalConstants.SOLAR_MASS_SECONDS;

import org.chirpmill.model.MassScale;
import org.chirpmill.model.SourceRefusedException;
import org.chirpmill.source.SourceParameters;

/**
 * Two bodies that tides deform, body 1 the heavier; of equal masses, the one given first.
 *
 * @param massOne mass of body 1 over the total mass
 * @param massTwo the same of body 2
 * @param chiOne dimensionless spin of body 1 along the orbital angular momentum
 * @param chiTwo the same of body 2
 * @param lambdaOne dimensionless tidal deformability of body 1
 * @param lambdaTwo the same of body 2
 * @param turned powers of pi M, M being the total mass: series are in x = (pi M f)^(2/3)
 */
public record NeutronStars(
    double massOne, double massTwo, double chiOne, double chiTwo, double lambdaOne, double lambdaTwo,
    MassScale turned) {

    /** The stars of a source; refuses negative deformabilities, as LALSimulation does. */
    public static NeutronStars of(SourceParameters source) throws SourceRefusedException {
        require("lambda_1", source.lambdaOne());
        require("lambda_2", source.lambdaTwo());
        boolean isOrdered = source.massOneSolar() >= source.massTwoSolar();
        SourceParameters ordered = isOrdered ? source : source.withBodiesExchanged();
        double total = ordered.massOneSolar() + ordered.massTwoSolar();
        return new NeutronStars(ordered.massOneSolar() / total, ordered.massTwoSolar() / total,
            ordered.spinOneZ(), ordered.spinTwoZ(), ordered.lambdaOne(), ordered.lambdaTwo(),
            new MassScale(Math.PI * (total * SOLAR_MASS_SECONDS)));
    }

    /** The total mass, s. */
    double totalSeconds() {
        return turned.seconds() / Math.PI;
    }

    /** Symmetric mass ratio. */
    double eta() {
        return massOne * massTwo;
    }

    /** The tidal coupling constant kappa, arXiv:1905.06011, Eq. 8. */
    double coupling() {
        return 3.0 / 13 * (coupling(massOne, massTwo, lambdaOne) + coupling(massTwo, massOne, lambdaTwo));
    }

    private static double coupling(double mass, double other, double lambda) {
        double square = mass * mass;
        return (1 + 12 * other / mass) * square * square * mass * lambda;
    }

    private static void require(String name, double lambda) throws SourceRefusedException {
        if (!(lambda >= 0 && lambda < Double.POSITIVE_INFINITY)) {
            throw new SourceRefusedException(name + " = " + lambda + " is not a star's tidal deformability");
        }
    }
}
