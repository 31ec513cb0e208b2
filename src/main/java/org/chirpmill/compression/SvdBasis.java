package org.chirpmill.compression;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.chirpmill.hdf5.Hdf5Group;
import org.chirpmill.hdf5.read.StoredGroup;
import org.chirpmill.rows.NamedParameters;

/**
 * Singular vectors that waveforms are projected on: A = U diag(s) V^H, where each row of A is one polarization of one
 * waveform. Coefficients are h . V and waveforms coefficients . V^H, as in dingo-gw.
 */
public final class SvdBasis implements CompressionStep {
    private final int bins;
    private final int size;
    private final double[] v;
    private final double[] singularValues;
    private final Optional<Mismatches> mismatches;
    private final Optional<SampledBins> sampling;

    /**
     * A basis that owns its arrays.
     *
     * @param bins of a waveform
     * @param v bins x size row-major interleaved complex
     * @param singularValues one a vector, falling
     * @param mismatches where they were measured
     */
    public SvdBasis(int bins, double[] v, double[] singularValues, Optional<Mismatches> mismatches) {
        this(bins, v, singularValues, mismatches, Optional.empty());
    }

    private SvdBasis(int bins, double[] v, double[] singularValues, Optional<Mismatches> mismatches,
            Optional<SampledBins> sampling) {
        this.bins = bins;
        this.size = singularValues.length;
        this.v = v;
        this.singularValues = singularValues;
        this.mismatches = Objects.requireNonNull(mismatches);
        this.sampling = sampling;
        if (v.length != 2L * bins * size) {
            throw new IllegalArgumentException(v.length + " numbers are no " + bins + " x " + size + " vectors");
        }
        if (sampling.filter(some -> some.size() != size).isPresent()) {
            throw new IllegalArgumentException("the sampled bins are those of another basis");
        }
    }

    /**
     * Reads the basis of a file: dingo-gw's own for a basis, or {@code /svd} of a dataset.
     *
     * @throws org.chirpmill.hdf5.UnusableFileException where there is none, or none that is of use
     */
    public static SvdBasis read(Path file) throws IOException {
        return BasisCheck.usable(SvdBasisFile.read(file), file.toString());
    }

    /**
     * Reads the basis of a dataset.
     *
     * @param root of the dataset, which has the group {@code /svd}
     * @throws org.chirpmill.hdf5.UnusableFileException where it is no basis
     */
    public static SvdBasis load(StoredGroup root) throws IOException {
        return BasisCheck.usable(SvdBasisFile.ofDataset(root), root.file().toString());
    }

    /** Writes a file that dingo-gw's {@code SVDBasis} loads; it takes its name when it is complete. */
    public void write(Path file) throws IOException {
        SvdBasisFile.write(this, file);
    }

    /**
     * The same into a file that must not exist and is under its name at once, for one whose name is the caller's alone
     * until something else says that the file is complete.
     */
    public void create(Path file) throws IOException {
        SvdBasisFile.create(this, file);
    }

    /**
     * Stores mismatches in a file that holds a basis, beside it, where dingo-gw has them and in place of those that are
     * there. The file is replaced as a whole when the new one is complete, for which there must be room beside it; the
     * rest of it stays as it is.
     */
    public static void writeMismatches(Path file, Mismatches measured) throws IOException {
        SvdBasisFile.replaceMismatches(file, measured);
    }

    /**
     * Adds the basis to a dataset.
     *
     * @param group receives {@code V}, {@code s} and {@code mismatches}: {@code /svd}
     * @param own receives the sampled bins, if there are any: {@code /chirpmill}
     */
    public void store(Hdf5Group group, Hdf5Group own) throws IOException {
        SvdBasisFile.store(this, group);
        if (sampling.isPresent()) {
            SampledBinsFile.store(sampling.get(), own);
        }
    }

    @Override
    public String key() {
        return "svd";
    }

    @Override
    public Map.Entry<String, String> fingerprint() {
        return Map.entry(Compression.BASIS, Fingerprint.of(v));
    }

