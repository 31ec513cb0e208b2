package org.chirpmill.model.phenomx.precession;

import static jdk.incubator.vector.VectorOperators.GE;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LT;
import static org.chirpmill.model.lanes.Lanes.COUNT;
import static org.chirpmill.model.lanes.Lanes.SPECIES;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import org.chirpmill.model.lanes.LaneMath;
import org.chirpmill.model.lanes.Lanes;

/**
 * The angles of {@link EulerAngles} at many velocities at once, in passes over arrays of at most {@link #MOST} points.
 * Divisions and roots are what takes the time, ten times as long as a product: quotients share one division where they
 * can, and what rare points alone need is left out where none is rare. One thread.
 */
public final class EulerAngleLanes {
    /** How many points are taken at once: their intermediate results stay in the first-level cache. */
    public static final int MOST = 128;

    private static final int ANGLES = 4;

    private final double[] velocity = Lanes.array(MOST);
    private final double[] inverseVelocity = Lanes.array(MOST);
    private final double[] logVelocity = Lanes.array(MOST);
    private final double[] phi = Lanes.array(MOST);
    private final double[] zeta = Lanes.array(MOST);
    private final double[] normOffset = Lanes.array(MOST);
    /** The root of inward^2 + v^2 w, in the names of {@link #secularPhi}. */
    private final double[] distance = Lanes.array(MOST);
    private final double[] first = Lanes.array(MOST);
    private final double[] second = Lanes.array(MOST);
    private final NutationLanes nutation = new NutationLanes();

    /**
     * Writes the angles at the points of one m'.
     *
     * @param rows coefficient rows
     * @param row offset of the precession's block, laid out as {@link PrecessionRow} says
     * @param scale v over the cube root of the points' number, such as {@link PrecessionRow#VELOCITY_1}
     * @param logScale its logarithm
     * @param roots cube roots of the frequencies; the first is at {@code root}
     * @param logs their natural logarithms, the first at {@code log}; ascending where the row has a table
     * @param count how many points
     * @param out receives alpha and epsilon, rad, cos(beta / 2) and sin(beta / 2); where it has room for six and
     *     the row has no table, two numbers more that change their signs where alpha and epsilon bend: see
     *     {@link NutationAngleLanes#residue}
     * @param at where the first goes in each of the four
     */
    public void angles(double[] rows, int row, double scale, double logScale, double[] roots, int root,
            double[] logs, int log, int count, double[][] out, int at) {
        int table = (int) rows[row + PrecessionRow.TABLE];
        if (table > 0) {
            AngleTableLanes.angles(rows, row + table, logScale, logs, log, count, out, at);
            return;
        }
        for (int begun = 0; begun < count; begun += MOST) {
            int some = Math.min(MOST, count - begun);
            for (int i = 0; i < some; i += COUNT) {
                DoubleVector v = DoubleVector.fromArray(SPECIES, roots, root + begun + i).mul(scale);
                v.intoArray(velocity, i);
                DoubleVector.broadcast(SPECIES, 1).div(v).intoArray(inverseVelocity, i);
                DoubleVector.fromArray(SPECIES, logs, log + begun + i).mul(1.0 / 3).add(logScale)
                    .intoArray(logVelocity, i);
            }
            repeatLast(some);
            angles(rows, row, some, out, at + begun);
        }
    }

    /** Some steps are taken where any point asks for them: what lies beyond the last, in its vector, must not. */
    private void repeatLast(int count) {
        Arrays.fill(velocity, count, count + COUNT, velocity[count - 1]);
        Arrays.fill(inverseVelocity, count, count + COUNT, inverseVelocity[count - 1]);
        Arrays.fill(logVelocity, count, count + COUNT, logVelocity[count - 1]);
    }

    private void angles(double[] rows, int row, int count, double[][] out, int at) {
        if (rows[row + PrecessionRow.CLOSED_FORM] > 0) {
            secularPhi(rows, row, count);
        } else {
            secularPhiSeries(rows, row, count);
        }
        secularZeta(rows, row, count);
        boolean nutates = false;
        if (rows[row + PrecessionRow.NUTATES] > 0) {
            nutates = nutation.add(rows, row, velocity, inverseVelocity, count, phi, zeta, normOffset);
        } else {
            Arrays.fill(normOffset, rows[row + PrecessionRow.NORM_OFFSET]);
        }
        for (int i = 0; i < count; i += COUNT) {
            DoubleVector.fromArray(SPECIES, phi, i).intoArray(out[0], at + i);
            DoubleVector.fromArray(SPECIES, zeta, i).intoArray(out[1], at + i);
        }
        writeOpening(rows, row, count, out[2], out[3], at);
        if (out.length > ANGLES) {
            writeBends(nutates, count, out[ANGLES], out[ANGLES + 1], at);
        }
    }

