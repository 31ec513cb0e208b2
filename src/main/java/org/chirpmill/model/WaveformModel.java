package org.chirpmill.model;

import java.util.List;
import java.util.Optional;
import org.chirpmill.domain.FrequencyGrid;
import org.chirpmill.model.lanes.ModeSum;
import org.chirpmill.source.SourceParameters;

/**
 * A frequency-domain waveform model in its two halves: {@link #open} per waveform, {@link #kernel} per bin,
 * {@link #modeSum} for many bins at once, {@link #deviceKernel} on a GPU. {@link PointwiseModel} has all but the first
 * from its modes.
 */
public interface WaveformModel {
    /** What is so of the model whatever the source. */
    ModelTraits traits();

    /** LALSimulation's name of the model, such as {@code IMRPhenomD}. */
    default String approximant() {
        return traits().approximant();
    }

    /**
     * This model with the user's choices.
     *
     * @throws UnsupportedOptionException where it leaves no such choice
     */
    default WaveformModel with(ModelOptions options) {
        options.requireQuadrupole(approximant());
        options.requireNoPrecession(approximant());
        return this;
    }

    /**
     * What is worth telling the user of a row that was prepared, such as a fallback; nothing of most rows.
     *
     * @param source the binary that the row was prepared for
     */
    default List<String> remarks(SourceParameters source, double[] rows, int offset) {
        return List.of();
    }

    /** Names and offsets of the coefficients in one row. */
    RowLayout layout();

    /**
     * Everything that does not depend on frequency, for the calling thread.
     *
     * @param frame reference frequency and grid
     */
    Preparer open(EvaluationFrame frame);

    /** The row of one waveform: see {@link Preparer#prepare}. Where there are many, {@link #open} once. */
    default void prepare(SourceParameters source, EvaluationFrame frame, double[] rows, int offset)
            throws SourceRefusedException {
        open(frame).prepare(source, rows, offset);
    }

    /** The per-bin half: where devices are to run it too, a static method over primitives. */
    BinKernel kernel();

    /** The per-bin half for SIMD lanes, many bins at once: a new one for the calling thread. */
    ModeSum modeSum();

    /** Whether {@link #modeSum} is code for lanes; else it goes point by point. */
    default boolean hasLanes() {
        return true;
    }

    /** Whether a bin's value depends on its number on a grid, so that some of its bins alone are not what they were. */
    default boolean countsBins(FrequencyGrid grid) {
        return false;
    }

    /**
     * The per-bin half in CUDA C++: the header of that name in {@code kernels/}, and the stem of its entry points;
     * empty where no device runs the model.
     */
    default Optional<String> deviceKernel() {
        return Optional.empty();
    }
}
