package org.chirpmill.model.phenomx.pnr;

import org.chirpmill.model.CubeRoot;
import org.chirpmill.model.phenomx.precession.AngleTable;
import org.chirpmill.model.phenomx.precession.EulerAngles;
import org.chirpmill.model.phenomx.precession.Precession;
import org.chirpmill.model.phenomx.precession.PrecessionRow;
import org.chirpmill.source.SourceParameters;

/**
 * The precession of binaries with hardly any spin in the orbital plane, which are not tuned: the angles of
 * IMRPhenomXPHM, as a table. Work space of one thread.
 */
final class UntunedPrecession {
    /** What the table may miss of the angles, rad. */
    private static final double TOLERANCE = 1e-10;

    private final AngleTable table = new AngleTable();
    private final double[] angles = new double[EulerAngles.SIZE];

    /**
     * Writes the precession's block of a row and its table of angles.
     *
     * @param referenceFrequency where the spins are given, Hz
     * @param wanted which angles; two-spin ones fall back to single-spin ones
     * @param lowest the lowest f22 at which a mode has angles, Hz
     * @param highest the highest, Hz
     * @param rows receives the block
     * @param row where the row starts, laid out as {@link PnrRow} says
     * @param room for how many pieces the table has room
     * @return the precession; null where the angles are such that no table holds
     */
    Precession write(SourceParameters source, double referenceFrequency, Precession.Angles wanted, double lowest,
            double highest, double[] rows, int row, int room) {
        int block = row + PnrRow.PRECESSION;
        Precession precession = Precession.prepare(source, referenceFrequency, wanted, rows, block);
        double logScale = rows[block + PrecessionRow.LOG_VELOCITY_2];
        boolean holds = table.write((logV, count, out) -> {
            for (int i = 0; i < count; i++) {
                double logF = 3 * (logV[i] - logScale);
                EulerAngles.at(rows, block, CubeRoot.of(StrictMath.exp(logF)), logF, 2, angles, 0);
                out[0][i] = angles[EulerAngles.ALPHA];
                out[1][i] = angles[EulerAngles.EPSILON];
                out[2][i] = angles[EulerAngles.COS_HALF];
                out[3][i] = angles[EulerAngles.SIN_HALF];
            }
        }, logScale + StrictMath.log(lowest) / 3, logScale + StrictMath.log(highest) / 3, new double[0], 0, TOLERANCE,
            rows, row + PnrRow.TABLE, room);
        rows[block + PrecessionRow.TABLE] = PnrRow.TABLE - PnrRow.PRECESSION;
        return holds ? precession : null;
    }
}
