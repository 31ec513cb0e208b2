package org.chirpmill.model.phenomx;

import java.util.Arrays;

/**
 * The fits of one binary: each table is evaluated as a whole when the first of its fits is asked for, and kept. Belongs
 * to one binary, and with it to one thread.
 */
final class FittedValues {
    private FitSheet[] sheets = new FitSheet[4];
    private double[][] values = new double[4][];
    private int known;

    /** The values of all fits of a sheet for the binary that this belongs to. */
    double[] of(FitSheet sheet, AlignedBinary binary) {
        for (int i = 0; i < known; i++) {
            if (sheets[i] == sheet) {
                return values[i];
            }
        }
        return evaluate(sheet, binary);
    }

    private double[] evaluate(FitSheet sheet, AlignedBinary binary) {
        if (known == sheets.length) {
            sheets = Arrays.copyOf(sheets, 2 * known);
            values = Arrays.copyOf(values, 2 * known);
        }
        sheets[known] = sheet;
        values[known] = sheet.at(binary);
        return values[known++];
    }
}
