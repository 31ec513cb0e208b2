package org.chirpmill.model.phenomx.precession;

import static org.chirpmill.physics.PhysicalConstants.SOLAR_MASS_SECONDS;

import java.util.Arrays;
import java.util.List;
import org.chirpmill.model.CubeRoot;
import org.chirpmill.model.ModelOptions;
import org.chirpmill.model.UnsupportedOptionException;
import org.chirpmill.source.SourceParameters;

/**
 * The frequency-independent half of IMRPhenomXP's and IMRPhenomXPHM's precession with LALSimulation's defaults: version
 * 223 (two-spin angles of arXiv:1703.03967, single-spin version 102 where their expansion fails), expansion order 5,
 * convention 1, final spin modification 3.
 *
 * @param binary the binary, body 1 the heavier
 * @param angles which angles the row holds
 * @param averagePerpSquared total spin in the orbital plane, squared, M^4, as the final spin takes it: averaged over
 *     the angles that hold, or that at the reference frequency
 * @param averageAlong total spin along the orbital angular momentum, likewise, M^2
 */
public record Precession(
    PrecessingBinary binary, Angles angles, double averagePerpSquared, double averageAlong) {

    /** Which description of the orbital plane's motion a row uses. */
    public enum Angles {
        /** Two-spin angles by multiple-scale analysis, LALSimulation's version 223. */
        TWO_SPIN,
        /** Next-to-next-to-leading order angles of one effective spin, version 102. */
        SINGLE_SPIN,
        /** Of the orbit-averaged spin equations, integrated numerically, version 320 with final spin 2. */
        SPIN_TAYLOR;

        /**
         * Those that the user chose by LALSimulation's numbers.
         *
         * @throws UnsupportedOptionException where there are none of these numbers
         */
        public static Angles of(ModelOptions options) {
            return PrecessionOptions.angles(options);
        }

        /**
         * The same for a model that has no angles by integration.
         *
         * @throws UnsupportedOptionException where there are none of these numbers, or they are integrated
         */
        public static Angles withoutIntegration(ModelOptions options, String approximant) {
            Angles angles = of(options);
            if (angles == SPIN_TAYLOR) {
                throw new UnsupportedOptionException("phenomx.prec_version", "is 320 (SpinTaylor angles), which "
                    + approximant + " does not have here: it has 223 (MSA angles) and 102 (NNLO angles)");
            }
            return angles;
        }

        /** Tells of a row, whose precession begins at {@code row}, in which the two-spin angles wanted failed. */
        public List<String> remarks(double[] rows, int row) {
            return this == SINGLE_SPIN || rows[row + PrecessionRow.TWO_SPIN] != 0 ? List.of()
                : List.of("the two-spin (MSA) precession angles fail and single-spin (NNLO) angles were taken");
        }
    }

    /** How many coefficients the precession's block of a row has. */
    public static final int ROW_SIZE = PrecessionRow.TABLE + 1;

    /** What {@link PrecessionRow#TWO_SPIN} is of integrated angles. */
    public static final double INTEGRATED = -1;

    /** m'^(1/3), m' = 1 to 4. */
    private static final double[] ROOTS = {1, CubeRoot.of(2), CubeRoot.of(3), CubeRoot.of(4)};
    /** log m' / 3, likewise. */
    private static final double[] LOGS =
        {0, StrictMath.log(2) / 3, StrictMath.log(3) / 3, StrictMath.log(4) / 3};

    /**
     * Computes the precession's block of a row with the angles LALSimulation chooses by default.
     *
     * @param source the binary, of positive masses and spins within the Kerr bound
     * @param referenceFrequency f_ref, Hz, positive
     * @param rows receives {@link #ROW_SIZE} coefficients
     * @param offset where the block starts
     * @return what the rest of the model needs to know of it
     */
    public static Precession prepare(
            SourceParameters source, double referenceFrequency, double[] rows, int offset) {
        return prepare(source, referenceFrequency, Angles.TWO_SPIN, rows, offset);
    }

    /**
     * Computes the precession's block of a row.
     *
     * @param source the binary, of positive masses and spins within the Kerr bound
     * @param referenceFrequency f_ref, Hz, positive
     * @param wanted the angles to use; two-spin angles fall back to single-spin ones where they fail
     * @param rows receives {@link #ROW_SIZE} coefficients
     * @param offset where the block starts
     * @return what the rest of the model needs to know of it
     */
    public static Precession prepare(
            SourceParameters source, double referenceFrequency, Angles wanted, double[] rows, int offset) {
        Arrays.fill(rows, offset, offset + ROW_SIZE, 0);
        PrecessingBinary binary = PrecessingBinary.of(source);
        writeVelocities(binary.totalMassSolar() * SOLAR_MASS_SECONDS, rows, offset);
        double v = rows[offset + PrecessionRow.VELOCITY_2] * CubeRoot.of(referenceFrequency);
        OrbitalMomentum momentum = writeAngles(binary, v, wanted, rows, offset);
        Angles angles = rows[offset + PrecessionRow.TWO_SPIN] != 0 ? Angles.TWO_SPIN : Angles.SINGLE_SPIN;
        orient(source, binary, momentum, v, referenceFrequency, rows, offset);
        return new Precession(binary, angles,
            rows[offset + PrecessionRow.PERP_SQUARED], rows[offset + PrecessionRow.ALONG]);
    }

    /**
     * Computes the block of IMRPhenomPv2, arXiv:1408.1810: single-spin angles, and the orbital angular momentum to
     * second order without spins. {@link SingleSpinKernel} evaluates it.
     *
     * @param source the binary, of positive masses and spins within the Kerr bound
     * @param referenceFrequency f_ref, Hz, positive
     * @param rows receives {@link #ROW_SIZE} coefficients
     * @param offset where the block starts
     * @return what the rest of the model needs to know of it
     */
    public static Precession prepareSecondOrder(
            SourceParameters source, double referenceFrequency, double[] rows, int offset) {
        Arrays.fill(rows, offset, offset + ROW_SIZE, 0);
        PrecessingBinary binary = PrecessingBinary.of(source);
        writeVelocities(binary.totalMassSolar() * SOLAR_MASS_SECONDS, rows, offset);
        rows[offset + PrecessionRow.ETA] = binary.eta();
        OrbitalMomentum momentum = OrbitalMomentum.ofSecondOrder(binary.eta());
        writeSingleSpin(binary, momentum, rows, offset);
        double v = rows[offset + PrecessionRow.VELOCITY_2] * CubeRoot.of(referenceFrequency);
        orient(source, binary, momentum, v, referenceFrequency, rows, offset);
        return new Precession(binary, Angles.SINGLE_SPIN,
            rows[offset + PrecessionRow.PERP_SQUARED], rows[offset + PrecessionRow.ALONG]);
    }

    /**
     * Computes the block of a row whose angles a table gives, {@link PrecessionRow#TABLE} left to whoever writes the
     * table. J is that of the orbital angular momentum to third order with spins of constant norm.
     *
     * @param source the binary, of positive masses and spins within the Kerr bound
     * @param binary the same
     * @param referenceFrequency f_ref, Hz, positive
     * @param rows receives {@link #ROW_SIZE} coefficients
     * @param offset where the block starts
     * @return how J lies and what the angles have to be at the reference frequency
     */
    public static ReferenceOrientation prepareForTable(SourceParameters source, PrecessingBinary binary,
            double referenceFrequency, double[] rows, int offset) {
        Arrays.fill(rows, offset, offset + ROW_SIZE, 0);
        writeVelocities(binary.totalMassSolar() * SOLAR_MASS_SECONDS, rows, offset);
        double v = rows[offset + PrecessionRow.VELOCITY_2] * CubeRoot.of(referenceFrequency);
        double momentum = OrbitalMomentum.ofConstantNorms(binary).at(v, binary.eta());
        return ReferenceOrientation.of(binary, momentum, face(source, binary, momentum, rows, offset));
    }

    /** That with integrated angles, and a final spin from the spins as they are at the reference frequency. */
    public static Precession ofSpinTaylor(PrecessingBinary binary) {
        return new Precession(
            binary, Angles.SPIN_TAYLOR, SpinGeometry.of(binary).perpSquared(), binary.alignedSpin());
    }

    /** How J lies to the observer, and so the harmonics. */
    private static TotalMomentumFrame face(
            SourceParameters source, PrecessingBinary binary, double momentum, double[] rows, int offset) {
        TotalMomentumFrame frame = TotalMomentumFrame.of(binary, momentum, source.iota(), source.phase());
        frame.write(rows, offset);
        return frame;
    }

    /** How J lies to the observer, and so the harmonics and the angles' constants; v is that at the reference. */
    private static void orient(SourceParameters source, PrecessingBinary binary, OrbitalMomentum momentum, double v,
            double referenceFrequency, double[] rows, int offset) {
        TotalMomentumFrame frame = face(source, binary, momentum.at(v, binary.eta()), rows, offset);

        double logV = rows[offset + PrecessionRow.LOG_VELOCITY_2] + StrictMath.log(referenceFrequency) / 3;
        double[] reference = new double[EulerAngles.SIZE];
        EulerAngles.ofVelocity(rows, offset, v, logV, reference, 0);
        rows[offset + PrecessionRow.ALPHA_CONSTANT] = frame.alpha() - reference[EulerAngles.ALPHA];
        rows[offset + PrecessionRow.EPSILON_CONSTANT] = frame.epsilon() - reference[EulerAngles.EPSILON];
    }

    /**
     * The remnant's spin, which sets the ringdown: arXiv:2004.06503, Sec. IV D. The average spin adds to the orbital
     * angular momentum left at merger; with single-spin angles, the effective precession spin to the aligned remnant.
     *
     * @param alignedFinalSpin the remnant's spin were the spins' parts in the plane zero
     * @return the remnant's dimensionless spin along its own axis, at most 1, with the sign of the aligned one
     */
    public double finalSpin(double alignedFinalSpin) {
        double along = alignedFinalSpin;
        if (angles == Angles.TWO_SPIN) {
            along += averageAlong - binary.alignedSpin();
        }
        double norm = Math.min(1, Math.sqrt(along * along + averagePerpSquared));
        return Math.copySign(norm, alignedFinalSpin);
    }

    static void writeVelocities(double massSeconds, double[] rows, int offset) {
        double root = CubeRoot.of(2 * Math.PI * massSeconds);
        double log = StrictMath.log(2 * Math.PI * massSeconds) / 3;
        for (int mPrime = 1; mPrime <= ROOTS.length; mPrime++) {
            rows[offset + PrecessionRow.VELOCITY_1 + mPrime - 1] = root / ROOTS[mPrime - 1];
            rows[offset + PrecessionRow.LOG_VELOCITY_1 + mPrime - 1] = log - LOGS[mPrime - 1];
        }
    }

    /**
     * The angles' coefficients without the constants that orientation brings.
     *
     * @param v velocity at the reference frequency
     * @param wanted two-spin angles fall back to single-spin ones where they fail; the row tells
     * @return the orbital angular momentum that goes with them at the reference frequency
     */
    static OrbitalMomentum writeAngles(
            PrecessingBinary binary, double v, Angles wanted, double[] rows, int offset) {
        rows[offset + PrecessionRow.ETA] = binary.eta();
        if (wanted == Angles.TWO_SPIN && writeTwoSpin(binary, SpinGeometry.of(binary), v, rows, offset)) {
            return OrbitalMomentum.atReference(binary);
        }
        OrbitalMomentum momentum = OrbitalMomentum.ofConstantNorms(binary);
        writeSingleSpin(binary, momentum, rows, offset);
        return momentum;
    }

    /** The two-spin angles' coefficients, or nothing and false where their expansion fails. */
    private static boolean writeTwoSpin(
            PrecessingBinary binary, SpinGeometry spins, double v, double[] rows, int offset) {
        double eta = binary.eta();
        SpinNutation nutation = SpinNutation.of(binary, spins, v);
        SpinCouplings drift = SpinCouplings.of(binary, spins);
        SecularRates rates = SecularRates.of(binary, spins, nutation, drift);
        if (!rates.converges()) {
            return false;
        }
        rows[offset + PrecessionRow.TWO_SPIN] = 1;
        rows[offset + PrecessionRow.NORM] = Math.sqrt(nutation.normSquared());
        OrbitalMomentum.ofCouplings(binary, spins).write(rows, offset);
        PhiIntegral.write(rates.phiIntegrand(), eta, nutation, rows, offset);
        for (int n = 0; n < rates.zetaIntegrand().length; n++) {
            rows[offset + PrecessionRow.ZETA_MINUS_3 + n] = eta * rates.zetaIntegrand()[n];
        }
        if (nutation.frozen()) {
            rows[offset + PrecessionRow.NORM_OFFSET] = nutation.halfSpread();
        } else {
            rows[offset + PrecessionRow.NUTATES] = 1;
            nutation.write(spins, v, rows, offset);
            NutationPhase.of(binary, spins, nutation, drift, v).write(rows, offset);
        }
        rows[offset + PrecessionRow.ALONG] = nutation.along();
        rows[offset + PrecessionRow.PERP_SQUARED] = nutation.perpSquared();
        return true;
    }

    /** The single-spin angles' coefficients; the opening angle is that of one constant spin, chi_p in the plane. */
    private static void writeSingleSpin(
            PrecessingBinary binary, OrbitalMomentum momentum, double[] rows, int offset) {
        double perp = binary.chiP() * binary.massOne() * binary.massOne();
        rows[offset + PrecessionRow.ALONG] = binary.alignedSpin();
        rows[offset + PrecessionRow.PERP_SQUARED] = perp * perp;
        momentum.write(rows, offset);
        SingleSpinAngles.write(binary, rows, offset);
    }
}
