package org.chirpmill.model.phenomp;

import static org.chirpmill.physics.PhysicalConstants.MEGAPARSEC_METRES;
import static org.chirpmill.physics.PhysicalConstants.SOLAR_MASS_METRES;
import static org.chirpmill.physics.PhysicalConstants.SOLAR_MASS_SECONDS;

import org.chirpmill.model.EvaluationFrame;
import org.chirpmill.model.phenomd.PhenomDMode;
import org.chirpmill.model.phenomd.PhenomDRow;
import org.chirpmill.model.phenomx.precession.Precession;
import org.chirpmill.model.phenomx.precession.SingleSpinLanes;
import org.chirpmill.source.SourceParameters;

/** The precession of IMRPhenomPv2, which twists the mode of black holes and that of stars alike. */
final class Pv2Twist {
    private Pv2Twist() {}

    /**
     * Writes the angles of a {@link Pv2TwistRow}.
     *
     * @return what the mode has to know of them
     */
    static Precession write(SourceParameters source, EvaluationFrame frame, double[] rows, int twist) {
        int at = twist + Pv2TwistRow.PRECESSION;
        Precession precession = Precession.prepareSecondOrder(source, frame.referenceFrequency(), rows, at);
        SingleSpinLanes.kinks(rows, at, rows, twist + Pv2TwistRow.KINK_1);
        return precession;
    }

    /** Writes what a unit of the mode's amplitude is of strain, and leaves nothing to the aligned polarizations. */
    static void writeScale(SourceParameters source, PhenomDMode mode, double[] rows, int row, int twist) {
        double total = mode.totalSolar();
        rows[row + PhenomDRow.PLUS_AMPLITUDE] = 0;
        rows[row + PhenomDRow.CROSS_AMPLITUDE] = 0;
        rows[twist + Pv2TwistRow.SCALE] = -total * SOLAR_MASS_METRES * (total * SOLAR_MASS_SECONDS)
            / (source.luminosityDistanceMpc() * MEGAPARSEC_METRES) * mode.unit();
    }
}
