package org.chirpmill.engine;

/**
 * How far one waveform is from another, both polarizations taken together.
 *
 * @param peak max|h - g| / max|g| over all bins of both polarizations, g the reference
 * @param loss 1 - overlap, the overlap being Re(h . g) / (|h| |g|): white noise, no maximisation over time or phase
 */
public record WaveformDifference(double peak, double loss) {
    /**
     * Compares a waveform with a reference.
     *
     * @param plus h_plus, interleaved complex
     * @param cross h_cross, interleaved complex
     * @param referencePlus the reference's h_plus
     * @param referenceCross the reference's h_cross
     */
    public static WaveformDifference between(
            double[] plus, double[] cross, double[] referencePlus, double[] referenceCross) {
        double largestDifference = Math.max(largestDifference(plus, referencePlus),
            largestDifference(cross, referenceCross));
        double largest = Math.max(largestModulus(referencePlus), largestModulus(referenceCross));
        double peak = largestDifference == 0 ? 0 : largestDifference / largest;

        double norm = StrictMath.hypot(norm(plus), norm(cross));
        double referenceNorm = StrictMath.hypot(norm(referencePlus), norm(referenceCross));
        // 1 - overlap as half the squared distance of unit vectors: exact where the overlap itself rounds to 1.
        double scale = norm == 0 ? 0 : 1 / norm;
        double referenceScale = referenceNorm == 0 ? 0 : 1 / referenceNorm;
        double loss = (squaredDistance(plus, scale, referencePlus, referenceScale)
            + squaredDistance(cross, scale, referenceCross, referenceScale)) / 2;
        return new WaveformDifference(peak, loss);
    }

    private static double largestDifference(double[] h, double[] g) {
        double largest = 0;
        for (int i = 0; i < h.length; i += 2) {
            largest = Math.max(largest, StrictMath.hypot(h[i] - g[i], h[i + 1] - g[i + 1]));
        }
        return largest;
    }

    private static double largestModulus(double[] h) {
        double largest = 0;
        for (int i = 0; i < h.length; i += 2) {
            largest = Math.max(largest, StrictMath.hypot(h[i], h[i + 1]));
        }
        return largest;
    }

    /** The Euclidean norm; scaled first, since the squares of a strain of 1e-170 would vanish. */
    private static double norm(double[] h) {
        double largest = largestModulus(h);
        if (largest == 0) {
            return 0;
        }
        double sum = 0;
        for (double part : h) {
            sum += part / largest * (part / largest);
        }
        return largest * Math.sqrt(sum);
    }

    private static double squaredDistance(double[] h, double hScale, double[] g, double gScale) {
        double sum = 0;
        for (int i = 0; i < h.length; i++) {
            double difference = h[i] * hScale - g[i] * gScale;
            sum += difference * difference;
        }
        return sum;
    }
}
