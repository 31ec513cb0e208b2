package org.chirpmill.model.phenomd;

import org.chirpmill.source.SourceParameters;

/**
 * The intrinsic numbers of an aligned-spin binary, body 1 the heavier one.
 *
 * @param massOne mass of the heavier body, solar masses
 * @param massTwo mass of the lighter body, solar masses
 * @param chiOne dimensionless spin of the heavier body along the orbital angular momentum
 * @param chiTwo the same of the lighter body
 * @param lambdaOne dimensionless tidal deformability of the heavier body, 0 of a black hole
 * @param lambdaTwo the same of the lighter body
 */
record AlignedBinary(
    double massOne, double massTwo, double chiOne, double chiTwo, double lambdaOne, double lambdaTwo) {

    static AlignedBinary of(SourceParameters source) {
        boolean isOrdered = source.massOneSolar() >= source.massTwoSolar();
        SourceParameters ordered = isOrdered ? source : source.withBodiesExchanged();
        return new AlignedBinary(ordered.massOneSolar(), ordered.massTwoSolar(), ordered.spinOneZ(),
            ordered.spinTwoZ(), ordered.lambdaOne(), ordered.lambdaTwo());
    }

    double totalMass() {
        return massOne + massTwo;
    }

    /** Symmetric mass ratio, at most 1/4. */
    double eta() {
        return Math.min(massOne * massTwo / (totalMass() * totalMass()), 0.25);
    }

    /** (m1 - m2) / M, from the masses: sqrt(1 - 4 eta) would lose half its digits near equal masses. */
    double delta() {
        return (massOne - massTwo) / totalMass();
    }

    double chiSymmetric() {
        return 0.5 * (chiOne + chiTwo);
    }

    double chiAntisymmetric() {
        return 0.5 * (chiOne - chiTwo);
    }

    /** The reduced spin, arXiv:1508.07253, Eq. 4. */
    double chiPN() {
        return chiSymmetric() * (1 - eta() * 76 / 113) + delta() * chiAntisymmetric();
    }
}
