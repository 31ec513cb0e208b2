package org.chirpmill.banding;

import java.util.Optional;

/**
 * One polarization from f_min to f_max at half the base grid's spacing, scaled so that its weighted norm on the base
 * grid is 1. Single precision holds many of them and errs by far less than any mismatch of interest.
 *
 * @param strain real and imaginary parts in turns
 */
public record Wave(float[] strain) {
    /**
     * A wave, if there is any.
     *
     * @param grid the base grid
     * @param strain at half its spacing from 0 Hz on, real and imaginary parts in turns
     * @param timeShift by which the wave is delayed, s
     */
    public static Optional<Wave> of(BaseGrid grid, double[] strain, double timeShift) {
        double norm = 0;
        for (int k = 0; k < grid.bins(); k++) {
            int at = 4 * (grid.firstBin() + k);
            norm += grid.weights()[k] * (strain[at] * strain[at] + strain[at + 1] * strain[at + 1]);
        }
        if (!(norm > 0)) {
            return Optional.empty();
        }
        double scale = 1 / Math.sqrt(norm);
        float[] scaled = new float[2 * grid.fineBins()];
        for (int k = 0; k < grid.fineBins(); k++) {
            int fine = 2 * grid.firstBin() + k;
            double turn = -2 * Math.PI * timeShift * fine * grid.deltaF() / 2;
            double cosine = scale * StrictMath.cos(turn);
            double sine = scale * StrictMath.sin(turn);
            scaled[2 * k] = (float) (strain[2 * fine] * cosine - strain[2 * fine + 1] * sine);
            scaled[2 * k + 1] = (float) (strain[2 * fine] * sine + strain[2 * fine + 1] * cosine);
        }
        return Optional.of(new Wave(scaled));
    }

    /** Told of each base bin its part of the inner products: weighted |h|^2, |g|^2, Re h* g, |h - g|^2. */
    interface Listener {
        void bin(int bin, double own, double other, double product, double difference);
    }

    /**
     * Compares with what linear interpolation between some of the frequencies gives, extrapolating at the ends.
     *
     * @param centres indices of the frequencies that are kept, ascending, two or more
     */
    void compare(BaseGrid grid, int[] centres, Listener listener) {
        int upper = 1;
        for (int bin = 0; bin < grid.bins(); bin++) {
            int fine = 2 * bin;
            while (upper < centres.length - 1 && centres[upper] < fine) {
                upper++;
            }
            int from = centres[upper - 1];
            int to = centres[upper];
            double share = (fine - from) / (double) (to - from);
            double real = strain[2 * from] + share * ((double) strain[2 * to] - strain[2 * from]);
            double imaginary = strain[2 * from + 1] + share * ((double) strain[2 * to + 1] - strain[2 * from + 1]);
            double ownReal = strain[2 * fine];
            double ownImaginary = strain[2 * fine + 1];
            double weight = grid.weights()[bin];
            listener.bin(bin, weight * (ownReal * ownReal + ownImaginary * ownImaginary),
                weight * (real * real + imaginary * imaginary),
                weight * (ownReal * real + ownImaginary * imaginary),
                weight * (StrictMath.pow(ownReal - real, 2) + StrictMath.pow(ownImaginary - imaginary, 2)));
        }
    }

    /** 1 - (h, g) / sqrt((h, h) (g, g)), with g the interpolated wave. */
    double mismatch(BaseGrid grid, int[] centres) {
        double[] sums = new double[3];
        compare(grid, centres, (bin, own, other, product, difference) -> {
            sums[0] += own;
            sums[1] += other;
            sums[2] += product;
        });
        return Math.max(0, 1 - sums[2] / Math.sqrt(sums[0] * sums[1]));
    }
}
