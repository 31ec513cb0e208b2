package org.chirpmill.model.phenomx.hm;

import org.chirpmill.model.phenomx.AlignedBinary;
import org.chirpmill.model.phenomx.Fit;
import org.chirpmill.model.phenomx.XasPhase;

/**
 * Where a mode's intermediate phase is fixed, arXiv:2001.10914, Sec. V B.
 *
 * @param nodes six frequencies Mf; of the mixed mode the last two are where the ringdown begins
 * @param values the phase's derivative there by the fits; of the mixed mode five
 */
record PhaseNodes(double[] nodes, double[] values) {
    /** Below this eta, or beyond this total spin, other nodes are taken. */
    private static final double EXTREME_ETA = 0.05;
    private static final double HIGH_SPIN = 0.8;

    static PhaseNodes of(Quadrupole quadrupole, ModeLandmarks landmarks) {
        double[] nodes = nodes(quadrupole.binary(), landmarks);
        double[] values = values(quadrupole.binary(), landmarks.mode());
        if (landmarks.mode() == HigherMode.L2M1 && quadrupole.binary().totalSpin() >= HIGH_SPIN) {
            prolongInspiral(quadrupole, nodes, values);
        }
        return new PhaseNodes(nodes, values);
    }

    /** Which five of the six fix the phase of an unmixed mode. */
    static int[] chosen(HigherMode mode, AlignedBinary binary) {
        boolean highSpin = binary.totalSpin() >= HIGH_SPIN;
        boolean late = binary.eta() < EXTREME_ETA || mode.l() == mode.m() && highSpin
            || mode == HigherMode.L3M3 && binary.totalSpin() < 0;
        int[] chosen = {0, 1, 2, 3, 5};
        if (late) {
            chosen = new int[] {0, 1, 3, 4, 5};
        } else if (highSpin && mode == HigherMode.L2M1) {
            chosen = new int[] {0, 1, 2, 4, 5};
        }
        return chosen;
    }

    private static double[] nodes(AlignedBinary binary, ModeLandmarks landmarks) {
        double from = landmarks.meco() * (1 + 0.001 * (0.25 / binary.eta() - 1));
        boolean isMixed = landmarks.mode().isMixed();
        double to = isMixed ? landmarks.phaseEnd() : landmarks.ringdown();
        double second = (Math.sqrt(3) * (from - to) + 2 * (from + to)) / 4;
        double fifth = isMixed ? to : (from + 3 * to) / 4;
        double sixth = isMixed ? landmarks.phaseJoin2() : (from + 7 * to) / 8;
        return new double[] {from, second, (3 * from + to) / 4, (from + to) / 2, fifth, sixth};
    }

    /** The fits, moved in time from the hybrids' psi4 to the strain's peak. */
    private static double[] values(AlignedBinary binary, HigherMode mode) {
        Fit[] fits = ModeFits.of(mode).intermediatePhase();
        double time = XasPhase.fromHybridsToStrain(binary);
        double[] values = new double[fits.length];
        for (int i = 0; i < fits.length; i++) {
            values[i] = fits[i].at(binary) + time;
        }
        return values;
    }

    /** For high spins the first two values of (2, 1) follow the (2, 2) phase down from the third. */
    private static void prolongInspiral(Quadrupole quadrupole, double[] nodes, double[] values) {
        double[] slopes = new double[3];
        for (int i = 0; i < slopes.length; i++) {
            slopes[i] = quadrupole.phase().slopeBeforeJoining(2 * nodes[i]) / quadrupole.binary().eta();
        }
        values[1] = values[2] + (slopes[1] - slopes[2]);
        values[0] = values[1] + (slopes[0] - slopes[1]);
    }
}
