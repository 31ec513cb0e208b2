package org.chirpmill.nd4j.example;

import org.chirpmill.domain.FrequencyGrid;
import org.chirpmill.nd4j.LearnerBatch;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * What the example learns from: how loud a waveform is in each of some frequency bands, on a logarithmic scale, with
 * the inspiral's fall f^(-7/6) taken out. Each feature has mean 0 and deviation 1 over the rows it was scaled for.
 */
final class BandAmplitudes {
    static final int BANDS = 32;

    /** Strains are 1e-22 and less, whose squares are too small for floats. */
    private static final double STRAIN_UNIT = 1e-22;

    /** Where the logarithm ends, in that unit: a band in which the binary has merged already is silent. */
    private static final double SILENCE = 0.01;

    /** Least deviation of a feature. */
    private static final double FLAT = 1e-6;

    private final INDArray binsToBands;
    private final INDArray mean;
    private final INDArray deviation;

    /** Features of waveforms on the grid, scaled for some of them. */
    BandAmplitudes(FrequencyGrid grid, LearnerBatch typical) {
        binsToBands = means(grid);
        INDArray unscaled = logarithms(typical);
        mean = unscaled.mean(true, 0);
        deviation = unscaled.std(true, 0).addi(FLAT);
    }

    /** The matrix that takes amplitudes of bins to means over bands of equally many bins. */
    private static INDArray means(FrequencyGrid grid) {
        double[] frequencies = grid.frequencies();
        int audible = grid.bins() - grid.firstBin();
        float[][] weights = new float[grid.bins()][BANDS];
        for (int bin = grid.firstBin(); bin < grid.bins(); bin++) {
            int band = (int) ((long) (bin - grid.firstBin()) * BANDS / audible);
            double flattened = Math.pow(frequencies[bin] / frequencies[grid.firstBin()], 7.0 / 6);
            weights[bin][band] = (float) (flattened * BANDS / audible);
        }
        return Nd4j.create(weights);
    }

    /** The features: rows x bands. */
    INDArray of(LearnerBatch batch) {
        return logarithms(batch).subi(mean).divi(deviation);
    }

    private INDArray logarithms(LearnerBatch batch) {
        INDArray power = squares(batch.plus()).addi(squares(batch.cross()));
        INDArray amplitudes = Transforms.sqrt(power, false);
        return Transforms.log(amplitudes.mmul(binsToBands).addi(SILENCE), false);
    }

    /** |h|^2: rows x bins. */
    private static INDArray squares(INDArray polarization) {
        INDArray scaled = polarization.div(STRAIN_UNIT);
        return scaled.muli(scaled).sum(2).castTo(DataType.FLOAT);
    }
}
