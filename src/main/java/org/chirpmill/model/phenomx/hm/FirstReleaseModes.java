package org.chirpmill.model.phenomx.hm;

import static org.chirpmill.physics.PhysicalConstants.SOLAR_MASS_SECONDS;

import java.util.Arrays;
import java.util.Set;
import org.chirpmill.model.MassScale;
import org.chirpmill.model.StrainUnit;
import org.chirpmill.model.phenomx.AlignedBinary;
import org.chirpmill.model.phenomx.CoprecessingDeviations;
import org.chirpmill.model.phenomx.Landmarks;
import org.chirpmill.model.phenomx.Remnant;
import org.chirpmill.model.phenomx.XasAmplitude;
import org.chirpmill.model.phenomx.XasPhase;
import org.chirpmill.model.phenomx.XasRow;

/**
 * Computes the coefficients of the five modes with the amplitudes of IMRPhenomXHM's first release, 122019, and with
 * what a precessing binary's modes deviate by in the frame that precesses with it.
 */
public final class FirstReleaseModes {
    private FirstReleaseModes() {}

    /**
     * How the modes of a precessing binary ring.
     *
     * @param landmarks orbits of the aligned spins, and the (2, 2) mode's frequencies
     * @param remnant its mass, and the spin with which (3, 2) and (2, 2) mix
     * @param ringing of the higher modes
     * @param deviations of the (2, 2) mode
     */
    public record Merger(
        Landmarks landmarks, Remnant remnant, ModeRinging ringing, CoprecessingDeviations deviations) {
        /** That of aligned spins. */
        public static Merger of(Landmarks landmarks, Remnant remnant) {
            return new Merger(landmarks, remnant, new ModeRinging(remnant, 0), CoprecessingDeviations.NONE);
        }
    }

    /**
     * Writes the coefficients of h_(l,-m), laid out as {@link FirstReleaseRow} says. The mixture of the (3, 2) mode
     * takes the ringdown of (2, 2) at every frequency.
     *
     * @param binary spins along the orbital angular momentum
     * @param merger how it ends
     * @param referenceHz where the (2, 2) phase is set to pi/4
     * @param distanceMpc luminosity distance
     * @param modes which modes are wanted; the others' coefficients are zero
     * @param cutoffHz bins above hold nothing
     * @param rows receives {@link FirstReleaseRow#SIZE} coefficients
     * @param row where they begin
     * @return the phase of the (2, 2) mode
     */
    public static XasPhase write(AlignedBinary binary, Merger merger, double referenceHz, double distanceMpc,
            Set<HigherMode> modes, double cutoffHz, double[] rows, int row) {
        double massSeconds = binary.totalSolar() * SOLAR_MASS_SECONDS;
        MassScale mass = new MassScale(massSeconds);
        XasPhase phase = new XasPhase(binary, merger.landmarks, merger.deviations);
        XasAmplitude amplitude = new XasAmplitude(binary, merger.landmarks, merger.deviations);
        Quadrupole quadrupole = new Quadrupole(binary, merger.remnant, merger.landmarks, amplitude.ringdown(), phase,
            phase.constant(massSeconds * referenceHz, 0));
        double strain = StrainUnit.of(binary.totalSolar(), distanceMpc);

        Arrays.fill(rows, row, row + FirstReleaseRow.SIZE, 0);
        CoprecessingModes.writeQuadrupole(quadrupole, amplitude, strain, mass, rows, row);
        rows[row + CoprecessingRow.L2M2 + XasRow.CUTOFF] = cutoffHz;
        rows[row + CoprecessingRow.CUTOFF] = cutoffHz;
        for (HigherMode mode : HigherMode.values()) {
            boolean vanishes = mode.vanishesForEqualBodies() && quadrupole.hasEqualBodies();
            if (modes.contains(mode) && !vanishes) {
                int at = row + mode.mode().block();
                write(FirstLandmarks.of(mode, quadrupole, merger.ringing), quadrupole, mass, rows, row, at);
                rows[at + ModeRow.SCALE] = mode.mode().parity() * strain;
            }
        }
        return phase;
    }

    private static void write(ModeLandmarks landmarks, Quadrupole quadrupole, MassScale mass, double[] rows, int row,
            int at) {
        int more = row + FirstReleaseRow.more(landmarks.mode());
        if (!landmarks.mode().isMixed()) {
            FirstAmplitude.unmixed(quadrupole, landmarks).write(rows, at, more, mass);
            ModePhase.unmixed(quadrupole, landmarks).write(rows, at, mass);
            return;
        }
        FirstRingdownAmplitude spheroidal = FirstRingdownAmplitude.of(quadrupole, landmarks);
        MixedRingdown mixture = new MixedRingdown(quadrupole, landmarks, spheroidal);
        ModePhase phase = ModePhase.mixed(quadrupole, landmarks, mixture);
        FirstAmplitude.mixed(quadrupole, landmarks, spheroidal, mixture).write(rows, at, more, mass);
        phase.write(rows, at, mass);
        CoprecessingModes.writeMixture(mixture, phase, quadrupole, mass, rows, row + CoprecessingRow.MIXED);
    }
}
