package org.chirpmill.model.phenomx;

import java.util.Arrays;
import java.util.List;
import org.chirpmill.model.lanes.Lanes;

/**
 * The fits of one binary, or of several in lanes side by side: each table is evaluated as a whole when the first of its
 * fits is asked for, and kept. Belongs to these binaries, and with them to one thread.
 */
final class FittedValues {
    /** The binaries in the lanes; none where there is but one, which asks for itself. */
    private final List<AlignedBinary> company;
    private final int lanes;
    private FitSheet[] sheets = new FitSheet[4];
    /** By sheet, then by fit and lane. */
    private double[][] values = new double[4][];
    private int known;
    /** The sheet that was last asked, since the next question is mostly for it. */
    private FitSheet latest;
    private double[] latestValues;

    private FittedValues(List<AlignedBinary> company, int lanes) {
        this.company = company;
        this.lanes = lanes;
    }

    /** Those of one binary. */
    static FittedValues ofOne() {
        return new FittedValues(List.of(), 1);
    }

    /** Those of binaries in lanes, where the JVM has these; read when a fit is asked for. */
    static FittedValues of(List<AlignedBinary> company) {
        return new FittedValues(company, Lanes.COUNT);
    }

    /** The value of a fit, by its place in a sheet, for a binary that this belongs to. */
    double of(FitSheet sheet, int fit, AlignedBinary binary) {
        int at = fit * lanes + binary.lane();
        if (sheet != latest) {
            latestValues = known(sheet, binary);
            latest = sheet;
        }
        return latestValues[at];
    }

    private double[] known(FitSheet sheet, AlignedBinary binary) {
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
        values[known] = company.isEmpty() ? sheet.at(binary) : FitSheetLanes.at(sheet, company);
        return values[known++];
    }
}
