package org.chirpmill.engine.vector;

import static org.chirpmill.model.lanes.Lanes.COUNT;
import static org.chirpmill.model.lanes.Lanes.SPECIES;

import jdk.incubator.vector.DoubleVector;
import org.chirpmill.model.GridTables;
import org.chirpmill.model.lanes.LaneMath;
import org.chirpmill.model.lanes.Lanes;

/** Frequencies between the bins with the same tables as the grid's, laid out as {@link GridTables} says. */
final class NodePoints {
    private final int stride;
    private final double[] tables;

    NodePoints(int capacity) {
        stride = capacity + Lanes.PADDING;
        tables = new double[GridTables.TABLES * stride];
    }

    /** How long each table is. */
    int stride() {
        return stride;
    }

    /** The tables. */
    double[] tables() {
        return tables;
    }

    /** Sets the frequency of a point, Hz. */
    void set(int point, double frequency) {
        tables[GridTables.FREQUENCY * stride + point] = frequency;
    }

    /** Computes the tables of the first {@code count} points from their frequencies. */
    void complete(int count) {
        int logs = GridTables.LOGARITHM * stride;
        int roots = GridTables.CUBE_ROOT * stride;
        // Beyond the last point frequencies are old ones, or zero: whole vectors need numbers.
        for (int point = count; point < count + COUNT; point++) {
            set(point, 1);
        }
        for (int i = 0; i < count; i += COUNT) {
            DoubleVector.fromArray(SPECIES, tables, i).intoArray(tables, logs + i);
        }
        LaneMath.log(tables, logs, logs + count, tables);
        // All other tables are products of f and f^(-1/12): one exponential in place of roots and divisions.
        for (int i = 0; i < count; i += COUNT) {
            DoubleVector.fromArray(SPECIES, tables, logs + i).mul(-1.0 / 12).intoArray(tables, roots + i);
        }
        LaneMath.exp(tables, roots, roots + count, tables);
        for (int i = 0; i < count; i += COUNT) {
            DoubleVector f = DoubleVector.fromArray(SPECIES, tables, GridTables.FREQUENCY * stride + i);
            DoubleVector twelfth = DoubleVector.fromArray(SPECIES, tables, roots + i);
            DoubleVector sixth = twelfth.mul(twelfth);
            DoubleVector third = sixth.mul(sixth);
            DoubleVector twoThirds = third.mul(third);
            f.mul(twoThirds).intoArray(tables, roots + i);
            twoThirds.mul(third).mul(sixth).intoArray(tables, GridTables.NEWTONIAN_AMPLITUDE * stride + i);
            twoThirds.mul(twoThirds).mul(third).intoArray(tables, GridTables.LEADING_PHASE * stride + i);
            f.mul(twoThirds).mul(twelfth).intoArray(tables, GridTables.FOURTH_ROOT * stride + i);
        }
    }
}
