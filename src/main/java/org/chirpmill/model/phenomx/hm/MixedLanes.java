package org.chirpmill.model.phenomx.hm;

import static org.chirpmill.model.lanes.Lanes.COUNT;
import static org.chirpmill.model.lanes.Lanes.SPECIES;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import org.chirpmill.model.GridTables;
import org.chirpmill.model.lanes.LaneMath;
import org.chirpmill.model.lanes.Lanes;
import org.chirpmill.model.lanes.PiecewiseLanes;
import org.chirpmill.model.lanes.Points;
import org.chirpmill.model.phenomx.XasLanes;

/**
 * The (3, 2) mode of {@link MixedKernel} or {@link FirstMixedKernel} at many points at once, as exp(i phase) times a
 * complex amplitude that changes slowly: in the mixture the phase is that of the spheroidal part.
 */
final class MixedLanes {
    private final boolean isOfFirstRelease;
    private double[] amplitude22 = Lanes.array(0);
    private double[] lagSine = Lanes.array(0);
    private double[] lagCosine = Lanes.array(0);

    /** The mode as IMRPhenomXHM has it now. */
    MixedLanes() {
        this(false);
    }

    private MixedLanes(boolean isOfFirstRelease) {
        this.isOfFirstRelease = isOfFirstRelease;
    }

    /** The mode of release 122019, in rows laid out as {@link FirstReleaseRow} says. */
    static MixedLanes ofFirstRelease() {
        return new MixedLanes(true);
    }

    /**
     * Evaluates the mode; arguments as those of {@link XasLanes#amplitude}.
     *
     * @param row where the coefficients of all modes begin, laid out as {@link CoprecessingRow} says
     */
    void evaluate(double[] rows, int row, double[] points, int stride, int from, int to,
            double[] phase, double[] real, double[] imaginary) {
        int mode = row + CoprecessingRow.L3M2;
        int amplitudeJoin =
            Points.firstAtOrAbove(points, stride, from, to, rows[mode + ModeRow.AMPLITUDE_JOIN_2]);
        int phaseJoin = Points.firstAtOrAbove(points, stride, from, to, rows[mode + ModeRow.PHASE_JOIN_2]);
        int mixture = Math.min(amplitudeJoin, phaseJoin);
        int at = mixture - from;
        ModeLanes.phase(rows, mode, points, stride, from, mixture, phase, 0);
        amplitudeBeforeRingdown(rows, row, points, stride, from, mixture, real);
        Arrays.fill(imaginary, 0, at, 0);
        if (mixture < to) {
            reserve(to - mixture);
            mix(rows, row, points, stride, mixture, to, phase, real, imaginary, at);
        }
        if (amplitudeJoin > mixture) {
            amplitudeBeforeRingdown(rows, row, points, stride, mixture, amplitudeJoin, amplitude22);
            rescale(amplitude22, amplitudeJoin - mixture, real, imaginary, at);
        }
        if (phaseJoin > mixture) {
            straighten(phaseJoin - mixture, real, imaginary, at);
            double[] early = lagSine;
            ModeLanes.phaseBeforeRingdown(rows, mode, points, stride, mixture, phaseJoin, early, 0);
            System.arraycopy(early, 0, phase, at, phaseJoin - mixture);
        }
    }

    /** Writes the frequencies, Hz, at which the mode is not smooth, and returns the end of what it wrote. */
    static int joins(double[] rows, int row, double[] out, int at) {
        int mixed = row + CoprecessingRow.MIXED;
        int next = ModeLanes.joins(rows, row + CoprecessingRow.L3M2, out, at);
        next = XasLanes.joins(rows, row + CoprecessingRow.L2M2, out, next);
        out[next] = rows[mixed + MixedRow.CUBIC_END];
        out[next + 1] = rows[mixed + MixedRow.ANSATZ_END];
        out[next + 2] = rows[mixed + MixedRow.CUTOFF_22];
        return next + 3;
    }

    private void reserve(int points) {
        if (amplitude22.length < points + Lanes.PADDING) {
            amplitude22 = Lanes.array(points);
            lagSine = Lanes.array(points);
            lagCosine = Lanes.array(points);
        }
    }

