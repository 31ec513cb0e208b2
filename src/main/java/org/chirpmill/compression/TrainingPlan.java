package org.chirpmill.compression;

import java.util.OptionalInt;
import org.chirpmill.domain.FrequencyGrid;
import org.chirpmill.settings.SettingsException;

/**
 * How a basis is made from so many polarizations.
 *
 * <p>Few of them, or few bins, are decomposed as they are ({@link #isDirect}). Otherwise the vectors come from a space
 * of {@link #searched} dimensions or some more ({@link SpaceSearch}): it is found from the first {@link #head}
 * polarizations, and the others are evaluated once, at a few bins. A few of them are then read whole, twice.
 *
 * <p>Operations, real ones, for 200 vectors, 8033 active bins and 100,000 polarizations: 1.9e11 for the first space,
 * 2.7e11 for the products at 666 bins, 3.5e11 for the triangular factor of 500 rows, and 9e7 for each polarization that
 * is read whole.
 *
 * @param activeBins that are not always zero
 * @param polarizations two for each training waveform
 * @param size singular vectors to find
 */
public record TrainingPlan(int activeBins, long polarizations, int size) {
    /** So many rows or columns, LAPACK's own decomposition takes seconds. */
    private static final int DIRECT = 1024;
    private static final int LEAST_SPARE = 100;
    private static final int HEAD_SHARE = 12;
    private static final int FACTOR_SHARE = 3;
    /** Columns that LAPACK's pivoting works on at once, in memory of its own. */
    private static final int PIVOTING_PANEL = 32;

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
        return Math.min(activeBins, polarizations) <= Math.max(DIRECT, searched())
            || !BinSampler.isWorthwhile(searched(), activeBins);
    }

    /** Columns that a direct decomposition has room for. */
    int directRoom() {
        return Math.toIntExact(Math.min(polarizations, (long) activeBins + 4 * WhitenedBlocks.BLOCK));
    }

    /** Dimensions that are searched for vectors: enough for those of the sampled bins, and more than the basis has. */
    int searched() {
        return Math.max(BinSampler.spaceSize(size, activeBins), 2 * width() + size / 2);
    }

    /** By how many dimensions waveforms enlarge that space which it does not hold. */
    int width() {
        return Math.max(size, size / 2 + LEAST_SPARE);
    }

    /**
     * Of how many vectors the sampled bins of the basis are chosen, of which the basis is the first; empty where
     * sampling leaves out too little.
     */
    public OptionalInt sampledVectors() {
        int vectors = (int) Math.min(Math.min(activeBins, polarizations), BinSampler.spaceSize(size, activeBins));
        return vectors > size && BinSampler.isWorthwhile(vectors, activeBins)
            ? OptionalInt.of(vectors) : OptionalInt.empty();
    }

    /** Polarizations that the searched space comes from first, an even number: some for each of its dimensions. */
    int head() {
        return Math.toIntExact(Math.min(polarizations, HEAD_SHARE * (long) searched() / 2 * 2));
    }

    /** Polarizations that tell how well that space holds others: as many again, and itself. */
    int trial() {
        return Math.toIntExact(Math.min(polarizations, 2L * head()));
    }

    /** Columns that a triangular factor of so many rows is made of at once. */
    int factorRoom(int dimensions) {
        return FACTOR_SHARE * dimensions + WhitenedBlocks.BLOCK;
    }

    /**
     * What training, and measuring on {@code validation} waveforms, hold at once beside the evaluation's batches:
     * off-heap bytes.
     */
    public long memoryBytes(long validation) {
        long training = ComplexMatrix.COMPLEX_BYTES * (isDirect() ? decomposed(directRoom()) : searching(size));
        return Math.max(training, validation == 0 ? 0 : MismatchMeasure.memoryBytes(activeBins, size, validation));
    }

    /** What it takes to choose bins for {@link #sampledVectors} besides, at once: off-heap bytes. */
    public long samplingBytes() {
        if (sampledVectors().isEmpty()) {
            return 0;
        }
        int vectors = sampledVectors().getAsInt();
        // The vectors, their values as LAPACK's pivoting takes them, sketches and those of the basis.
        long choosing = (long) activeBins * (2L * vectors + PIVOTING_PANEL + BinSampler.COMBINATIONS + size);
        return ComplexMatrix.COMPLEX_BYTES * (isDirect() ? (long) activeBins * directRoom() + choosing
            : Math.max(searching(vectors), choosing));
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

    /** Numbers that a search holds: the space, with blocks, its values for pivoting, or the vectors that are kept. */
    private long searching(int vectors) {
        long inBins = (long) activeBins * (searched() + width()
            + Math.max(2 * WhitenedBlocks.width(activeBins, polarizations),
                Math.max(searched() + PIVOTING_PANEL, vectors)));
        long dimensions = searched() + width();
        return inBins + dimensions * (3L * factorRoom((int) dimensions) + 3 * dimensions + 2L * WhitenedBlocks.BLOCK);
    }

    /** Numbers of the blocks that polarizations come in. */
    private long blocks() {
        return 2L * WhitenedBlocks.width(activeBins, polarizations) * activeBins;
    }

    /** Bytes of the basis where it is kept as numbers in double precision. */
    public long basisBytes(int bins) {
        return ComplexMatrix.COMPLEX_BYTES * (long) bins * size;
    }

    /** How many waveforms are evaluated in all, but for those that the first space does not hold. */
    public long waveformsRead() {
        return (isDirect() ? polarizations : head() + trial() + polarizations) / 2;
    }
}
