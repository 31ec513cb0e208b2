package org.chirpmill.compression;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What becomes of a polarization before it is stored: h / asd where there is whitening, then its coefficients in the
 * basis where there is one.
 *
 * @param whitening empty where waveforms stay strains
 * @param basis empty where waveforms stay frequency series
 */
public record Compression(Optional<Whitening> whitening, Optional<SvdBasis> basis) {
    /** The fingerprint of the whitening, where there is one. */
    public static final String WHITENING = "whitening";
    /** The fingerprint of the basis, where rows are coefficients in one. */
    public static final String BASIS = "svd_basis";

    /** Nothing done to waveforms. */
    public static final Compression NONE = new Compression(Optional.empty(), Optional.empty());

    /** Refuses a basis for other frequencies than the whitening's. */
    public Compression {
        Objects.requireNonNull(whitening);
        Objects.requireNonNull(basis);
        if (whitening.isPresent() && basis.isPresent() && whitening.get().bins() != basis.get().bins()) {
            throw new IllegalArgumentException("the basis has " + basis.get().bins() + " bins, the whitening "
                + whitening.get().bins());
        }
    }

    /** How many complex numbers a stored polarization has, of {@code bins} that a whole one has. */
    public int columns(int bins) {
        return basis.map(SvdBasis::size).orElse(bins);
    }

    /**
     * The matrix that does both at once: coefficients = h . matrix.
     *
     * @return V / asd, bins x size, row-major interleaved complex, 1/(strain/Hz) where there is whitening
     * @throws IllegalStateException where there is no basis
     */
    public double[] matrix() {
        SvdBasis vectors = basis.orElseThrow(() -> new IllegalStateException("there is no basis"));
        double[] matrix = vectors.v().clone();
        whitening.ifPresent(curve -> divideRows(matrix, curve.asd()));
        return matrix;
    }

    private static void divideRows(double[] matrix, double[] divisors) {
        int width = matrix.length / divisors.length;
        for (int bin = 0; bin < divisors.length; bin++) {
            for (int part = bin * width; part < (bin + 1) * width; part++) {
                matrix[part] /= divisors[bin];
            }
        }
    }

    /** What tells this whitening and this basis from others, by the name of the part; a name only where it is there. */
    public Map<String, String> fingerprints() {
        Map<String, String> fingerprints = new LinkedHashMap<>();
        whitening.ifPresent(curve -> fingerprints.put(WHITENING, Fingerprint.of(curve.asd())));
        basis.ifPresent(vectors -> fingerprints.put(BASIS, Fingerprint.of(vectors.v())));
        return fingerprints;
    }

    /**
     * The stored form of one polarization.
     *
     * @param strain 2 x bins, real and imaginary parts in turns, strain/Hz
     * @return 2 x {@link #columns}
     */
    public double[] compress(double[] strain) {
        double[] whitened = strain.clone();
        whitening.ifPresent(curve -> curve.whiten(whitened));
        return basis.map(vectors -> vectors.compress(whitened)).orElse(whitened);
    }

    /**
     * The polarization that a stored one stands for, as dingo-gw's dataset gives it.
     *
     * @param stored 2 x {@link #columns}, real and imaginary parts in turns
     * @return 2 x bins, strain/Hz
     */
    public double[] decompress(double[] stored) {
        double[] series = basis.map(vectors -> vectors.decompress(stored)).orElseGet(stored::clone);
        whitening.ifPresent(curve -> curve.inverse(series));
        return series;
    }
}
