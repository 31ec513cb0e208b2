package org.chirpmill.engine.cuda;

import org.chirpmill.engine.MatrixTransform;

/**
 * A projection behind the evaluation, on the same stream.
 *
 * @param kernel who multiplies
 * @param sharedBytes dynamic shared memory a block, bytes
 * @param transform what is multiplied
 * @param matrix address of its matrix
 */
record DeviceProjection(Image.Kernel kernel, int sharedBytes, MatrixTransform transform, long matrix) {
    /** The stem of the kernels' names and of their image. */
    static final String STEM = "project";

    /** The layout of a launch over {@code count} polarizations. */
    LaunchShape shape(int count) {
        return LaunchShape.projection(count, transform.columns(), sharedBytes);
    }

    /** Queues the projection of {@code count} polarizations of {@code bins} bins each. */
    void launch(Stream stream, long strain, int count, int bins, long coefficients) {
        stream.launch(kernel, shape(count),
            new ProjectionArguments(strain, matrix, count, bins, transform.firstBin(), transform.endBin(),
                transform.columns(), transform.scale(), coefficients));
    }
}
