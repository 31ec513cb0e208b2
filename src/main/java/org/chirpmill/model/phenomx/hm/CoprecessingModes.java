package org.chirpmill.model.phenomx.hm;

import static org.chirpmill.physics.PhysicalConstants.SOLAR_MASS_SECONDS;

import java.util.Arrays;
import java.util.Set;
import org.chirpmill.model.EvaluationFrame;
import org.chirpmill.model.MassScale;
import org.chirpmill.model.PhaseLimit;
import org.chirpmill.model.SourceRefusedException;
import org.chirpmill.model.StrainUnit;
import org.chirpmill.model.phenomx.AlignedBinary;
import org.chirpmill.model.phenomx.Landmarks;
import org.chirpmill.model.phenomx.Remnant;
import org.chirpmill.model.phenomx.XasAmplitude;
import org.chirpmill.model.phenomx.XasKernel;
import org.chirpmill.model.phenomx.XasPhase;
import org.chirpmill.model.phenomx.XasRow;
import org.chirpmill.source.SourceParameters;

/** Computes the coefficients of the five modes from a binary and its remnant. */
public final class CoprecessingModes {
    private CoprecessingModes() {}

    /**
     * In what LALSimulation's aligned and precessing models differ.
     *
     * @param takesWholeQuadrupole whether the mixture of the (3, 2) mode takes the (2, 2) mode as it is at every
     *     frequency, zero above its cutoff, as the aligned model does when it has computed that mode anyway; else it
     *     takes that mode's ringdown
     * @param quadrupoleCutoffHz bins above hold no (2, 2) mode
     * @param cutoffHz bins above hold no other mode
     */
    public record Route(boolean takesWholeQuadrupole, double quadrupoleCutoffHz, double cutoffHz) {}

    /**
     * Writes the coefficients of h_(l,-m), laid out as {@link CoprecessingRow} says.
     *
     * @param binary spins along the orbital angular momentum
     * @param remnant of this binary with all its spins
     * @param landmarks its orbits, ringing as the remnant
     * @param referenceHz where the (2, 2) phase is set
     * @param orbitalPhase at the reference, rad
     * @param distanceMpc luminosity distance
     * @param modes which modes are wanted; the others' coefficients are zero
     * @param route as LALSimulation's models differ
     * @param rows receives {@link CoprecessingRow#SIZE} coefficients
     * @param row where they begin
     */
    public static void write(
            AlignedBinary binary, Remnant remnant, Landmarks landmarks, double referenceHz, double orbitalPhase,
            double distanceMpc, Set<HigherMode> modes, Route route, double[] rows, int row) {
        double massSeconds = binary.totalSolar() * SOLAR_MASS_SECONDS;
        MassScale mass = new MassScale(massSeconds);
        XasPhase phase = new XasPhase(binary, landmarks);
        XasAmplitude amplitude = new XasAmplitude(binary, landmarks);
        Quadrupole quadrupole = new Quadrupole(binary, remnant, landmarks, amplitude.ringdown(), phase,
            phase.constant(massSeconds * referenceHz, orbitalPhase));
        double strain = StrainUnit.of(binary.totalSolar(), distanceMpc);

        writeQuadrupole(quadrupole, amplitude, strain, mass, rows, row);
        int block22 = row + CoprecessingRow.L2M2;
        rows[block22 + XasRow.CUTOFF] = route.quadrupoleCutoffHz();
        rows[row + CoprecessingRow.CUTOFF] = route.cutoffHz();
        for (HigherMode mode : HigherMode.values()) {
            boolean vanishes = mode.vanishesForEqualBodies() && quadrupole.hasEqualBodies();
            int at = row + mode.mode().block();
            Arrays.fill(rows, at, at + CoprecessingRow.size(mode), 0);
            if (modes.contains(mode) && !vanishes) {
                write(ModeLandmarks.of(mode, quadrupole), quadrupole, mass, rows, at);
                rows[at + ModeRow.SCALE] = mode.mode().parity() * strain;
            }
        }
        int mixed = row + CoprecessingRow.MIXED;
        if (route.takesWholeQuadrupole()) {
            rows[mixed + MixedRow.ANSATZ_END] = 0;
            rows[mixed + MixedRow.CUTOFF_22] = rows[block22 + XasRow.CUTOFF];
        } else {
            rows[mixed + MixedRow.ANSATZ_END] = rows[block22 + XasRow.AMPLITUDE_JOIN_2];
            rows[mixed + MixedRow.CUTOFF_22] = Double.MAX_VALUE;
        }
    }

