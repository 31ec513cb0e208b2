package org.chirpmill.model.phenomd;

import org.chirpmill.source.SourceParameters;

/**
 * The intrinsic numbers of an aligned-spin binary, body 1 the heavier one.
 *
 * @param massOne mass of the heavier body, solar masses
 * @param massTwo mass of the lighter body, solar masses
 * @param chiOne dimensionless spin of the heavier body along the orbital angular momentum
 * @param chiTwo the same of the lighter body
 */
public record AlignedBinary(double massOne, double massTwo, double chiOne, double chiTwo) {
    /** The binary of a source, whichever of its bodies is the heavier. */
    public static AlignedBinary of(SourceParameters source) {
        if (source.massOneSolar() >= source.massTwoSolar()) {
            return new AlignedBinary(
                source.massOneSolar(), source.massTwoSolar(), source.spinOneZ(), source.spinTwoZ());
        }
        return new AlignedBinary(source.massTwoSolar(), source.massOneSolar(), source.spinTwoZ(), source.spinOneZ());
    }

    /** M, solar masses. */
    public double totalMass() {
        return massOne + massTwo;
    }

    /** Symmetric mass ratio, at most 1/4. */
    public double eta() {
        return Math.min(massOne * massTwo / (totalMass() * totalMass()), 0.25);
    }

    /** (m1 - m2) / M, from the masses: sqrt(1 - 4 eta) would lose half its digits near equal masses. */
    public double delta() {
        return (massOne - massTwo) / totalMass();
    }

    /** (chi1 + chi2) / 2. */
    public double chiSymmetric() {
        return 0.5 * (chiOne + chiTwo);
    }

    /** (chi1 - chi2) / 2. */
    public double chiAntisymmetric() {
        return 0.5 * (chiOne - chiTwo);
    }

    /** The reduced spin, arXiv:1508.07253, Eq. 4. */
    double chiPN() {
        return chiSymmetric() * (1 - eta() * 76 / 113) + delta() * chiAntisymmetric();
    }
}
