package org.chirpmill.dataset;

/**
 * The values that one parameter takes in a dataset.
 *
 * @param name of the parameter
 * @param minimum smallest value, NaN where all are NaN
 * @param maximum largest value, NaN where all are NaN
 */
public record ParameterRange(String name, double minimum, double maximum) {}
