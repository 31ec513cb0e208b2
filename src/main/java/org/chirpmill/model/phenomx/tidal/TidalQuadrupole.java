package org.chirpmill.model.phenomx.tidal;

import static org.chirpmill.physics.PhysicalConstants.SOLAR_MASS_SECONDS;

import org.chirpmill.model.CubeRoot;
import org.chirpmill.model.EvaluationFrame;
import org.chirpmill.model.MassScale;
import org.chirpmill.model.PhaseLimit;
import org.chirpmill.model.SourceRefusedException;
import org.chirpmill.model.phenomx.AlignedBinary;
import org.chirpmill.model.phenomx.Landmarks;
import org.chirpmill.model.phenomx.PhenomXAS;
import org.chirpmill.model.phenomx.XasAmplitude;
import org.chirpmill.model.phenomx.XasKernel;
import org.chirpmill.model.phenomx.XasPhase;
import org.chirpmill.model.phenomx.XasRow;
import org.chirpmill.model.tides.NeutronStars;
import org.chirpmill.model.tides.SpinInducedPhase;
import org.chirpmill.model.tides.TidalAmplitude;
import org.chirpmill.model.tides.TidalModel;
import org.chirpmill.model.tides.TideBlock;
import org.chirpmill.model.tides.TideKernel;
import org.chirpmill.model.tides.TideRow;
import org.chirpmill.source.SourceParameters;

/**
 * The (2, 2) mode of IMRPhenomXAS with tides and the stars' spin-induced moments: arXiv:2311.15978, Sec. II. The phase
 * is stationary, that is time zero lies, at the merger's frequency, or at the grid's last one where that is lower.
 */
final class TidalQuadrupole {
    private TidalQuadrupole() {}

    /**
     * Writes all of a {@link TidalXasRow} but the amplitudes of both polarizations.
     *
     * @param binary spins along the orbital angular momentum
     * @param landmarks its orbits, ringing as its remnant does
     * @param orbitalPhase at the reference frequency, rad
     * @return the dimensionless amplitude of the row's A = 1
     */
    static double write(TidalModel model, SourceParameters source, EvaluationFrame frame, AlignedBinary binary,
            Landmarks landmarks, double orbitalPhase, double[] rows, int row) throws SourceRefusedException {
        MassScale mass = new MassScale(binary.totalSolar() * SOLAR_MASS_SECONDS);
        double unit = XasAmplitude.norm(binary) * mass.minusSevenSixths();
        int tides = row + TidalXasRow.TIDES;
        writeTides(model, NeutronStars.of(source), unit, rows, tides);
        new XasAmplitude(binary, landmarks).write(rows, row, mass);
        rows[row + XasRow.CUTOFF] = Math.min(
            PhenomXAS.lastFrequency(source, binary, frame.grid()), TideBlock.end(rows, tides));

        XasPhase phase = new XasPhase(binary, landmarks);
        double still = Math.min(rows[tides + TideRow.MERGER], frame.grid().maximumFrequency());
        double linear = -phase.slope(still * mass.seconds()) / binary.eta()
            - TideKernel.slope(rows, tides, still, CubeRoot.of(still)) / mass.seconds();
        double reference = frame.referenceFrequency();
        double constant = phase.constant(mass.seconds() * reference, orbitalPhase, linear,
            TideKernel.phase(rows, tides, reference, CubeRoot.of(reference)));
        phase.write(rows, row, mass, constant, linear);
        // Only now: neither of the two above minds where the grid's bins lie.
        model.hold(frame.grid(), rows, tides);
        PhaseLimit.require(source, frame, constant, edge -> XasKernel.phase(rows, row, edge.frequency(),
            edge.cubeRoot(), edge.leadingPhase(), edge.logarithm()), 1);
        return unit;
    }

    private static void writeTides(TidalModel model, NeutronStars stars, double unit, double[] rows, int tides) {
        TideBlock.clear(rows, tides);
        model.write(stars, rows, tides);
        SpinInducedPhase.write(stars, rows, tides);
        TidalAmplitude.write(stars, unit, rows, tides);
        TideBlock.taper(rows[tides + TideRow.MERGER], rows, tides);
    }
}
