package org.chirpmill.model.phenomx.hm;

import static org.chirpmill.model.phenomx.hm.IntermediateAmplitude.sevenSixths;

import java.util.Arrays;
import org.chirpmill.model.CubeRoot;
import org.chirpmill.model.MassScale;
import org.chirpmill.model.phenomx.AlignedBinary;
import org.chirpmill.model.phenomx.NewtonPolynomial;

/**
 * A mode's inspiral amplitude in IMRPhenomXHM's first release, 122019, as a function of x = Mf: arXiv:2001.10914, Sec.
 * IV A. The post-Newtonian one and up to three calibrated terms, x^(7/3), x^(8/3) and x^3, times x^(-7/6). Where a
 * calibrated value is not to be trusted it is left out, and if it is the last, the inspiral ends at the one before.
 */
final class FirstInspiralAmplitude {
    /** The nodes, as shares of the end of the inspiral. */
    private static final double[] SHARES = {0.5, 0.75, 1};
    /** Amplitudes of (2, 1) below this are left out. */
    private static final double LEAST_AMPLITUDE = 0.2;
    /** Above this mass ratio the calibrated values of (2, 1) are all taken. */
    private static final double UNEQUAL_21 = 8;

    private final FirstPostNewtonianAmplitude series;
    private final double newtonian;
    private final double[] values = new double[SHARES.length];
    private final double end;
    private final double endRoot;
    /** The calibrated terms over newtonian: of t^(7 + k), t the cube root of x over the end of the inspiral. */
    private final double[] calibrated = new double[SHARES.length];

    FirstInspiralAmplitude(Quadrupole quadrupole, ModeLandmarks landmarks) {
        AlignedBinary binary = quadrupole.binary();
        series = new FirstPostNewtonianAmplitude(landmarks.mode(), binary);
        newtonian = quadrupole.newtonian();
        double[] nodes = new double[SHARES.length];
        for (int i = 0; i < nodes.length; i++) {
            nodes[i] = SHARES[i] * landmarks.amplitudeJoin1();
            values[i] = Math.abs(FirstFits.of(landmarks.mode()).inspiral()[i].at(binary));
        }
        boolean[] kept = kept(landmarks.mode(), binary, nodes);
        int last = kept.length - 1;
        while (last >= 0 && !kept[last]) {
            last--;
        }
        end = last >= 0 ? nodes[last] : landmarks.meco();
        endRoot = CubeRoot.of(end);
        calibrate(nodes, kept);
    }

    /** The amplitude and its derivative by x where the inspiral ends. */
    IntermediateAmplitude.End end() {
        double value = newtonian / sevenSixths(end) * (series.at(endRoot) + sum(1));
        double byRoot = series.slope(endRoot) + (7 * sum(1) + sumSlope(1)) / endRoot;
        return new IntermediateAmplitude.End(value,
            newtonian / sevenSixths(end) * byRoot / (3 * endRoot * endRoot) - 7.0 / 6 * value / end);
    }

    /** Mf where the inspiral ends. */
    double endFrequency() {
        return end;
    }

    /** Writes the row for frequencies in Hz. */
    void write(double[] rows, int row, int more, MassScale mass) {
        rows[row + ModeRow.AMPLITUDE_JOIN_1] = end / mass.seconds();
        double scale = newtonian * mass.minusSevenSixths();
        for (int k = 1; k <= PostNewtonianAmplitude.HIGHEST; k++) {
            double power = scale * mass.thirds(k);
            rows[row + ModeRow.REAL_1 + k - 1] = power * series.real(k);
            if (k >= 4) {
                rows[row + ModeRow.IMAGINARY_4 + k - 4] = power * series.imaginary(k);
            }
        }
        double endInHz = endRoot / mass.thirds(1);
        double cube = endInHz * endInHz * endInHz;
        double power = scale / (cube * cube * endInHz);
        for (int k = 0; k < calibrated.length; k++) {
            rows[row + ModeRow.CALIBRATED_7 + k] = power * calibrated[k];
            power /= endInHz;
        }
        for (int k = 2; k <= FirstPostNewtonianAmplitude.HIGHEST_OF_DENOMINATOR; k++) {
            rows[more + FirstModeRow.DENOMINATOR_2 + k - 2] = series.denominator(k) * mass.thirds(k);
        }
        double logarithmic = series.logarithmic() * mass.thirds(6);
        rows[more + FirstModeRow.DENOMINATOR_6] += logarithmic * mass.logarithm();
        rows[more + FirstModeRow.DENOMINATOR_LOG] = logarithmic;
    }

    /** Which calibrated values are taken; none where the post-Newtonian amplitude alone is. */
    private boolean[] kept(HigherMode mode, AlignedBinary binary, double[] nodes) {
        boolean[] kept = {true, true, true};
        double one = binary.chiOne();
        double two = binary.chiTwo();
        double ratio = binary.massOne() / binary.massTwo();
        switch (mode) {
            case L2M1 -> {
                for (int i = 0; ratio < UNEQUAL_21 && i < kept.length; i++) {
                    kept[i] = values[i] >= LEAST_AMPLITUDE / newtonian * sevenSixths(nodes[i]);
                }
                kept[1] &= !(kept[0] && kept[1] && kept[2] && isWavy(nodes));
            }
            case L3M3 -> kept[2] = !(1.2 > ratio && ratio > 1 && one < -0.1 && two > 0);
            case L3M2 -> {
                if (ratio > 2.5 && one < -0.9 && two < -0.9) {
                    Arrays.fill(kept, false);
                } else if (ratio > 2.5 && one < -0.6 && two > 0) {
                    kept[2] = false;
                } else {
                    kept[1] = !isWavy(nodes);
                }
            }
            case L4M4 -> { /* all */ }
        }
        return kept;
    }

    /** Whether the amplitude rises and falls again, or the reverse. */
    private boolean isWavy(double[] nodes) {
        double first = values[0] / sevenSixths(nodes[0]);
        double middle = values[1] / sevenSixths(nodes[1]);
        double last = values[2] / sevenSixths(nodes[2]);
        return first > middle && middle < last || first < middle && middle > last;
    }

    private void calibrate(double[] nodes, boolean[] kept) {
        int count = 0;
        double[] roots = new double[nodes.length];
        double[] brackets = new double[nodes.length];
        for (int i = 0; i < nodes.length; i++) {
            if (kept[i]) {
                double root = CubeRoot.of(nodes[i]);
                double t = root / endRoot;
                double cube = t * t * t;
                roots[count] = t;
                brackets[count] = (values[i] - series.at(root)) / (cube * cube * t);
                count++;
            }
        }
        if (count > 0) {
            double[] monomials = NewtonPolynomial.through(Arrays.copyOf(roots, count), Arrays.copyOf(brackets, count))
                .monomials();
            System.arraycopy(monomials, 0, calibrated, 0, count);
        }
    }

    private double sum(double t) {
        return calibrated[0] + t * (calibrated[1] + t * calibrated[2]);
    }

    private double sumSlope(double t) {
        return calibrated[1] + 2 * t * calibrated[2];
    }
}
