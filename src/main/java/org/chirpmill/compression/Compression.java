package org.chirpmill.compression;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.chirpmill.rows.NamedParameters;

/**
 * What becomes of a polarization before it is stored, step by step in dingo-gw's order: it is divided by the amplitude
 * spectral density, heterodyned, projected on a basis, or some of that.
 *
 * @param steps in their order, all for the same bins; none where polarizations are stored as they are
 */
public record Compression(List<CompressionStep> steps) {
    /** The fingerprint of the whitening, where there is one. */
    public static final String WHITENING = "whitening";
    /** The fingerprint of the phase that rows are heterodyned by, where they are. */
    public static final String HETERODYNE = "phase_heterodyning";
    /** The fingerprint of the basis, where rows are coefficients in one. */
    public static final String BASIS = "svd_basis";

    /** The fingerprint of the sampled bins, where coefficients come from some bins. */
    public static final String SAMPLING = "svd_sampling";

    /** Beside the fingerprints: by which part errors may grow where coefficients come from some bins. */
    public static final String SAMPLING_TOLERANCE = "svd_sampling_tolerance";

    /** Nothing done to waveforms. */
    public static final Compression NONE = new Compression(List.of());

    /** Refuses steps for other frequencies than the first one's. */
    public Compression {
        steps = List.copyOf(steps);
        for (CompressionStep step : steps) {
            if (step.bins() != steps.getFirst().bins()) {
                throw new IllegalArgumentException("of the compression's steps " + step.key() + " has " + step.bins()
                    + " bins, " + steps.getFirst().key() + " " + steps.getFirst().bins());
            }
        }
    }

    /**
     * Whichever steps there are.
     *
     * @param whitening empty where waveforms stay strains
     * @param heterodyne empty where they keep their phase
     * @param basis empty where they stay frequency series
     */
    public static Compression of(
            Optional<Whitening> whitening, Optional<PhaseHeterodyne> heterodyne, Optional<SvdBasis> basis) {
        return new Compression(Stream.of(whitening, heterodyne, basis)
            .flatMap(Optional<? extends CompressionStep>::stream).<CompressionStep>map(step -> step).toList());
    }

    private <T extends CompressionStep> Optional<T> step(Class<T> kind) {
        return steps.stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }

    /** The division by a spectral density, if there is one. */
    public Optional<Whitening> whitening() {
        return step(Whitening.class);
    }

    /** The phase that waveforms are divided by, if there is one. */
    public Optional<PhaseHeterodyne> heterodyne() {
        return step(PhaseHeterodyne.class);
    }

    /** The basis, where polarizations are stored as coefficients. */
    public Optional<SvdBasis> basis() {
        return step(SvdBasis.class);
    }

    /** The same without the basis: what its vectors span. */
    public Compression unprojected() {
        return new Compression(steps.stream().filter(step -> !(step instanceof SvdBasis)).toList());
    }

    /** How many complex numbers a stored polarization has, of {@code bins} that a whole one has. */
    public int columns(int bins) {
        return basis().map(SvdBasis::size).orElse(bins);
    }

    /**
     * The matrix that whitens and projects at once: coefficients = h . matrix, of a heterodyned h where that is a step.
     *
     * @return V / asd, bins x size, row-major interleaved complex, 1/(strain/Hz) where there is whitening, else the
     *     basis's own V; read-only by agreement
     * @throws IllegalStateException where there is no basis
     */
    public double[] matrix() {
        double[] v = basis().orElseThrow(() -> new IllegalStateException("there is no basis")).v();
        // It is large: copied only where it is changed.
        return whitening().map(curve -> dividedRows(v, curve.asd())).orElse(v);
    }

    private static double[] dividedRows(double[] rows, double[] divisors) {
        double[] matrix = rows.clone();
        int width = matrix.length / divisors.length;
        for (int bin = 0; bin < divisors.length; bin++) {
            for (int part = bin * width; part < (bin + 1) * width; part++) {
                matrix[part] /= divisors[bin];
            }
        }
        return matrix;
    }

    /** What tells these steps from others, by the name of the part; a name only where it is there. */
    public Map<String, String> fingerprints() {
        Map<String, String> fingerprints = new LinkedHashMap<>();
        for (CompressionStep step : steps) {
            Map.Entry<String, String> fingerprint = step.fingerprint();
            fingerprints.put(fingerprint.getKey(), fingerprint.getValue());
        }
        basis().flatMap(SvdBasis::sampling).ifPresent(some -> fingerprints.put(SAMPLING, some.fingerprint()));
        return Collections.unmodifiableMap(fingerprints);
    }

    /**
     * The stored form of one polarization.
     *
     * @param strain 2 x bins, real and imaginary parts in turns, strain/Hz
     * @param row the parameters of its row
     * @return 2 x {@link #columns}
     */
    public double[] compress(double[] strain, NamedParameters row) {
        return apply(strain.clone(), row);
    }

    /** The same of an array that may be changed, and may be what is returned. */
    public double[] apply(double[] strain, NamedParameters row) {
        double[] series = strain;
        for (CompressionStep step : steps) {
            series = step.apply(series, row);
        }
        return series;
    }

    /**
     * The polarization that a stored one stands for, as dingo-gw's dataset gives it.
     *
     * @param stored 2 x {@link #columns}, real and imaginary parts in turns
     * @param row the parameters of its row
     * @return 2 x bins, strain/Hz
     */
    public double[] decompress(double[] stored, NamedParameters row) {
        return inverse(stored.clone(), row);
    }

    /** The same of an array that may be changed, and may be what is returned. */
    public double[] inverse(double[] stored, NamedParameters row) {
        double[] series = stored;
        for (CompressionStep step : steps.reversed()) {
            series = step.inverse(series, row);
        }
        return series;
    }
}
