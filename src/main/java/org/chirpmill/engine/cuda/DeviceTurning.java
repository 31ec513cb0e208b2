package org.chirpmill.engine.cuda;

import org.chirpmill.engine.RowTurning;

/**
 * The turning of rows between evaluation and projection, on the same stream.
 *
 * @param kernel who turns
 * @param turning by what
 * @param powers address of its tables
 */
record DeviceTurning(Image.Kernel kernel, RowTurning turning, long powers) {
    /** The stem of the kernels' names and of their image. */
    static final String STEM = "turn";
    /** What the turning wants to know of a row: two doubles. */
    static final long ROW_BYTES = 2 * Double.BYTES;

    /** Queues the turning of {@code count} rows of {@code bins} bins each. */
    void launch(Stream stream, Workspace workspace, int count, int bins) {
        stream.launch(kernel, LaunchShape.exact(bins, count, 0), new TurningArguments(workspace.plus(),
            workspace.cross(), workspace.chirps(), powers, count, bins, turning.firstBin()));
    }
}
