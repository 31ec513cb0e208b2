package org.chirpmill.model;

/**
 * What is so of a model whatever the source.
 *
 * @param approximant LALSimulation's name of the model, such as {@code IMRPhenomD}
 * @param spins which spins it takes
 * @param takesTides whether it takes tidal deformabilities; others refuse them unless they are 0, as LALSimulation does
 * @param highestM the largest |m| of its modes
 * @param isInterpolatedByPeers whether LALSimulation interpolates its modes by default ("multibanding")
 * @param tolerance largest difference from LALSimulation in double precision, max|dh| over the peak, where that is not
 *     noisier itself
 */
public record ModelTraits(
    String approximant, SpinSupport spins, boolean takesTides, int highestM, boolean isInterpolatedByPeers,
    double tolerance) {

    /** Of black holes, with the (2, 2) mode only, to 1e-10 of LALSimulation. */
    public static ModelTraits of(String approximant, SpinSupport spins) {
        return new ModelTraits(approximant, spins, false, 2, false, 1e-10);
    }

    /** The same of stars that tides deform. */
    public ModelTraits withTides() {
        return new ModelTraits(approximant, spins, true, highestM, isInterpolatedByPeers, tolerance);
    }

    /** The same with modes up to this |m|. */
    public ModelTraits withModesTo(int m) {
        return new ModelTraits(approximant, spins, takesTides, m, isInterpolatedByPeers, tolerance);
    }

    /** The same of a model whose modes LALSimulation interpolates by default. */
    public ModelTraits interpolatedByPeers() {
        return new ModelTraits(approximant, spins, takesTides, highestM, true, tolerance);
    }

    /** The same of a model of which LALSimulation is only so exact. */
    public ModelTraits within(double largestDifference) {
        return new ModelTraits(approximant, spins, takesTides, highestM, isInterpolatedByPeers, largestDifference);
    }

    /** Whether spins may lie in any direction. */
    public boolean isPrecessing() {
        return spins == SpinSupport.PRECESSING;
    }
}
