package org.chirpmill.nd4j.example;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Linear least squares by gradient descent with momentum, a step a batch. */
final class LinearRegression {
    private static final double RATE = 0.01;
    private static final double MOMENTUM = 0.9;

    private final INDArray weights;
    private final INDArray velocity;
    private double offset;

    /** Guesses {@code offset} for every row at first. */
    LinearRegression(int features, double offset) {
        this.weights = Nd4j.zeros(DataType.FLOAT, features, 1);
        this.velocity = Nd4j.zeros(DataType.FLOAT, features, 1);
        this.offset = offset;
    }

    /** Its guess less the truth: rows x 1. */
    INDArray residuals(INDArray features, INDArray targets) {
        return features.mmul(weights).addi(offset).subi(targets);
    }

    /** Goes one step down the mean square of the residuals, and returns what that was before. */
    double learn(INDArray features, INDArray targets) {
        INDArray residuals = residuals(features, targets);
        INDArray gradient = features.transpose().mmul(residuals).muli(2.0 / residuals.length());
        velocity.muli(MOMENTUM).subi(gradient.muli(RATE));
        weights.addi(velocity);
        offset -= RATE * 2 * residuals.meanNumber().doubleValue();
        return meanSquare(residuals);
    }

    static double meanSquare(INDArray residuals) {
        return residuals.mul(residuals).meanNumber().doubleValue();
    }
}
