package org.chirpmill.model;

import java.util.List;
import org.chirpmill.model.lanes.ModeSum;
import org.chirpmill.source.SourceParameters;

/** A frequency-domain waveform model in its two halves: {@link #prepare} per waveform, {@link #kernel} per bin,
 * {@link #modeSum} for many bins at once, {@link #deviceKernel} on a GPU. */
public interface WaveformModel {
    /** LALSimulation's name of the model, such as {@code IMRPhenomD}. */
    String approximant();

    /** Which spins the model can take. */
    SpinSupport spinSupport();

    /** Whether the model takes tidal deformabilities; others refuse them unless they are 0, as LALSimulation does. */
    default boolean takesTides() {
        return false;
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
     * Computes everything that does not depend on frequency.
     *
     * @param source the binary
     * @param frame reference frequency and grid
     * @param rows receives {@code layout().size()} coefficients, starting at {@code offset}
     * @param offset where the row starts
     * @throws SourceRefusedException where the model is not defined for this source
     */
    void prepare(SourceParameters source, EvaluationFrame frame, double[] rows, int offset)
        throws SourceRefusedException;

    /** The per-bin half, a static method over primitives. */
    BinKernel kernel();

    /** The per-bin half in CUDA C++: the header of that name in {@code kernels/}, and the stem of its entry points. */
    String deviceKernel();

    /** The per-bin half for SIMD lanes, many bins at once: a new one for the calling thread. */
    ModeSum modeSum();
}
