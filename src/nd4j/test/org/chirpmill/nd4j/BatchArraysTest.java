package org.chirpmill.nd4j;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.Arena;
import org.chirpmill.rows.Batch;
import org.chirpmill.rows.Precision;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

class BatchArraysTest {
    private static final int FIRST = 40;
    private static final int ROWS = 4;

    @ParameterizedTest
    @EnumSource
    void everyNumberOfABatchIsAtItsPlaceToTheBit(Precision precision) {
        try (Arena arena = Arena.ofConfined();
                LearnerBatch arrays = BatchArrays.of(SampleBatch.of(arena, precision, FIRST, ROWS))) {
            assertEquals(ROWS, arrays.rows());
            assertEquals(SampleBatch.BINS, arrays.bins());
            assertArrayEquals(new long[] {ROWS, SampleBatch.PARAMETERS}, arrays.parameters().shape());
            assertArrayEquals(new long[] {ROWS, SampleBatch.BINS, 2}, arrays.plus().shape());
            assertArrayEquals(new long[] {ROWS, SampleBatch.BINS, 2}, arrays.cross().shape());
            for (int row = 0; row < ROWS; row++) {
                for (int column = 0; column < SampleBatch.PARAMETERS; column++) {
                    assertEquals(SampleBatch.parameter(FIRST + row, column),
                        arrays.parameters().getDouble(row, column), "row " + row + ", column " + column);
                }
                for (int bin = 0; bin < SampleBatch.BINS; bin++) {
                    for (int part = 0; part < 2; part++) {
                        double value = SampleBatch.plus(FIRST + row, bin, part);
                        String place = "row " + row + ", bin " + bin + ", part " + part;
                        assertEquals(rounded(precision, value), arrays.plus().getDouble(row, bin, part), place);
                        assertEquals(rounded(precision, -value / 2), arrays.cross().getDouble(row, bin, part), place);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void polarizationsKeepTheirPrecisionAndParametersAreDoubles(Precision precision) {
        try (Arena arena = Arena.ofConfined();
                LearnerBatch arrays = BatchArrays.of(SampleBatch.of(arena, precision, 0, 1))) {
            DataType expected = precision == Precision.SINGLE ? DataType.FLOAT : DataType.DOUBLE;
            assertEquals(expected, arrays.plus().dataType());
            assertEquals(expected, arrays.cross().dataType());
            assertEquals(DataType.DOUBLE, arrays.parameters().dataType());
        }
    }

    @ParameterizedTest
    @EnumSource
    void arraysStayWhenTheBatchIsFilledAgainAndFreed(Precision precision) {
        LearnerBatch arrays;
        double[] plus;
        double[] parameters;
        try (Arena arena = Arena.ofConfined()) {
            Batch batch = SampleBatch.of(arena, precision, FIRST, ROWS);
            arrays = BatchArrays.of(batch);
            plus = numbers(arrays.plus());
            parameters = numbers(arrays.parameters());
            batch.plus().fill((byte) 1);
            batch.parameters().fill((byte) 1);
        }
        try (arrays) {
            assertArrayEquals(plus, numbers(arrays.plus()));
            assertArrayEquals(parameters, numbers(arrays.parameters()));
        }
        assertTrue(arrays.plus().wasClosed() && arrays.cross().wasClosed() && arrays.parameters().wasClosed());
    }

    private static double[] numbers(INDArray array) {
        return array.reshape(array.length()).toDoubleVector();
    }

    private static double rounded(Precision precision, double value) {
        return precision == Precision.SINGLE ? (float) value : value;
    }
}
