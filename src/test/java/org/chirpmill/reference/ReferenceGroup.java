package org.chirpmill.reference;

import java.util.List;
import java.util.NoSuchElementException;
import org.chirpmill.source.SourceParameters;

/**
 * One set of sources and their waveforms.
 *
 * @param name the group's name: production, wide, edge, bns, or exact on the uniform grid
 * @param parameterNames names of the columns of {@code parameters}
 * @param parameters rows x columns: what a user gives, and except on the uniform grid what LALSimulation was given
 * @param plus h_plus, rows x 2 bins, real and imaginary parts in turns, strain/Hz; NaN where the row was refused
 * @param cross h_cross, in the same layout
 * @param lalNoisePeak largest change of LALSimulation's answer, relative to the peak, when an input moves by one ulp
 * @param lalNoiseLoss the same change as 1 - overlap
 * @param lalSpreadPeak largest change of it when LALSimulation's numerical settings move, 0 where that is not known
 * @param lalSpreadLoss the same change as 1 - overlap
 */
public record ReferenceGroup(
    String name,
    List<String> parameterNames,
    double[][] parameters,
    double[][] plus,
    double[][] cross,
    double[] lalNoisePeak,
    double[] lalNoiseLoss,
    double[] lalSpreadPeak,
    double[] lalSpreadLoss) {

    /** How many sources the group holds. */
    public int rows() {
        return parameters.length;
    }

    /** Whether LALSimulation gave a waveform for this row. */
    public boolean hasWaveform(int row) {
        return !Double.isNaN(plus[row][0]);
    }

    /** The value of a parameter in a row. */
    public double parameter(int row, String parameter) {
        int column = parameterNames.indexOf(parameter);
        if (column < 0) {
            throw new NoSuchElementException("no parameter '" + parameter + "' among " + parameterNames);
        }
        return parameters[row][column];
    }

    /**
     * The source as LALSimulation was given it. Files that hold no iota and Cartesian spins have aligned rows only, for
     * which both follow from the angles without a rotation.
     */
    public SourceParameters source(int row) {
        boolean hasCartesianSpins = parameterNames.contains("iota");
        return new SourceParameters(
            parameter(row, "mass_1"),
            parameter(row, "mass_2"),
            hasCartesianSpins ? parameter(row, "spin_1x") : 0,
            hasCartesianSpins ? parameter(row, "spin_1y") : 0,
            hasCartesianSpins ? parameter(row, "spin_1z") : alignedSpin(row, "a_1", "tilt_1"),
            hasCartesianSpins ? parameter(row, "spin_2x") : 0,
            hasCartesianSpins ? parameter(row, "spin_2y") : 0,
            hasCartesianSpins ? parameter(row, "spin_2z") : alignedSpin(row, "a_2", "tilt_2"),
            parameter(row, hasCartesianSpins ? "iota" : "theta_jn"),
            parameter(row, "phase"),
            parameter(row, "luminosity_distance"),
            parameter(row, "lambda_1"),
            parameter(row, "lambda_2"));
    }

    private double alignedSpin(int row, String magnitude, String tilt) {
        double angle = parameter(row, tilt);
        if (angle != 0 && angle != Math.PI) {
            throw new IllegalStateException("row " + row + " of " + name + " precesses: " + tilt + " is " + angle);
        }
        return angle == 0 ? parameter(row, magnitude) : -parameter(row, magnitude);
    }
}
