package org.chirpmill.compression;

import java.util.Optional;
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
    /** Of what is lost of more waveforms the leading vectors are hardly others. */
    private static final int SAMPLING_WAVEFORMS = 10_000;

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
     * How the vectors are found that lie beside the basis in the space that bins are sampled for: as a basis of what
     * the basis loses of the first {@value #SAMPLING_WAVEFORMS} waveforms; empty where sampling leaves out too little.
     */
    public Optional<TrainingPlan> sampling() {
        long some = Math.min(polarizations, 2L * SAMPLING_WAVEFORMS);
        int vectors = (int) Math.min(Math.min(activeBins, some), BinSampler.spaceSize(size));
        return vectors > size && BinSampler.isWorthwhile(vectors, activeBins)
            ? Optional.of(new TrainingPlan(activeBins, some, vectors - size)) : Optional.empty();
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

    /** What choosing bins holds at once beside the evaluation's batches: off-heap bytes. */
    public long samplingBytes() {
        return sampling().map(lost -> {
            // The vectors of the basis, their coefficients of a block, and the block of what is lost.
            int block = WhitenedBlocks.width(activeBins, lost.polarizations);
            long beside = ComplexMatrix.COMPLEX_BYTES
                * ((long) size * (activeBins + WhitenedBlocks.BLOCK) + (long) activeBins * block);
            // Those that were found, the space, its values as LAPACK's pivoting takes them, and random combinations.
            long after = ComplexMatrix.COMPLEX_BYTES * activeBins
                * (2L * lost.size() + size + 2L * (size + lost.size()) + BinSampler.COMBINATIONS);
            return Math.max(beside + lost.memoryBytes(0), after);
        }).orElse(0L);
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

    /** The same with those that bins are chosen by. */
    public long waveformsReadWithSampling() {
        return waveformsRead() + sampling().map(TrainingPlan::waveformsRead).orElse(0L);
    }
}
