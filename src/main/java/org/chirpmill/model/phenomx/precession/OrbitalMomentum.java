package org.chirpmill.model.phenomx.precession;

/**
 * The orbital angular momentum to third post-Newtonian order, L = (eta / v)(1 + sum of c_k v^k, k = 2..6), v =
 * (pi M f)^(1/3): arXiv:1212.5520, Eq. 4.7. Which spins are held constant decides its spin-orbit terms.
 */
record OrbitalMomentum(double c2, double c3, double c4, double c5, double c6) {
    /** Spins of constant norm, as the single-spin angles and their remnant use it. */
    static OrbitalMomentum ofConstantNorms(PrecessingBinary binary) {
        double eta = binary.eta();
        double sum = binary.chiOneZ() + binary.chiTwoZ();
        double difference = binary.delta() * (binary.chiOneZ() - binary.chiTwoZ());
        double c3 = 5.0 / 6 * ((eta - 2) * sum - 2 * difference);
        double c5 = -7.0 / 144 * ((72 + eta * (2 * eta - 121)) * sum + (72 - 31 * eta) * difference);
        return withoutSpins(eta, c3, c5);
    }

    /** Spins of the flat definition, at the reference frequency: it fixes the direction of J. */
    static OrbitalMomentum atReference(PrecessingBinary binary) {
        double eta = binary.eta();
        double sum = binary.chiOneZ() + binary.chiTwoZ();
        double difference = binary.delta() * (binary.chiOneZ() - binary.chiTwoZ());
        double c3 = (-7 * (sum + difference) + 5 * sum * eta) / 6;
        double c5 = (-1650 * (sum + difference) + (1336 * sum + 511 * difference) * eta + 28 * sum * eta * eta) / 600;
        return withoutSpins(eta, c3, c5);
    }

    /** The same in spin couplings, for the opening angle of the two-spin solution. */
    static OrbitalMomentum ofCouplings(PrecessingBinary binary, SpinGeometry spins) {
        double eta = binary.eta();
        double q = binary.ratio();
        double c3 = SpinCouplings.spinOrbit(-14.0 / 6, -3.0 / 2, q, spins);
        double c5 = SpinCouplings.spinOrbit(-11.0 / 2 + 133.0 / 72 * eta, -33.0 / 8 + 7.0 / 4 * eta, q, spins);
        return withoutSpins(eta, c3, c5);
    }

    /** To second order and without spins, as IMRPhenomPv2 has it, with LALSimulation's sign of eta^2 / 24. */
    static OrbitalMomentum ofSecondOrder(double eta) {
        return new OrbitalMomentum(1.5 + eta / 6, 0, (81 - (eta + 57) * eta) / 24, 0, 0);
    }

    private static OrbitalMomentum withoutSpins(double eta, double c3, double c5) {
        return new OrbitalMomentum(1.5 + eta / 6, c3, (81 + (eta - 57) * eta) / 24, c5,
            (10935 + eta * (-62001 + eta * (1674 + 7 * eta) + 2214 * Math.PI * Math.PI)) / 1296);
    }

    /** L at velocity v, units of the total mass squared. */
    double at(double v, double eta) {
        return eta / v * (1 + v * v * (c2 + v * (c3 + v * (c4 + v * (c5 + v * c6)))));
    }

    void write(double[] rows, int offset) {
        rows[offset + PrecessionRow.MOMENTUM_2] = c2;
        rows[offset + PrecessionRow.MOMENTUM_3] = c3;
        rows[offset + PrecessionRow.MOMENTUM_4] = c4;
        rows[offset + PrecessionRow.MOMENTUM_5] = c5;
        rows[offset + PrecessionRow.MOMENTUM_6] = c6;
    }
}
