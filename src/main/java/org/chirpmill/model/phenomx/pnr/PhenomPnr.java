package org.chirpmill.model.phenomx.pnr;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chirpmill.domain.FrequencyGrid;
import org.chirpmill.model.BinKernel;
import org.chirpmill.model.EvaluationFrame;
import org.chirpmill.model.ModeModuli;
import org.chirpmill.model.ModelOptions;
import org.chirpmill.model.ModelTraits;
import org.chirpmill.model.Preparer;
import org.chirpmill.model.RowLayout;
import org.chirpmill.model.SourceRefusedException;
import org.chirpmill.model.SpinSupport;
import org.chirpmill.model.WaveformModel;
import org.chirpmill.model.lanes.ModeSum;
import org.chirpmill.model.phenomx.hm.CoprecessingAmplitudes;
import org.chirpmill.model.phenomx.hm.CoprecessingMode;
import org.chirpmill.model.phenomx.hm.HigherMode;
import org.chirpmill.model.phenomx.hm.ModeSelection;
import org.chirpmill.model.phenomx.precession.AngleTableRow;
import org.chirpmill.model.phenomx.precession.PrecessingBinary;
import org.chirpmill.model.phenomx.precession.TableRoom;
import org.chirpmill.source.SourceParameters;

/**
 * IMRPhenomXO4a and IMRPhenomXPNR, arXiv:2312.10025, exact (no multibanding), with LALSimulation's default options: the
 * modes of IMRPhenomXHM's first release, tuned to numerical relativity in the co-precessing frame, twisted by tuned
 * angles, each mode at a frequency of its own, and the antisymmetric part of (2, 2).
 */
public final class PhenomPnr implements WaveformModel, ModeModuli {
    /** What (2, 2) and (2, -2) have with opposite signs, among the moduli of the modes. */
    static final String ANTISYMMETRIC = "(2, 2), antisymmetric";
    /** For how many pieces a row's table of angles has room. */
    static final int ROOM = 128;
    private static final RowLayout LAYOUT = PnrRow.layoutBeforeTable()
        .followedBy(PnrRow.TABLE, "TABLE_", AngleTableRow.layout(ROOM));

    private final TunedVersion version;
    private final ModelTraits traits;
    private final boolean hasQuadrupole;
    private final Set<HigherMode> higherModes;

    private PhenomPnr(TunedVersion version, ModeSelection selection) {
        this.version = version;
        traits = ModelTraits.of(version.approximant(), SpinSupport.PRECESSING)
            .withModesTo(4).interpolatedByPeers().within(1e-8);
        hasQuadrupole = selection.has(2, 2);
        higherModes = selection.higherModes();
    }

    /** IMRPhenomXO4a with all its modes. */
    public static PhenomPnr ofXO4a() {
        return new PhenomPnr(TunedVersion.XO4A, ModeSelection.ALL);
    }

    /** IMRPhenomXPNR with all its modes. */
    public static PhenomPnr ofXPNR() {
        return new PhenomPnr(TunedVersion.XPNR, ModeSelection.ALL);
    }

    /** A mode of the co-precessing frame comes with both signs of m where the positive one is listed. */
    @Override
    public WaveformModel with(ModelOptions options) {
        options.requireDefaultPrecession(approximant());
        return new PhenomPnr(version, ModeSelection.of(options.modes()));
    }

    @Override
    public ModelTraits traits() {
        return traits;
    }

    @Override
    public RowLayout layout() {
        return LAYOUT;
    }

    @Override
    public Preparer open(EvaluationFrame frame) {
        return new PnrPreparer(frame, traits, version, hasQuadrupole, higherModes);
    }

    /** Where bins are not equally spaced the antisymmetric part's ratio goes by their number. */
    @Override
    public boolean countsBins(FrequencyGrid grid) {
        return !grid.isUniform();
    }

    @Override
    public BinKernel kernel() {
        return PnrKernel::polarizations;
    }

    @Override
    public Optional<String> deviceKernel() {
        return Optional.of("pnr");
    }

    @Override
    public ModeSum modeSum() {
        return new PnrLanes();
    }

    /**
     * The moduli of the modes; of (2, 2) that of the symmetric part, whose sum with the antisymmetric one, which comes
     * last, is h_(2,-2), and whose difference from it is h_(2,2), mirrored.
     */
    @Override
    public Map<String, double[]> moduli(SourceParameters source, EvaluationFrame frame)
            throws SourceRefusedException {
        double[] row = new double[LAYOUT.size()];
        prepare(source, frame, row, 0);
        Map<String, double[]> moduli = CoprecessingAmplitudes.ofFirstRelease(row, frame);
        double[] antisymmetric = new double[frame.grid().bins()];
        if (row[PnrRow.ANTISYMMETRIC + AntisymmetricRow.COUNT] > 0) {
            double[] symmetric = moduli.get(CoprecessingMode.ALL.getFirst().toString());
            for (int bin = frame.grid().firstBin(); bin < antisymmetric.length; bin++) {
                antisymmetric[bin] = symmetric[bin] * Math.abs(AntisymmetricKernel.ratio(
                    row, PnrRow.ANTISYMMETRIC, frame.grid().frequencies()[bin], bin));
            }
        }
        moduli.put(ANTISYMMETRIC, antisymmetric);
        return moduli;
    }

    /** Tells of rows that are not tuned, whose inspiral has other angles, or whose table holds them less well. */
    @Override
    public List<String> remarks(SourceParameters source, double[] rows, int offset) {
        PrecessingBinary binary = PrecessingBinary.of(source);
        if (!SingleSpin.isFor(binary)) {
            return List.of("the spins in the orbital plane are smaller than 1e-7, where " + approximant()
                + " takes the angles of IMRPhenomXPHM");
        }
        int block = offset + PnrRow.PRECESSION;
        List<String> remarks = new ArrayList<>(version.fallback(binary, rows, block));
        if (rows[offset + PnrRow.MAP_L2M1 + AngleMapRow.JOIN_1] == Double.MAX_VALUE) {
            remarks.add("the mass ratio is beyond 12 or the effective spin beyond 1.2, where the angles of "
                + approximant() + " are not tuned but those of the inspiral");
        } else {
            TableRoom.remark(rows, block).ifPresent(remarks::add);
        }
        return remarks;
    }
}
