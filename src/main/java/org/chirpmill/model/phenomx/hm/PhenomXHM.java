package org.chirpmill.model.phenomx.hm;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import org.chirpmill.model.BinKernel;
import org.chirpmill.model.EvaluationFrame;
import org.chirpmill.model.ModeModuli;
import org.chirpmill.model.ModelOptions;
import org.chirpmill.model.ModelTraits;
import org.chirpmill.model.Preparer;
import org.chirpmill.model.RowLayout;
import org.chirpmill.model.SourceChecks;
import org.chirpmill.model.SourceRefusedException;
import org.chirpmill.model.SphericalHarmonic;
import org.chirpmill.model.SpinSupport;
import org.chirpmill.model.WaveformModel;
import org.chirpmill.model.lanes.ModeSum;
import org.chirpmill.model.phenomx.AlignedBinary;
import org.chirpmill.model.phenomx.BinariesAhead;
import org.chirpmill.model.phenomx.Landmarks;
import org.chirpmill.model.phenomx.PhenomXAS;
import org.chirpmill.model.phenomx.Remnant;
import org.chirpmill.source.SourceParameters;

/**
 * IMRPhenomXHM, arXiv:2001.10914, exact (no multibanding): the modes (2, 2), (2, 1), (3, 3), (3, 2) and (4, 4) of
 * binaries with aligned spins, with the amplitudes of release 122022 and LALSimulation's conventions. On uniform grids
 * all modes end where IMRPhenomXAS does; on lists of frequencies only (2, 2).
 */
public final class PhenomXHM implements WaveformModel, ModeModuli {
    private static final ModelTraits TRAITS = ModelTraits.of("IMRPhenomXHM", SpinSupport.ALIGNED).withModesTo(4)
        .interpolatedByPeers().within(1e-8);
    private static final RowLayout LAYOUT = XhmRow.layout();

    private final ModeSelection selection;
    private final EnumSet<HigherMode> higherModes = EnumSet.noneOf(HigherMode.class);

    /** The model with all its modes. */
    public PhenomXHM() {
        this(ModeSelection.ALL);
    }

    /** The model with some of its modes. */
    public PhenomXHM(ModeSelection selection) {
        this.selection = selection;
        for (HigherMode mode : HigherMode.values()) {
            if (selection.hasEither(mode.l(), mode.m())) {
                higherModes.add(mode);
            }
        }
    }

    @Override
    public WaveformModel with(ModelOptions options) {
        options.requireNoPrecession(approximant());
        return new PhenomXHM(ModeSelection.of(options.modes()));
    }

    @Override
    public ModelTraits traits() {
        return TRAITS;
    }

    @Override
    public RowLayout layout() {
        return LAYOUT;
    }

    @Override
    public BinKernel kernel() {
        return XhmKernel::polarizations;
    }

    @Override
    public Optional<String> deviceKernel() {
        return Optional.of("xhm");
    }

    @Override
    public ModeSum modeSum() {
        return new XhmLanes();
    }

    @Override
    public Map<String, double[]> moduli(SourceParameters source, EvaluationFrame frame) throws SourceRefusedException {
        return CoprecessingAmplitudes.of(this, source, frame);
    }

    @Override
    public Preparer open(EvaluationFrame frame) {
        BinariesAhead binaries = new BinariesAhead(AlignedBinary::of);
        return binaries.serving((source, rows, offset) -> write(source, binaries, frame, rows, offset));
    }

    private void write(SourceParameters source, BinariesAhead binaries, EvaluationFrame frame, double[] rows,
            int offset) throws SourceRefusedException {
        SourceChecks.require(source, traits());
        PhenomXAS.requireCalibrated(source);
        AlignedBinary binary = binaries.of(source);
        Remnant remnant = Remnant.of(binary);
        boolean has22 = selection.hasEither(2, 2);
        double cutoff = PhenomXAS.lastFrequency(source, binary, frame.grid());
        double higherCutoff = frame.grid().isUniform() ? cutoff : Double.MAX_VALUE;
        CoprecessingModes.write(binary, remnant, Landmarks.of(binary, remnant), frame.referenceFrequency(),
            source.phase(), source.luminosityDistanceMpc(), higherModes,
            new CoprecessingModes.Route(has22, cutoff, higherCutoff), rows, offset);
        CoprecessingModes.requirePhases(source, frame, higherModes, rows, offset);
        if (!has22) {
            rows[offset + CoprecessingRow.L2M2_SCALE] = 0;
        }
        double cosHalf = StrictMath.cos(0.5 * source.iota());
        double sinHalf = StrictMath.sin(0.5 * source.iota());
        for (int mode = 0; mode < CoprecessingMode.ALL.size(); mode++) {
            writeView(CoprecessingMode.ALL.get(mode), cosHalf, sinHalf, rows, offset + XhmRow.plus(mode));
        }
    }

    /**
     * h_plus - i h_cross is the sum of h_lm Y_lm, and h_lm and h_(l,-m) mirror each other: at positive frequencies
     * h_(l,-m) brings Y_(l,-m) where that mode is listed and (-1)^l conj Y_lm where (l, m) is.
     */
    private void writeView(CoprecessingMode mode, double cosHalf, double sinHalf, double[] rows, int at) {
        int l = mode.l();
        int m = mode.m();
        double negative = selection.has(l, -m) ? SphericalHarmonic.atZeroAzimuth(l, -m, cosHalf, sinHalf) : 0;
        double positive = selection.has(l, m) ? SphericalHarmonic.atZeroAzimuth(l, m, cosHalf, sinHalf) : 0;
        double mirrored = mode.parity() * positive;
        rows[at] = 0.5 * (negative + mirrored);
        rows[at + 1] = 0.5 * (negative - mirrored);
    }
}
