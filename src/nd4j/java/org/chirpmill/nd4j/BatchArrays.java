package org.chirpmill.nd4j;

import java.lang.foreign.MemorySegment;
import org.chirpmill.rows.Batch;
import org.chirpmill.rows.Precision;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Copies batches into ND4J arrays: a batch is filled again as soon as its sink returns. */
public final class BatchArrays {
    private BatchArrays() {}

    /** The rows of a batch, at least one, in arrays that stay when the batch is reused. */
    public static LearnerBatch of(Batch batch) {
        LearnerBatch arrays = allocate(batch.count(), batch.parameterCount(), batch.bins(), batch.precision());
        memory(arrays.parameters()).copyFrom(batch.parameters());
        memory(arrays.plus()).copyFrom(batch.plus());
        memory(arrays.cross()).copyFrom(batch.cross());
        return arrays;
    }

    /** Arrays with anything in them. */
    static LearnerBatch allocate(int rows, int parameters, int bins, Precision precision) {
        DataType type = switch (precision) {
            case SINGLE -> DataType.FLOAT;
            case DOUBLE -> DataType.DOUBLE;
        };
        return new LearnerBatch(
            Nd4j.createUninitialized(DataType.DOUBLE, new long[] {rows, parameters}, 'c'),
            Nd4j.createUninitialized(type, new long[] {rows, bins, 2}, 'c'),
            Nd4j.createUninitialized(type, new long[] {rows, bins, 2}, 'c'));
    }

    /** Where a new array of {@link #allocate} has its elements, row-major; valid as long as the array is. */
    static MemorySegment memory(INDArray array) {
        return MemorySegment.ofAddress(array.data().address())
            .reinterpret(array.length() * array.dataType().width());
    }
}