    /**
     * Refuses modes with larger phases than {@link PhaseLimit} takes; low-frequency phases go as m.
     *
     * @param modes which modes were written besides (2, 2)
     * @param row where {@link #write} has put them
     */
    public static void requirePhases(SourceParameters source, EvaluationFrame frame, Set<HigherMode> modes,
            double[] rows, int row) throws SourceRefusedException {
        int block22 = row + CoprecessingRow.L2M2;
        int highest = 2;
        for (HigherMode mode : modes) {
            highest = Math.max(highest, mode.m());
        }
        PhaseLimit.require(source, frame, rows[block22 + XasRow.PHASE_0], edge -> XasKernel.phase(rows, block22,
            edge.frequency(), edge.cubeRoot(), edge.leadingPhase(), edge.logarithm()), 0.5 * highest);
    }

    /** Writes the (2, 2) mode but for its end. */
    static void writeQuadrupole(Quadrupole quadrupole, XasAmplitude amplitude, double strain, MassScale mass,
            double[] rows, int row) {
        amplitude.write(rows, row + CoprecessingRow.L2M2, mass);
        quadrupole.phase().write(rows, row + CoprecessingRow.L2M2, mass, quadrupole.constant());
        rows[row + CoprecessingRow.L2M2_SCALE] = strain * quadrupole.newtonian() * mass.minusSevenSixths();
    }

    private static void write(
            ModeLandmarks landmarks, Quadrupole quadrupole, MassScale mass, double[] rows, int row) {
        if (!landmarks.mode().isMixed()) {
            ModeAmplitude.unmixed(quadrupole, landmarks).write(rows, row, mass);
            ModePhase.unmixed(quadrupole, landmarks).write(rows, row, mass);
            return;
        }
        RingdownAmplitude spheroidal = new RingdownAmplitude(quadrupole.binary(), landmarks);
        MixedRingdown mixture = new MixedRingdown(quadrupole, landmarks, spheroidal);
        ModePhase phase = ModePhase.mixed(quadrupole, landmarks, mixture);
        ModeAmplitude.mixed(quadrupole, landmarks, spheroidal, mixture).write(rows, row, mass);
        phase.write(rows, row, mass);
        int mixed = row + CoprecessingRow.MIXED - CoprecessingRow.L3M2;
        spheroidal.writeCubic(rows, mixed, mass);
        writeMixture(mixture, phase, quadrupole, mass, rows, mixed);
    }

    /** Writes how much of (2, 2) and of its own spheroidal part the (3, 2) mode's ringdown takes. */
    static void writeMixture(MixedRingdown mixture, ModePhase phase, Quadrupole quadrupole, MassScale mass,
            double[] rows, int mixed) {
        double norm = quadrupole.newtonian() * mass.minusSevenSixths();
        rows[mixed + MixedRow.FROM_22_REAL] = norm * mixture.from22().getReal();
        rows[mixed + MixedRow.FROM_22_IMAGINARY] = norm * mixture.from22().getImaginary();
        rows[mixed + MixedRow.FROM_32_REAL] = mixture.from32().getReal();
        rows[mixed + MixedRow.FROM_32_IMAGINARY] = mixture.from32().getImaginary();
        rows[mixed + MixedRow.TURN_CONSTANT] = phase.turnConstant();
        rows[mixed + MixedRow.TURN_LINEAR] = phase.turnLinear() * mass.seconds();
    }
}
