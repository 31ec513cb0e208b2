package org.chirpmill.model.phenomd.tidal;

import org.chirpmill.model.CubeRoot;
import org.chirpmill.model.SourceRefusedException;
import org.chirpmill.model.phenomd.PhenomDMode;
import org.chirpmill.model.phenomd.PhenomDRow;
import org.chirpmill.model.tides.NeutronStars;
import org.chirpmill.model.tides.SpinInducedPhase;
import org.chirpmill.model.tides.TidalAmplitude;
import org.chirpmill.model.tides.TidalModel;
import org.chirpmill.model.tides.TideBlock;
import org.chirpmill.model.tides.TideKernel;
import org.chirpmill.model.tides.TideRow;
import org.chirpmill.source.SourceParameters;

/**
 * The tides of NRTidalv2, arXiv:1905.06011, beside a {@link PhenomDMode}, whose inspiral has the stars' quadrupoles.
 */
public final class TidalDMode {
    private TidalDMode() {}

    /** Writes the tides of a {@link TidalDRow}. */
    public static void writeTides(SourceParameters source, PhenomDMode mode, double[] rows, int row)
            throws SourceRefusedException {
        NeutronStars stars = NeutronStars.of(source);
        int tides = row + TidalDRow.TIDES;
        TideBlock.clear(rows, tides);
        TidalModel.NRTIDAL_V2.write(stars, rows, tides);
        SpinInducedPhase.writeHighestOrder(stars, rows, tides);
        TidalAmplitude.write(stars, mode.unit(), rows, tides);
        TideBlock.taper(rows[tides + TideRow.MERGER], rows, tides);
    }

    /** Lets a mode that was written end where its tides leave nothing. */
    public static void writeEnd(double[] rows, int row) {
        rows[row + PhenomDRow.CUTOFF] =
            Math.min(rows[row + PhenomDRow.CUTOFF], TideBlock.end(rows, row + TidalDRow.TIDES));
    }

    /** The merger's frequency, Hz, of tides that were written. */
    public static double mergerHz(double[] rows, int row) {
        return rows[row + TidalDRow.TIDES + TideRow.MERGER];
    }

    /** What the tides' phase rises with there, rad/Hz. */
    public static double slopeAtMerger(double[] rows, int row) {
        double merger = mergerHz(rows, row);
        return TideKernel.slope(rows, row + TidalDRow.TIDES, merger, CubeRoot.of(merger));
    }
}
