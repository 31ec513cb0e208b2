package org.chirpmill.compression;

import java.util.OptionalInt;
import org.chirpmill.domain.FrequencyGrid;
import org.chirpmill.settings.SettingsException;

/**
 * How a basis is made from so many polarizations.
 *
 * <p>Few of them, or few bins, are decomposed as they are ({@link #isDirect}). Otherwise the vectors come from a block
 * Krylov space: with M the active bins x polarizations, Q the leading left vectors of the first {@link #head} columns,
 * and Z = M (M^H Q), it is what [Q, Z] spans, twice {@link #width} dimensions; the singular values and vectors of M
 * within it are the basis. Polarizations are read twice and a few of them thrice.
 *
 * <p>Operations, real ones: 16 x bins x width a polarization for Z, and as many for the projection on [Q, Z]. For 200
 * vectors, 8033 active bins and 100,000 polarizations that is 5.1e12, beside 2.6e13 for the correlations of all bins.
 * Merging one block of 512 rows after another into 250 kept vectors takes 6e12 too, and loses some of the last ones.
 *
 * @param activeBins that are not always zero
 * @param polarizations two for each training waveform
 * @param size singular vectors to find
 */
public record TrainingPlan(int activeBins, long polarizations, int size) {
    /** So many rows or columns, LAPACK's own decomposition takes seconds. */
    private static final int DIRECT = 1024;
    private static final int LEAST_SPARE = 100;

    /**
     * Refuses a basis of more vectors than there are.
     *
     * @param size 0 for all
     */
    public static TrainingPlan of(FrequencyGrid grid, long waveforms, long size) {
        return of(grid.bins() - grid.firstBin(), waveforms, size);
    }

    /** The same for so many bins that are not always zero. */
    static TrainingPlan of(int activeBins, long waveforms, long size) {
        long most = Math.min(activeBins, 2 * waveforms);
        if (size > most) {
            throw new SettingsException("compression.svd.size is " + size + " but " + waveforms
                + " training waveforms of " + activeBins + " bins give at most " + most + " singular vectors: ask for "
                + (most < activeBins ? "fewer or train on more." : "fewer."));
        }
        return new TrainingPlan(activeBins, 2 * waveforms, Math.toIntExact(size == 0 ? most : size));
    }

    /** Whether all polarizations are decomposed as they are. */
    boolean isDirect() {
        return Math.min(activeBins, polarizations) <= Math.max(DIRECT, 2L * width());
    }

    /** Columns that a direct decomposition has room for. */
    int directRoom() {
        return Math.toIntExact(Math.min(polarizations, (long) activeBins + 4 * WhitenedBlocks.BLOCK));
    }

    /**
     * Columns of Q. Where singular values fall by a tenth every 50, as those of whitened waveforms of IMRPhenomXPHM do,
     * this leaves them right to 1e-5 at worst.
     */
    int width() {
        return Math.max(size, size / 2 + LEAST_SPARE);
    }

    /**
     * Of how many vectors the sampled bins of the basis are chosen, of which the basis is the first; empty where
     * sampling leaves out too little. A few of them may lie beside the space that is searched.
     */
    public OptionalInt sampledVectors() {
        int vectors = (int) Math.min(Math.min(activeBins, polarizations), BinSampler.spaceSize(size));
        return vectors > size && BinSampler.isWorthwhile(vectors, activeBins)
            ? OptionalInt.of(vectors) : OptionalInt.empty();
    }

    /** Polarizations that Q comes from, an even number: enough to know some of every leading vector. */
    int head() {
        return Math.toIntExact(Math.min(polarizations, 2L * ((3L * width() + 1) / 2)));
    }

    /**
     * What training, and measuring on {@code validation} waveforms, hold at once beside the evaluation's batches:
     * off-heap bytes.
     */
    public long memoryBytes(long validation) {
        long training = ComplexMatrix.COMPLEX_BYTES * (isDirect() ? decomposed(directRoom()) : krylov());
        return Math.max(training, validation == 0 ? 0 : MismatchMeasure.memoryBytes(activeBins, size, validation));
    }

    /**
     * What choosing bins for {@link #sampledVectors} holds at once after the last pass: off-heap bytes. Of a direct
     * decomposition that is less than the decomposition itself takes.
     */
    public long samplingBytes() {
        if (isDirect() || sampledVectors().isEmpty()) {
            return 0;
        }
        long vectors = sampledVectors().getAsInt();
        long beside = Math.max(0, vectors - 2L * width());
        // The space with what lies beside it, the vectors, their values as LAPACK's pivoting takes them, and a sketch.
        return ComplexMatrix.COMPLEX_BYTES * activeBins
            * (2L * width() + beside + 2 * vectors + BinSampler.SKETCHES);
    }

    /**
     * Numbers that decomposing so many columns holds: them, with the blocks that they come in or, when these are gone,
     * the copy in which LAPACK works, and the other side.
     */
    private long decomposed(long columns) {
        long smaller = Math.min(activeBins, columns);
        long whole = activeBins * columns;
        return whole + Math.max(blocks(), whole + smaller * smaller) + smaller * smaller;
    }

    /** Numbers that a block Krylov space holds: the head, then its leading vectors beside it, then without it. */
    private long krylov() {
        long space = 2L * width() * activeBins;
        long beside = space + Math.max((long) activeBins * head(), Math.max(blocks(), (long) activeBins * size));
        return Math.max(decomposed(head()), beside);
    }

    /** Numbers of the blocks that polarizations come in. */
    private long blocks() {
        return 2L * WhitenedBlocks.width(activeBins, polarizations) * activeBins;
    }

    /** Bytes of the basis where it is kept as numbers in double precision. */
    public long basisBytes(int bins) {
        return ComplexMatrix.COMPLEX_BYTES * (long) bins * size;
    }

    /** How many waveforms are evaluated in all. */
    public long waveformsRead() {
        return (isDirect() ? polarizations : head() + 2 * polarizations) / 2;
    }
}