    @Override
    public double[] apply(double[] series, NamedParameters row) {
        return compress(series);
    }

    @Override
    public double[] inverse(double[] stored, NamedParameters row) {
        return decompress(stored);
    }

    @Override
    public int bins() {
        return bins;
    }

    /** How many vectors there are. */
    public int size() {
        return size;
    }

    /** V, bins x size, row-major, real and imaginary parts in turns. Read-only by agreement. */
    public double[] v() {
        return v;
    }

    /** The singular value of each vector, falling. Read-only by agreement. */
    public double[] singularValues() {
        return singularValues;
    }

    /** The mismatches of waveforms that the basis was not trained on, where they were measured. */
    public Optional<Mismatches> mismatches() {
        return mismatches;
    }

    /** The same with other mismatches. */
    public SvdBasis with(Mismatches measured) {
        return new SvdBasis(bins, v, singularValues, Optional.of(measured), sampling);
    }

    /** A few bins that tell coefficients, where they were chosen. */
    public Optional<SampledBins> sampling() {
        return sampling;
    }

    /** The same with other sampled bins, or none. */
    public SvdBasis with(Optional<SampledBins> other) {
        return new SvdBasis(bins, v, singularValues, mismatches, other);
    }

    /** The conjugate of V as columns: a column of waveforms d has the coefficients (V*)^H d, and is V* of these. */
    ComplexMatrix conjugateVectors(LinearAlgebra algebra, int firstBin) {
        ComplexMatrix vectors = algebra.zeros(bins - firstBin, size);
        for (int k = 0; k < size; k++) {
            for (int bin = firstBin; bin < bins; bin++) {
                int at = 2 * (bin * size + k);
                vectors.set(bin - firstBin, k, v[at], -v[at + 1]);
            }
        }
        return vectors;
    }

    /**
     * The basis of the first vectors alone.
     *
     * @param vectors how many, at most {@link #size}
     */
    public SvdBasis truncated(int vectors) {
        Objects.checkFromToIndex(1, vectors, size);
        double[] kept = new double[2 * bins * vectors];
        for (int bin = 0; bin < bins; bin++) {
            System.arraycopy(v, 2 * bin * size, kept, 2 * bin * vectors, 2 * vectors);
        }
        return new SvdBasis(bins, kept, Arrays.copyOf(singularValues, vectors),
            mismatches.map(measured -> measured.upTo(vectors)), sampling.map(some -> some.truncated(vectors)));
    }

    /**
     * Coefficients of one waveform.
     *
     * @param series 2 x bins, real and imaginary parts in turns
     * @return series . V, 2 x size
     */
    public double[] compress(double[] series) {
        double[] coefficients = new double[2 * size];
        for (int bin = 0; bin < bins; bin++) {
            double re = series[2 * bin];
            double im = series[2 * bin + 1];
            int row = 2 * bin * size;
            for (int k = 0; k < 2 * size; k += 2) {
                coefficients[k] += re * v[row + k] - im * v[row + k + 1];
                coefficients[k + 1] += re * v[row + k + 1] + im * v[row + k];
            }
        }
        return coefficients;
    }

    /**
     * The waveform of coefficients.
     *
     * @param coefficients 2 x size, real and imaginary parts in turns
     * @return coefficients . V^H, 2 x bins
     */
    public double[] decompress(double[] coefficients) {
        double[] series = new double[2 * bins];
        for (int bin = 0; bin < bins; bin++) {
            int row = 2 * bin * size;
            double re = 0;
            double im = 0;
            for (int k = 0; k < 2 * size; k += 2) {
                re += coefficients[k] * v[row + k] + coefficients[k + 1] * v[row + k + 1];
                im += coefficients[k + 1] * v[row + k] - coefficients[k] * v[row + k + 1];
            }
            series[2 * bin] = re;
            series[2 * bin + 1] = im;
        }
        return series;
    }
}
