package org.chirpmill.model.phenomd;

import org.chirpmill.model.SourceRefusedException;

/**
 * The black hole that remains, and how it rings.
 *
 * @param spin dimensionless spin
 * @param mass over M, the binary's initial mass
 * @param ringdown M f of the quasi-normal mode
 * @param damping M f of its damping
 */
public record FinalState(double spin, double mass, double ringdown, double damping) {
    /** The remnant by IMRPhenomD's fits; refused where they give a spin beyond 1. */
    public static FinalState of(AlignedBinary binary) throws SourceRefusedException {
        double spin = spin(binary);
        if (!(Math.abs(spin) <= 1)) {
            throw new SourceRefusedException("IMRPhenomD's fit gives a final spin of " + spin + ", beyond 1");
        }
        return spinning(binary, spin);
    }

    /** The remnant with a spin from other fits, within [-1, 1]. */
    public static FinalState spinning(AlignedBinary binary, double spin) {
        double mass = 1 - radiatedEnergy(binary);
        RingdownTable table = RingdownTable.instance();
        int cell = table.cell(spin);
        return new FinalState(spin, mass, table.ringdown(spin, cell) / mass, table.damping(spin, cell) / mass);
    }

    /** arXiv:1508.07250, Eq. 3.6. */
    private static double spin(AlignedBinary binary) {
        double eta = binary.eta();
        double eta2 = eta * eta;
        double s = squaredMassSpin(binary);
        double withoutSpin = eta * (3.4641016151377544 - 4.399247300629289 * eta + 9.397292189321194 * eta2
            - 13.180949901606242 * eta2 * eta);
        double inSpin = -0.0850917821418767 - 5.837029316602263 * eta
            + s * (0.1014665242971878 - 2.0967746996832157 * eta
            + s * (-1.3546806617824356 + 4.108962025369336 * eta
            + s * (-0.8676969352555539 + 2.064046835273906 * eta)));
        return withoutSpin + s * (1 + eta * inSpin);
    }

    /** arXiv:1508.07250, Eqs. 3.7 and 3.8: the share of the mass that leaves as gravitational waves. */
    private static double radiatedEnergy(AlignedBinary binary) {
        double eta = binary.eta();
        double eta2 = eta * eta;
        double m1 = binary.massOne() / binary.totalMass();
        double m2 = binary.massTwo() / binary.totalMass();
        double s = squaredMassSpin(binary) / (m1 * m1 + m2 * m2);
        double withoutSpin = eta * (0.055974469826360077 + 0.5809510763115132 * eta - 0.9606726679372312 * eta2
            + 3.352411249771192 * eta2 * eta);
        double rising = 1 + (-0.0030302335878845507 - 2.0066110851351073 * eta + 7.7050567802399215 * eta2) * s;
        double falling = 1 + (-0.6714403054720589 - 1.4756929437702908 * eta + 7.304676214885011 * eta2) * s;
        return withoutSpin * rising / falling;
    }

    /** S = (m1^2 chi1 + m2^2 chi2) / M^2. */
    private static double squaredMassSpin(AlignedBinary binary) {
        double m1 = binary.massOne() / binary.totalMass();
        double m2 = binary.massTwo() / binary.totalMass();
        return m1 * m1 * binary.chiOne() + m2 * m2 * binary.chiTwo();
    }
}
