package org.chirpmill.model.phenomx.hm;

import java.util.EnumSet;
import java.util.stream.Stream;
import org.chirpmill.domain.FrequencyGrid;
import org.chirpmill.model.GridTables;
import org.chirpmill.model.SourceRefusedException;
import org.chirpmill.model.phenomx.AlignedBinary;
import org.chirpmill.model.phenomx.Landmarks;
import org.chirpmill.model.phenomx.Remnant;
import org.chirpmill.model.phenomx.StageTable;
import org.chirpmill.model.phenomx.XasAmplitude;
import org.chirpmill.model.phenomx.XasPhase;
import org.chirpmill.physics.PhysicalConstants;
import org.chirpmill.source.SourceParameters;

/**
 * One mode of one source, aligned or co-precessing: LALSimulation's inner values and our pieces built from the same
 * numbers. For precessing sources LALSimulation's remnant is taken as given.
 *
 * @param table LALSimulation's values
 * @param mode which mode
 * @param quadrupole our binary
 * @param landmarks our frequencies of the mode
 */
record ModeStages(StageTable table, HigherMode mode, Quadrupole quadrupole, ModeLandmarks landmarks) {
    /** All that do not vanish. */
    static Stream<ModeStages> all() {
        return StageTable.rows("stages_IMRPhenomXHM.json").map(ModeStages::of)
            .filter(stages -> stages.table.number("waveform/Ampzero") == 0);
    }

    static ModeStages of(StageTable table) {
        HigherMode mode = Stream.of(HigherMode.values())
            .filter(each -> table.text("mode").equals(each.digits())).findFirst().orElseThrow();
        AlignedBinary binary = AlignedBinary.of(new SourceParameters(
            table.number("input/mass_1"), table.number("input/mass_2"), 0, 0, table.number("input/spin_1z"), 0, 0,
            table.number("input/spin_2z"), 0, 0, 1, 0, 0));
        Remnant remnant = new Remnant(table.number("source/Mfinal"), table.number("source/afinal"));
        Landmarks landmarks;
        try {
            landmarks = Landmarks.of(binary, Remnant.of(binary)).ringingAs(remnant);
        } catch (SourceRefusedException e) {
            throw new IllegalStateException(e);
        }
        XasPhase phase = new XasPhase(binary, landmarks);
        Quadrupole quadrupole = new Quadrupole(binary, remnant, landmarks,
            new XasAmplitude(binary, landmarks).ringdown(), phase,
            phase.constant(table.number("source/MfRef"), table.number("input/phase")));
        return new ModeStages(table, mode, quadrupole, ModeLandmarks.of(mode, quadrupole));
    }

    MixedRingdown mixture() {
        return new MixedRingdown(quadrupole, landmarks, spheroidal());
    }

    /** The mixture's spheroidal amplitude. */
    private RingdownAmplitude spheroidal() {
        return new RingdownAmplitude(quadrupole.binary(), landmarks);
    }

    ModeAmplitude amplitude() {
        return mode.isMixed() ? ModeAmplitude.mixed(quadrupole, landmarks, spheroidal(), mixture())
            : ModeAmplitude.unmixed(quadrupole, landmarks);
    }

    ModePhase phase() {
        return mode.isMixed() ? ModePhase.mixed(quadrupole, landmarks, mixture())
            : ModePhase.unmixed(quadrupole, landmarks);
    }

    /**
     * The same as LALSimulation glues it: to its own phase, slope and slope's slope of the mixture, differences whose
     * noise would otherwise be all that is seen of what follows from them.
     */
    ModePhase phaseGluedAsTheirs() {
        if (!mode.isMixed()) {
            return phase();
        }
        MixedRingdown.Value start = mixture().at(landmarks.phaseJoin2());
        return ModePhase.mixed(quadrupole, landmarks, mixture().spheroidalPhase(),
            new MixedRingdown.Value(start.modulus(), start.modulusSlope(), table.number("phase/phi0RD"),
                table.number("phase/dphi0RD"), table.number("phase/d2phi0RD")));
    }

    /** How much of the mixture's two parts their sum cancels where it is glued: at least 1. */
    double cancellation() {
        double x = landmarks.amplitudeJoin2();
        MixedRingdown mixture = mixture();
        double amplitude22 = quadrupole.newtonian() * quadrupole.amplitude().at(x) * Math.pow(x, -7.0 / 6);
        return (mixture.from22().norm() * amplitude22
            + mixture.from32().norm() * spheroidal().at(x)) / mixture.at(x).modulus();
    }

    /** Where the model ends, M f = 0.3. */
    double cutoffHz() {
        return 0.3 / (quadrupole.binary().totalSolar() * PhysicalConstants.SOLAR_MASS_SECONDS);
    }

    /** h_(l,-m) at frequencies in Hz, real and imaginary parts in turns, through rows and kernel. */
    double[] evaluate(double[] frequencies) {
        FrequencyGrid grid = FrequencyGrid.ofSamples(frequencies);
        double[] tables = GridTables.of(grid);
        double[] rows = new double[CoprecessingRow.SIZE];
        CoprecessingModes.write(quadrupole.binary(), quadrupole.remnant(), quadrupole.landmarks(),
            table.number("input/f_ref"), table.number("input/phase"), table.number("input/distance"),
            EnumSet.of(mode), new CoprecessingModes.Route(false, cutoffHz(), cutoffHz()), rows, 0);
        double[] h = new double[2 * grid.bins()];
        for (int bin = 0; bin < grid.bins(); bin++) {
            double[] out = new double[4];
            switch (mode) {
                case L2M1 -> CoprecessingKernel.addL2M1(rows, 0, tables, grid.bins(), bin, 1, 0, 0, 0, out, 0);
                case L3M3 -> CoprecessingKernel.addL3M3(rows, 0, tables, grid.bins(), bin, 1, 0, 0, 0, out, 0);
                case L3M2 -> CoprecessingKernel.addL3M2(rows, 0, tables, grid.bins(), bin, 1, 0, 0, 0, out, 0);
                case L4M4 -> CoprecessingKernel.addL4M4(rows, 0, tables, grid.bins(), bin, 1, 0, 0, 0, out, 0);
            }
            h[2 * bin] = out[0];
            h[2 * bin + 1] = out[1];
        }
        return h;
    }

    @Override
    public String toString() {
        return table.row();
    }
}
