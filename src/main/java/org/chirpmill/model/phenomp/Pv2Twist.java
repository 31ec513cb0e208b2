package org.chirpmill.model.phenomp;

import java.util.List;
import org.chirpmill.model.EvaluationFrame;
import org.chirpmill.model.StrainUnit;
import org.chirpmill.model.phenomd.PhenomDMode;
import org.chirpmill.model.phenomd.PhenomDRow;
import org.chirpmill.model.phenomx.precession.Precession;
import org.chirpmill.model.phenomx.precession.PrecessionRow;
import org.chirpmill.model.phenomx.precession.SingleSpinKinks;
import org.chirpmill.source.SourceParameters;

/** The precession of IMRPhenomPv2, which twists the mode of black holes and that of stars alike. */
final class Pv2Twist {
    /** Spins less than this across L leave J so near to it that LALSimulation's arc cosine of the angle is 0. */
    private static final double LOST_ACROSS = 1e-8;

    private Pv2Twist() {}

    /** Tells of spins so nearly aligned that LALSimulation's frame is lost to rounding. */
    static List<String> remarks(SourceParameters source) {
        boolean isLost = source.precesses() && StrictMath.hypot(source.spinOneX(), source.spinOneY()) < LOST_ACROSS
            && StrictMath.hypot(source.spinTwoX(), source.spinTwoY()) < LOST_ACROSS;
        return isLost ? List.of("the spins' parts in the orbital plane are below 1e-8, where LALSimulation loses the "
            + "direction of precession to rounding and Chirpmill does not") : List.of();
    }

    /**
     * Writes the angles of a {@link Pv2TwistRow}.
     *
     * @return what the mode has to know of them
     */
    static Precession write(SourceParameters source, EvaluationFrame frame, double[] rows, int twist) {
        int at = twist + Pv2TwistRow.PRECESSION;
        Precession precession = Precession.prepareSecondOrder(source, frame.referenceFrequency(), rows, at);
        SingleSpinKinks.write(rows, at, rows, twist + Pv2TwistRow.KINK_1);
        return precession;
    }

    /** What the written angles add to the phase at f_ref, rad. */
    static double turn(double[] rows, int twist) {
        int at = twist + Pv2TwistRow.PRECESSION;
        return 2 * Math.max(Math.abs(rows[at + PrecessionRow.ALPHA_CONSTANT]),
            Math.abs(rows[at + PrecessionRow.EPSILON_CONSTANT]));
    }

    /** Writes what a unit of the mode's amplitude is of strain, and leaves nothing to the aligned polarizations. */
    static void writeScale(SourceParameters source, PhenomDMode mode, double[] rows, int row, int twist) {
        rows[row + PhenomDRow.PLUS_AMPLITUDE] = 0;
        rows[row + PhenomDRow.CROSS_AMPLITUDE] = 0;
        rows[twist + Pv2TwistRow.SCALE] =
            -StrainUnit.of(mode.totalSolar(), source.luminosityDistanceMpc()) * mode.unit();
    }
}
