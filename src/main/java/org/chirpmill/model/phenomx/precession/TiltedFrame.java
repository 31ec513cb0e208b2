package org.chirpmill.model.phenomx.precession;

import static org.chirpmill.physics.PhysicalConstants.SOLAR_MASS_SECONDS;

import java.util.Arrays;
import org.chirpmill.source.SourceParameters;

/**
 * The frame of J for angles that are not those of the orbital angular momentum but of some other direction about J,
 * which is then taken to lie where the orbital angular momentum does at the reference frequency: as LALSimulation turns
 * the observer for tuned angles. The azimuth of J stays that of the spins.
 *
 * @param alpha alpha at the reference frequency, rad: arXiv:2004.06503, Appendix C, convention 1
 * @param epsilon epsilon = -gamma there, rad
 * @param polarization angle from the polarizations of J's frame to those of the wave frame, less half a turn, rad
 */
public record TiltedFrame(double alpha, double epsilon, double polarization) {
    /**
     * Writes the precession's block of a row whose angles a table gives, {@link PrecessionRow#TABLE} left to whoever
     * writes the table.
     *
     * @param source the binary, of positive masses and spins within the Kerr bound
     * @param binary the same
     * @param tilt angle between J and the z axis, rad
     * @param rows receives {@link Precession#ROW_SIZE} coefficients
     * @param offset where the block starts
     */
    public static TiltedFrame write(
            SourceParameters source, PrecessingBinary binary, double tilt, double[] rows, int offset) {
        TotalMomentumFrame frame = TotalMomentumFrame.tilted(binary, tilt, source.iota(), source.phase());
        Arrays.fill(rows, offset, offset + Precession.ROW_SIZE, 0);
        Precession.writeVelocities(binary.totalMassSolar() * SOLAR_MASS_SECONDS, rows, offset);
        rows[offset + PrecessionRow.ETA] = binary.eta();
        frame.write(rows, offset);
        return new TiltedFrame(frame.alpha(), frame.epsilon(), frame.polarization());
    }
}
