package org.chirpmill.model.phenomx.precession;

import java.util.Optional;
import org.chirpmill.model.SourceRefusedException;

/** What is to be said where angles change so often that the pieces of a row's table do not do. */
public final class TableRoom {
    /** Errors of angles, rad, of which nothing is said. */
    private static final double LEAST_TOLD = 1e-8;

    private TableRoom() {}

    /**
     * The reason not to take a source.
     *
     * @param lowestHz where its angles begin, Hz
     * @param highestHz where they end
     * @param room for how many pieces its table has room
     */
    public static SourceRefusedException exceeded(double lowestHz, double highestHz, int room) {
        return new SourceRefusedException("the precession angles change too often between " + lowestHz + " and "
            + highestHz + " Hz for the " + room + " pieces of their table");
    }

    /** The remark on the row whose precession's block begins at {@code row}, if any is due. */
    public static Optional<String> remark(double[] rows, int row) {
        int table = (int) rows[row + PrecessionRow.TABLE];
        return table == 0 || rows[row + table + AngleTableRow.MISSED] < LEAST_TOLD ? Optional.empty()
            : Optional.of("the precession angles change so often that their table holds them to 1e-8 rad no more");
    }
}