    private void writeBends(boolean nutates, int count, double[] residue, double[] difference, int at) {
        if (nutates) {
            System.arraycopy(nutation.residue(), 0, residue, at, count);
            System.arraycopy(nutation.difference(), 0, difference, at, count);
        } else {
            Arrays.fill(residue, at, at + count, 1);
            Arrays.fill(difference, at, at + count, 1);
        }
    }

    /** The precession-averaged phi_z and alpha's constant. */
    private void secularPhi(double[] rows, int row, int count) {
        double eta = rows[row + PrecessionRow.ETA];
        double spin = rows[row + PrecessionRow.ALONG];
        double w = rows[row + PrecessionRow.PERP_SQUARED];
        double norm = rows[row + PrecessionRow.NORM];
        boolean cancels = false;
        for (int i = 0; i < count; i += COUNT) {
            DoubleVector v = DoubleVector.fromArray(SPECIES, velocity, i);
            DoubleVector inward = v.fma(spin, eta);
            DoubleVector outward = v.fma(norm, spin * eta / norm);
            DoubleVector k = inward.fma(inward, v.mul(v).mul(w)).sqrt();
            k.intoArray(distance, i);
            k.add(inward).intoArray(first, i);
            k.add(outward).intoArray(second, i);
            cancels |= inward.compare(LT, 0).or(outward.compare(LT, 0)).anyTrue();
        }
        if (cancels) {
            keepDigits(rows, row, count);
        }
        LaneMath.log(first, 0, count, first);
        LaneMath.log(second, 0, count, second);
        double log1 = rows[row + PrecessionRow.PHI_LOG_1];
        double log2 = rows[row + PrecessionRow.PHI_LOG_2];
        double constant = rows[row + PrecessionRow.ALPHA_CONSTANT];
        for (int i = 0; i < count; i += COUNT) {
            DoubleVector v = DoubleVector.fromArray(SPECIES, velocity, i);
            DoubleVector u = DoubleVector.fromArray(SPECIES, inverseVelocity, i);
            DoubleVector falling =
                u.fma(rows[row + PrecessionRow.PHI_K_MINUS_3], rows[row + PrecessionRow.PHI_K_MINUS_2])
                .fma(u, DoubleVector.broadcast(SPECIES, rows[row + PrecessionRow.PHI_K_MINUS_1]));
            DoubleVector rising = v.fma(rows[row + PrecessionRow.PHI_K_1], rows[row + PrecessionRow.PHI_K_0]);
            DoubleVector logV = DoubleVector.fromArray(SPECIES, logVelocity, i);
            DoubleVector logs = DoubleVector.fromArray(SPECIES, first, i).sub(logV)
                .fma(DoubleVector.broadcast(SPECIES, log1),
                    DoubleVector.fromArray(SPECIES, second, i).mul(log2).add(constant));
            falling.fma(u, rising)
                .fma(DoubleVector.fromArray(SPECIES, distance, i), logs).intoArray(phi, i);
        }
    }

    /** The logarithms' arguments k + x where x < 0: the sum would cancel, but k^2 - x^2 is known. */
    private void keepDigits(double[] rows, int row, int count) {
        double eta = rows[row + PrecessionRow.ETA];
        double spin = rows[row + PrecessionRow.ALONG];
        double w = rows[row + PrecessionRow.PERP_SQUARED];
        double norm = rows[row + PrecessionRow.NORM];
        for (int i = 0; i < count; i += COUNT) {
            DoubleVector v = DoubleVector.fromArray(SPECIES, velocity, i);
            DoubleVector k = DoubleVector.fromArray(SPECIES, distance, i);
            DoubleVector inward = v.fma(spin, eta);
            DoubleVector outward = v.fma(norm, spin * eta / norm);
            DoubleVector.fromArray(SPECIES, first, i)
                .blend(v.mul(v).mul(w).div(k.sub(inward)), inward.compare(LT, 0)).intoArray(first, i);
            DoubleVector.fromArray(SPECIES, second, i)
                .blend(DoubleVector.broadcast(SPECIES, eta * eta * w / (norm * norm)).div(k.sub(outward)),
                    outward.compare(LT, 0)).intoArray(second, i);
        }
    }

