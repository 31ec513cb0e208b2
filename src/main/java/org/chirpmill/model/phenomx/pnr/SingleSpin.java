package org.chirpmill.model.phenomx.pnr;

import org.chirpmill.model.phenomx.AlignedBinary;
import org.chirpmill.model.phenomx.Remnant;
import org.chirpmill.model.phenomx.precession.PrecessingBinary;

/**
 * The binary with one effective spin, on the heavier body, over which the tuned angles and modes are fitted:
 * arXiv:2107.08876, Eqs. 16 to 19. Its spin may be larger than 1.
 *
 * @param massRatio m1 / m2, at least 1
 * @param eta symmetric mass ratio
 * @param chi dimensionless magnitude of the effective spin
 * @param cosTheta cosine of its tilt; 0 where the spin vanishes
 * @param sinTheta sine of its tilt; 1 where the spin vanishes
 * @param thetaFinal tilt of the remnant's spin, rad; pi / 2 where that vanishes
 * @param chiAntisymmetric the magnitude with the difference of the spins' parts in the plane for their sum
 * @param thetaAntisymmetric its tilt, rad; 0 where it vanishes
 */
record SingleSpin(
    double massRatio,
    double eta,
    double chi,
    double cosTheta,
    double sinTheta,
    double thetaFinal,
    double chiAntisymmetric,
    double thetaAntisymmetric) {

    /** Spins smaller than this have no tilt, as in LALSimulation. */
    private static final double NO_TILT = 1e-6;
    /** Binaries with smaller spins in the plane, both together, are not tuned. */
    private static final double LEAST_IN_PLANE = 1e-7;
    /** Up to this m1 / m2 the in-plane spins are added as vectors, in part. */
    private static final double COMPARABLE_MASSES = 1.5;

    /** Where the tuned angles begin to be left, and how far it is to where they are. */
    private static final double LAST_TUNED_RATIO = 8.5;
    private static final double RATIO_WIDTH = 3.5;
    private static final double LAST_TUNED_CHI = 0.85;
    private static final double CHI_WIDTH = 0.35;

    /** Below this symmetric mass ratio IMRPhenomXPNR takes the fits of the angles there. */
    private static final double LEAST_ETA_OF_FITS = 0.09;
    /** Above this spin it takes them there; about the dip's mass ratio, in its width, from the dip less on. */
    private static final double MOST_CHI_OF_FITS = 0.8;
    private static final double DIP_OF_MOST_CHI = 0.2;
    private static final double DIP_MIDDLE_RATIO = 6;
    private static final double DIP_WIDTH_RATIO = 1.5;
    private static final double DIP_POWER = 8;

    /** Of the spins at the reference frequency, as IMRPhenomXO4a has it. */
    static SingleSpin atReference(PrecessingBinary binary) {
        return of(binary, binary, mixed(binary, vectorNorm(binary, 1)));
    }

    /** Symmetric mass ratio at which IMRPhenomXPNR takes the fits of the angles. */
    double boundEta() {
        return Math.max(eta, LEAST_ETA_OF_FITS);
    }

    /** The spin's magnitude at which it does. */
    double boundChi() {
        double power = StrictMath.pow((massRatio - DIP_MIDDLE_RATIO) / DIP_WIDTH_RATIO, DIP_POWER);
        return Math.min(chi, MOST_CHI_OF_FITS - DIP_OF_MOST_CHI * StrictMath.exp(-power));
    }

    /**
     * Of the spins at the end of the inspiral, as IMRPhenomXPNR has it: the in-plane spins are added as vectors at all
     * mass ratios.
     *
     * @param binary the binary with the spins at the reference frequency
     * @param evolved the same with those at the end of the inspiral, in the frame of the orbital angular momentum there
     */
    static SingleSpin evolved(PrecessingBinary binary, PrecessingBinary evolved) {
        return of(binary, evolved, vectorNorm(evolved, 1));
    }

    private static SingleSpin of(PrecessingBinary binary, PrecessingBinary spins, double across) {
        double along = spins.chiEffective() / spins.massOne();
        double chi = Math.sqrt(along * along + across * across);
        boolean isTilted = chi >= NO_TILT;
        double acrossDifference = mixed(binary, vectorNorm(spins, -1));
        double chiAntisymmetric = Math.sqrt(along * along + acrossDifference * acrossDifference);
        double thetaAntisymmetric = chiAntisymmetric >= NO_TILT ? StrictMath.atan2(acrossDifference, along) : 0;
        double cosTheta = isTilted ? along / chi : 0;
        double sinTheta = isTilted ? across / chi : 1;

        double finalAlong = Remnant.spinOf(new AlignedBinary(binary.totalMassSolar(), binary.massOne(),
            binary.massTwo(), chi * cosTheta, 0, binary.eta(), binary.delta()));
        double finalAcross = binary.massOne() * binary.massOne() * chi * sinTheta;
        boolean finalIsTilted = finalAlong * finalAlong + finalAcross * finalAcross > NO_TILT * NO_TILT;
        double thetaFinal = finalIsTilted ? StrictMath.atan2(finalAcross, finalAlong) : Math.PI / 2;
        return new SingleSpin(binary.massOne() / binary.massTwo(), binary.eta(), chi, cosTheta, sinTheta, thetaFinal,
            chiAntisymmetric, thetaAntisymmetric);
    }

    /** |S1 +- S2| in the orbital plane over m1^2, Eq. 17's chi_s; the sign is that of S2. */
    private static double vectorNorm(PrecessingBinary spins, int sign) {
        double weight = spins.massTwo() * spins.massTwo() / (spins.massOne() * spins.massOne()) * sign;
        double x = spins.chiOneX() + weight * spins.chiTwoX();
        double y = spins.chiOneY() + weight * spins.chiTwoY();
        return Math.sqrt(x * x + y * y);
    }

    /** Eq. 17: from the sum of vectors at equal masses to chi_p. */
    private static double mixed(PrecessingBinary binary, double vectorNorm) {
        double ratio = binary.massOne() / binary.massTwo();
        if (ratio > COMPARABLE_MASSES) {
            return binary.chiP();
        }
        double sine = StrictMath.sin((ratio - 1) * Math.PI);
        return sine * sine * binary.chiP() + (1 - sine * sine) * vectorNorm;
    }

    /**
     * Whether a binary precesses enough to be mapped at all; else angles and modes are those of IMRPhenomXPHM, as in
     * LALSimulation.
     */
    static boolean isFor(PrecessingBinary binary) {
        return inPlane(binary) >= LEAST_IN_PLANE;
    }

    /** The dimensionless spins in the orbital plane, both together: the root of the sum of their squares. */
    static double inPlane(PrecessingBinary binary) {
        double one = binary.chiOneX() * binary.chiOneX() + binary.chiOneY() * binary.chiOneY();
        double two = binary.chiTwoX() * binary.chiTwoX() + binary.chiTwoY() * binary.chiTwoY();
        return Math.sqrt(one + two);
    }

    /**
     * How much of the tuned angles there is, between 1 and 0; the rest is that of the inspiral: arXiv:2312.10025,
     * Sec. IV.
     */
    double window() {
        return fading((massRatio - LAST_TUNED_RATIO) / RATIO_WIDTH) * fading((chi - LAST_TUNED_CHI) / CHI_WIDTH);
    }

    /** Whether the binary lies so far outside of the fits' range that its angles are those of the inspiral. */
    boolean isBeyondTuning() {
        return massRatio > LAST_TUNED_RATIO + RATIO_WIDTH || chi > LAST_TUNED_CHI + CHI_WIDTH;
    }

    /** Half a cosine from 1, at the place 0 and before, to 0, at 1 and beyond. */
    static double fading(double place) {
        return 0.5 + 0.5 * StrictMath.cos(Math.PI * Math.clamp(place, 0, 1));
    }

    /** The binary with this spin, in the plane x-z of the frame of the orbital angular momentum. */
    PrecessingBinary binary(PrecessingBinary masses) {
        return new PrecessingBinary(masses.totalMassSolar(), masses.massOne(), masses.massTwo(), masses.delta(),
            chi * sinTheta, 0, chi * cosTheta, 0, 0, 0, masses.exchanged());
    }

    /** beta in the ringdown, rad, within 0 and pi: arXiv:2312.10025, Sec. IV. */
    double ringdownBeta() {
        return BetaRange.within(thetaFinal - chi * sinTheta * AngleFit.BF.at(eta, chi, cosTheta));
    }
}
