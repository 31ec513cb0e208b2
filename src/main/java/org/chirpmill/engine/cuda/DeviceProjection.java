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

    /** Queues the projection of {@code count} polarizations of {@code bins} bins each. */
    void launch(Stream stream, long strain, int count, int bins, long coefficients) {
        stream.launch(kernel, LaunchShape.projection(count, transform.columns(), sharedBytes),
            new ProjectionArguments(strain, matrix, count, bins, transform.firstBin(), transform.endBin(),
                transform.columns(), transform.scale(), coefficients));
    }
}
