package org.chirpmill.model;

import org.chirpmill.model.lanes.ModeSum;

/**
 * A model that says no more than its modes, point by point. Every backend for CPUs runs it; code of its own for lanes
 * ({@link #modeSum}) or for devices ({@link #deviceKernel}) makes it faster and may come later.
 */
public interface PointwiseModel extends WaveformModel {
    /** The modes. */
    ModeKernel modes();

    @Override
    default BinKernel kernel() {
        return new PointwiseBins(modes());
    }

    @Override
    default ModeSum modeSum() {
        return new PointwiseSum(modes());
    }

    @Override
    default boolean hasLanes() {
        return false;
    }
}