    /** The same where the integrals' series in the spin suffices, and the single-spin angles' alpha. */
    private void secularPhiSeries(double[] rows, int row, int count) {
        double constant = rows[row + PrecessionRow.ALPHA_CONSTANT];
        for (int i = 0; i < count; i += COUNT) {
            DoubleVector v = DoubleVector.fromArray(SPECIES, velocity, i);
            DoubleVector u = DoubleVector.fromArray(SPECIES, inverseVelocity, i);
            DoubleVector rising = DoubleVector.zero(SPECIES);
            for (int k = PrecessionRow.PHI_12; k >= PrecessionRow.PHI_1; k--) {
                rising = rising.add(rows[row + k]).mul(v);
            }
            DoubleVector falling = u.fma(rows[row + PrecessionRow.PHI_MINUS_3], rows[row + PrecessionRow.PHI_MINUS_2])
                .fma(u, DoubleVector.broadcast(SPECIES, rows[row + PrecessionRow.PHI_MINUS_1]));
            DoubleVector sum = DoubleVector.fromArray(SPECIES, logVelocity, i)
                .mul(rows[row + PrecessionRow.PHI_LOG]).add(rising).add(constant);
            falling.fma(u, sum).intoArray(phi, i);
        }
    }

    /** The precession-averaged zeta and epsilon's constant. */
    private void secularZeta(double[] rows, int row, int count) {
        double constant = rows[row + PrecessionRow.EPSILON_CONSTANT];
        for (int i = 0; i < count; i += COUNT) {
            DoubleVector v = DoubleVector.fromArray(SPECIES, velocity, i);
            DoubleVector u = DoubleVector.fromArray(SPECIES, inverseVelocity, i);
            DoubleVector falling =
                u.fma(rows[row + PrecessionRow.ZETA_MINUS_3], rows[row + PrecessionRow.ZETA_MINUS_2])
                .fma(u, DoubleVector.broadcast(SPECIES, rows[row + PrecessionRow.ZETA_MINUS_1]));
            DoubleVector sum = DoubleVector.fromArray(SPECIES, logVelocity, i)
                .fma(DoubleVector.broadcast(SPECIES, rows[row + PrecessionRow.ZETA_LOG]),
                    v.fma(rows[row + PrecessionRow.ZETA_1], constant));
            falling.fma(u, sum).intoArray(zeta, i);
        }
    }

    /** The angle between J and the post-Newtonian L, as {@link EulerAngles} has it. */
    private void writeOpening(double[] rows, int row, int count, double[] cosHalf, double[] sinHalf, int at) {
        double eta = rows[row + PrecessionRow.ETA];
        double w = rows[row + PrecessionRow.PERP_SQUARED];
        double spin = rows[row + PrecessionRow.ALONG];
        for (int i = 0; i < count; i += COUNT) {
            DoubleVector v = DoubleVector.fromArray(SPECIES, velocity, i);
            DoubleVector series = v.fma(rows[row + PrecessionRow.MOMENTUM_6], rows[row + PrecessionRow.MOMENTUM_5])
                .fma(v, DoubleVector.broadcast(SPECIES, rows[row + PrecessionRow.MOMENTUM_4]))
                .fma(v, DoubleVector.broadcast(SPECIES, rows[row + PrecessionRow.MOMENTUM_3]))
                .fma(v, DoubleVector.broadcast(SPECIES, rows[row + PrecessionRow.MOMENTUM_2]));
            DoubleVector momentum = DoubleVector.fromArray(SPECIES, inverseVelocity, i).mul(eta)
                .mul(series.fma(v.mul(v), DoubleVector.broadcast(SPECIES, 1)));
            DoubleVector mean = momentum.add(spin);
            DoubleVector shift = DoubleVector.fromArray(SPECIES, normOffset, i).mul(0.5).div(momentum);
            DoubleVector total = mean.fma(mean, DoubleVector.broadcast(SPECIES, w)).sqrt();
            DoubleVector along = mean.sub(shift);
            DoubleVector across = shift.fma(mean.add(mean).sub(shift), DoubleVector.broadcast(SPECIES, w));
            across = across.blend(0, across.compare(LT, 0));
            DoubleVector sum = total.add(along.abs());
            DoubleVector quotient = DoubleVector.broadcast(SPECIES, 1).div(total.mul(sum));
            DoubleVector cosine = along.mul(sum).mul(quotient);
            cosine = cosine.blend(-1, cosine.compare(LT, -1)).blend(1, cosine.compare(GT, 1));
            VectorMask<Double> up = along.compare(GE, 0);
            DoubleVector small = across.mul(quotient);
            DoubleVector onePlus = small.blend(cosine.add(1), up);
            DoubleVector oneMinus = cosine.neg().add(1).blend(small, up);
            onePlus.mul(0.5).sqrt().intoArray(cosHalf, at + i);
            oneMinus.mul(0.5).sqrt().intoArray(sinHalf, at + i);
        }
    }
}
