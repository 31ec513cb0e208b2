package org.chirpmill.model;

/**
 * What the {@link GridTables} say of one bin.
 *
 * @param frequency f, Hz
 * @param cubeRoot f^(1/3)
 * @param fourthRoot f^(1/4)
 * @param leadingPhase f^(-5/3)
 * @param logarithm natural logarithm of f in Hz
 */
public record GridPoint(
        double frequency, double cubeRoot, double fourthRoot, double leadingPhase, double logarithm) {
    static GridPoint of(double[] tables, int bins, int bin) {
        return new GridPoint(tables[GridTables.FREQUENCY * bins + bin], tables[GridTables.CUBE_ROOT * bins + bin],
            tables[GridTables.FOURTH_ROOT * bins + bin], tables[GridTables.LEADING_PHASE * bins + bin],
            tables[GridTables.LOGARITHM * bins + bin]);
    }
}