    private void mix(double[] rows, int row, double[] points, int stride, int from, int to,
            double[] phase, double[] real, double[] imaginary, int at) {
        int mode = row + CoprecessingRow.L3M2;
        int mixed = row + CoprecessingRow.MIXED;
        int count = to - from;
        ModeLanes.ringdownPhase(rows, mode, points, stride, from, to, phase, at);
        spheroidalAmplitude(rows, mode, mixed, points, stride, from, to, real, at);
        amplitude22(rows, row + CoprecessingRow.L2M2, mixed, points, stride, from, to);
        XasLanes.phase(rows, row + CoprecessingRow.L2M2, points, stride, from, to, lagSine, 0);
        int frequencies = GridTables.FREQUENCY * stride + from;
        for (int i = 0; i < count; i += COUNT) {
            DoubleVector turn = DoubleVector.fromArray(SPECIES, points, frequencies + i)
                .fma(rows[mixed + MixedRow.TURN_LINEAR], rows[mixed + MixedRow.TURN_CONSTANT]);
            DoubleVector.fromArray(SPECIES, lagSine, i).add(turn)
                .sub(DoubleVector.fromArray(SPECIES, phase, at + i)).intoArray(lagSine, i);
        }
        LaneMath.sincos(lagSine, 0, count, lagSine, lagCosine);
        double real22 = rows[mixed + MixedRow.FROM_22_REAL];
        double imaginary22 = rows[mixed + MixedRow.FROM_22_IMAGINARY];
        double real32 = rows[mixed + MixedRow.FROM_32_REAL];
        double imaginary32 = rows[mixed + MixedRow.FROM_32_IMAGINARY];
        for (int i = 0; i < count; i += COUNT) {
            DoubleVector a22 = DoubleVector.fromArray(SPECIES, amplitude22, i);
            DoubleVector a32 = DoubleVector.fromArray(SPECIES, real, at + i);
            DoubleVector cosine = DoubleVector.fromArray(SPECIES, lagCosine, i).mul(a22);
            DoubleVector sine = DoubleVector.fromArray(SPECIES, lagSine, i).mul(a22);
            a32.mul(real32).add(cosine.mul(real22)).sub(sine.mul(imaginary22)).intoArray(real, at + i);
            a32.mul(imaginary32).add(sine.mul(real22)).add(cosine.mul(imaginary22)).intoArray(imaginary, at + i);
        }
    }

    private void amplitudeBeforeRingdown(
            double[] rows, int row, double[] points, int stride, int from, int to, double[] out) {
        int mode = row + CoprecessingRow.L3M2;
        if (isOfFirstRelease) {
            FirstModeLanes.amplitudeBeforeRingdown(
                rows, mode, row + FirstReleaseRow.L3M2, points, stride, from, to, out, 0);
        } else {
            ModeLanes.amplitudeBeforeRingdown(rows, mode, points, stride, from, to, out, 0);
        }
    }

    private void spheroidalAmplitude(
            double[] rows, int mode, int mixed, double[] points, int stride, int from, int to, double[] out, int at) {
        if (isOfFirstRelease) {
            FirstModeLanes.ringdownAmplitude(rows, mode, points, stride, from, to, out, at);
            return;
        }
        int join = Points.firstAtOrAbove(points, stride, from, to, rows[mixed + MixedRow.CUBIC_END]);
        PiecewiseLanes.offset(rows[mixed + MixedRow.CUBIC_CENTRE], rows[mixed + MixedRow.CUBIC_INVERSE_HALF],
            points, stride, from, join, out, at);
        PiecewiseLanes.polynomial(rows, mixed + MixedRow.CUBIC_0, 3, at, at + join - from, out);
        ModeLanes.ringdownAmplitude(rows, mode, points, stride, join, to, out, at + join - from);
    }

    /** The (2, 2) amplitude as the mixture takes it, Hz^(-7/6). */
    private void amplitude22(double[] rows, int row22, int mixed, double[] points, int stride, int from, int to) {
        if (isOfFirstRelease) {
            XasLanes.mergerAmplitude(rows, row22, points, stride, from, to, amplitude22, 0);
            return;
        }
        int ansatz = Points.firstAtOrAbove(points, stride, from, to, rows[mixed + MixedRow.ANSATZ_END]);
        int end = Points.firstAtOrAbove(
            points, stride, ansatz, to, Math.nextUp(rows[mixed + MixedRow.CUTOFF_22]));
        XasLanes.mergerAmplitude(rows, row22, points, stride, from, ansatz, amplitude22, 0);
        XasLanes.amplitude(rows, row22, points, stride, ansatz, end, amplitude22, ansatz - from);
        Arrays.fill(amplitude22, end - from, to - from, 0);
    }

    /** Gives each complex amplitude another modulus; few points, so one after another. */
    private static void rescale(double[] modulus, int count, double[] real, double[] imaginary, int at) {
        for (int i = 0; i < count; i++) {
            double re = real[at + i];
            double im = imaginary[at + i];
            double scale = modulus[i] / Math.sqrt(re * re + im * im);
            real[at + i] = re * scale;
            imaginary[at + i] = im * scale;
        }
    }

    /** Replaces each complex amplitude by its modulus. */
    private static void straighten(int count, double[] real, double[] imaginary, int at) {
        for (int i = at; i < at + count; i++) {
            real[i] = Math.sqrt(real[i] * real[i] + imaginary[i] * imaginary[i]);
            imaginary[i] = 0;
        }
    }
}
