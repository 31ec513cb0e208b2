package org.chirpmill.model.phenomx;

import java.util.ArrayList;
import java.util.List;
import org.chirpmill.source.SourceParameters;

/**
 * The intrinsic numbers of a binary by its spins along the orbital angular momentum, body 1 the heavier one.
 *
 * @param totalSolar total mass M, solar masses
 * @param massOne mass of the heavier body over M
 * @param massTwo mass of the lighter body over M
 * @param chiOne dimensionless aligned spin of the heavier body
 * @param chiTwo the same of the lighter body
 * @param eta symmetric mass ratio, at most 1/4
 * @param delta (m1 - m2)/M, from the masses: sqrt(1 - 4 eta) would lose half its digits near equal masses
 * @param fitted the fits' values for this binary, and for those beside it
 * @param lane which of these it is
 */
public record AlignedBinary(
    double totalSolar,
    double massOne,
    double massTwo,
    double chiOne,
    double chiTwo,
    double eta,
    double delta,
    FittedValues fitted,
    int lane) {

    /** A binary of which no fit has been asked yet. */
    public AlignedBinary(
            double totalSolar, double massOne, double massTwo, double chiOne, double chiTwo, double eta,
            double delta) {
        this(totalSolar, massOne, massTwo, chiOne, chiTwo, eta, delta, FittedValues.ofOne(), 0);
    }

    /** The same binaries, at most as many as there are lanes, whose fits are evaluated together. */
    static List<AlignedBinary> sideBySide(List<AlignedBinary> binaries) {
        List<AlignedBinary> company = new ArrayList<>(binaries.size());
        FittedValues fitted = FittedValues.of(company);
        for (AlignedBinary each : binaries) {
            company.add(new AlignedBinary(each.totalSolar, each.massOne, each.massTwo, each.chiOne, each.chiTwo,
                each.eta, each.delta, fitted, company.size()));
        }
        return company;
    }

    /** Of equal masses, the one given first is body 1, as in LALSimulation. */
    public static AlignedBinary of(SourceParameters source) {
        if (source.massOneSolar() >= source.massTwoSolar()) {
            return of(source.massOneSolar(), source.massTwoSolar(), source.spinOneZ(), source.spinTwoZ());
        }
        return of(source.massTwoSolar(), source.massOneSolar(), source.spinTwoZ(), source.spinOneZ());
    }

    private static AlignedBinary of(double heavierSolar, double lighterSolar, double chiOne, double chiTwo) {
        double total = heavierSolar + lighterSolar;
        double massOne = heavierSolar / total;
        double massTwo = lighterSolar / total;
        return new AlignedBinary(total, massOne, massTwo, chiOne, chiTwo,
            Math.min(massOne * massTwo, 0.25), (heavierSolar - lighterSolar) / total);
    }

    /** The effective spin, m1 chi_1 + m2 chi_2 over M; of equal spins exactly the spin, since thresholds ask for it. */
    public double chiEffective() {
        return 0.5 * (chiOne + chiTwo + delta * (chiOne - chiTwo));
    }

    /** The post-Newtonian reduced spin over its value for equal unit spins, arXiv:2001.11412, Sec. IV. */
    public double chiPN() {
        return (chiEffective() - 38.0 / 113 * eta * (chiOne + chiTwo)) / (1 - 76.0 / 113 * eta);
    }

    /** The total spin over its largest value, (m1^2 chi_1 + m2^2 chi_2) / (m1^2 + m2^2). */
    public double totalSpin() {
        double one = massOne * massOne;
        double two = massTwo * massTwo;
        return (one * chiOne + two * chiTwo) / (one + two);
    }

    /** chi_1 - chi_2. */
    public double spinDifference() {
        return chiOne - chiTwo;
    }
}
