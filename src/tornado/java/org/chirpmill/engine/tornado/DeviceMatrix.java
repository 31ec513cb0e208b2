package org.chirpmill.engine.tornado;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import org.chirpmill.domain.FrequencyGrid;
import org.chirpmill.engine.MatrixTransform;
import org.chirpmill.rows.Precision;

/**
 * A transform's matrix for rows that begin with their grid's first bin, as doubles, which evaluated rows are too.
 *
 * @param elements {@code counted} x vectors interleaved complex numbers; never empty
 * @param offset the first bin of a row that counts
 * @param counted how many do
 * @param scale what sums are multiplied by
 */
record DeviceMatrix(double[] elements, int offset, int counted, double scale) {
    static DeviceMatrix of(MatrixTransform transform, FrequencyGrid grid) {
        int from = Math.clamp(transform.firstBin(), grid.firstBin(), grid.bins());
        int counted = Math.max(0, transform.endBin() - from);
        int width = 2 * transform.columns();
        // A device takes no array without elements.
        double[] elements = new double[Math.max(1, counted) * width];
        MemorySegment matrix = transform.matrix();
        long first = (long) (from - transform.firstBin()) * width;
        Arrays.setAll(elements, i -> i >= counted * width ? 0 : transform.precision() == Precision.SINGLE
            ? matrix.getAtIndex(ValueLayout.JAVA_FLOAT, first + i)
            : matrix.getAtIndex(ValueLayout.JAVA_DOUBLE, first + i));
        return new DeviceMatrix(elements, from - grid.firstBin(), counted, transform.scale());
    }
}
