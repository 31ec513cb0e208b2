package org.chirpmill.compression;

import java.util.Arrays;
import java.util.Optional;
import org.chirpmill.hdf5.UnusableFileException;

/**
 * What a basis must be to be one: finite, orthonormal vectors, no more of them than bins, with falling singular values.
 * dingo-gw's may be rounded to single precision, and a file may have no singular values, which are then all NaN.
 */
final class BasisCheck {
    /** How far V^H V c may be from c in an element; single precision is a thousandth of that off. */
    private static final double ORTHONORMAL = 1e-2;
    /** By how much of the greatest a singular value may rise above the one before, or fall below zero. */
    private static final double ROUNDING = 1e-6;
    /** The golden ratio, whose multiples by squares turn phases into as good as random ones. */
    private static final double GOLDEN = 1.618033988749895;

    private final SvdBasis basis;

    private BasisCheck(SvdBasis basis) {
        this.basis = basis;
    }

    /** The basis, which a file holds. */
    static SvdBasis usable(SvdBasis basis, String file) throws UnusableFileException {
        Optional<String> flaw = flaw(basis);
        if (flaw.isPresent()) {
            throw new UnusableFileException(file + " holds no usable SVD basis: " + flaw.get() + ".");
        }
        return basis;
    }

    /** What is wrong with a basis, as a clause; empty where nothing is. */
    static Optional<String> flaw(SvdBasis basis) {
        if (basis.size() == 0 || basis.size() > basis.bins()) {
            return Optional.of("it has " + basis.size() + " vectors of " + basis.bins() + " bins");
        }
        BasisCheck check = new BasisCheck(basis);
        return check.strayNumber().or(check::nothing).or(check::skewVector).or(check::oddValue)
            .or(check::sampledElsewhere);
    }

    private Optional<String> sampledElsewhere() {
        return basis.sampling().map(sampled -> sampled.bins()[sampled.bins().length - 1])
            .filter(last -> last >= basis.bins())
            .map(last -> "bin " + last + " of its sampled ones is none of its " + basis.bins());
    }

    private Optional<String> strayNumber() {
        double[] v = basis.v();
        for (int part = 0; part < v.length; part++) {
            if (!Double.isFinite(v[part])) {
                int element = part / 2;
                return Optional.of("vector " + element % basis.size() + " of its V is " + v[part] + " in bin "
                    + element / basis.size());
            }
        }
        return Optional.empty();
    }

    /** What comes of waveforms without a number that is not zero: every vector is as good as another. */
    private Optional<String> nothing() {
        boolean isNothing = basis.singularValues()[0] == 0 || Arrays.stream(basis.v()).allMatch(part -> part == 0);
        return isNothing ? Optional.of("it is one of waveforms that are zero in every bin") : Optional.empty();
    }

    /**
     * Asks of one combination c of all vectors, with coefficients of modulus 1, whether V^H (V c) gives it back. That
     * takes two products of V with a vector in place of V^H V, and some vector that is too long, too short or not
     * perpendicular to the others shows in it, whichever it is.
     */
    private Optional<String> skewVector() {
        int size = basis.size();
        double[] v = basis.v();
        double[] mixed = combination(size);
        double[] back = new double[2 * size];
        for (int bin = 0; bin < basis.bins(); bin++) {
            int row = 2 * bin * size;
            double re = 0;
            double im = 0;
            for (int k = 0; k < 2 * size; k += 2) {
                re += v[row + k] * mixed[k] - v[row + k + 1] * mixed[k + 1];
                im += v[row + k] * mixed[k + 1] + v[row + k + 1] * mixed[k];
            }
            for (int k = 0; k < 2 * size; k += 2) {
                back[k] += v[row + k] * re + v[row + k + 1] * im;
                back[k + 1] += v[row + k] * im - v[row + k + 1] * re;
            }
        }
        for (int k = 0; k < 2 * size; k++) {
            if (!(Math.abs(back[k] - mixed[k]) <= ORTHONORMAL)) {
                return Optional.of("its vectors are not orthonormal (vector " + k / 2 + " for one)");
            }
        }
        return Optional.empty();
    }

    private static double[] combination(int size) {
        double[] numbers = new double[2 * size];
        for (int k = 0; k < size; k++) {
            double angle = 2 * Math.PI * (GOLDEN * k * k % 1);
            numbers[2 * k] = StrictMath.cos(angle);
            numbers[2 * k + 1] = StrictMath.sin(angle);
        }
        return numbers;
    }

    private Optional<String> oddValue() {
        double[] values = basis.singularValues();
        boolean unknown = Double.isNaN(values[0]);
        double slack = ROUNDING * Math.abs(values[0]);
        double above = values[0];
        for (int k = 0; k < values.length; k++) {
            boolean fits = unknown ? Double.isNaN(values[k])
                : values[k] >= -slack && values[k] <= above + slack && values[k] < Double.POSITIVE_INFINITY;
            if (!fits) {
                return Optional.of("its singular values do not fall from the greatest to zero (number " + k + " is "
                    + values[k] + ")");
            }
            above = values[k];
        }
        return Optional.empty();
    }
}
