package org.chirpmill.model;

/**
 * What is so of a model whatever the source.
 *
 * @param approximant LALSimulation's name of the model, such as {@code IMRPhenomD}
 * @param spins which spins it takes
 * @param bodies which bodies it describes
 * @param highestM the largest |m| of its modes
 * @param isInterpolatedByPeers whether LALSimulation interpolates its modes by default ("multibanding")
 * @param tolerance largest difference from LALSimulation in double precision, max|dh| over the peak, where that is not
 *     noisier itself
 */
public record ModelTraits(
    String approximant, SpinSupport spins, Bodies bodies, int highestM, boolean isInterpolatedByPeers,
    double tolerance) {

    /** Of black holes, with the (2, 2) mode only, to 1e-10 of LALSimulation. */
    public static ModelTraits of(String approximant, SpinSupport spins) {
        return new ModelTraits(approximant, spins, Bodies.BLACK_HOLES, 2, false, 1e-10);
    }

    /** The same of other bodies. */
    public ModelTraits describing(Bodies others) {
        return new ModelTraits(approximant, spins, others, highestM, isInterpolatedByPeers, tolerance);
    }

    /** The same with modes up to this |m|. */
    public ModelTraits withModesTo(int m) {
        return new ModelTraits(approximant, spins, bodies, m, isInterpolatedByPeers, tolerance);
    }

    /** The same of a model whose modes LALSimulation interpolates by default. */
    public ModelTraits interpolatedByPeers() {
        return new ModelTraits(approximant, spins, bodies, highestM, true, tolerance);
    }

    /** The same of a model of which LALSimulation is only so exact. */
    public ModelTraits within(double largestDifference) {
        return new ModelTraits(approximant, spins, bodies, highestM, isInterpolatedByPeers, largestDifference);
    }

    /** Whether it takes tidal deformabilities. */
    public boolean takesTides() {
        return bodies != Bodies.BLACK_HOLES;
    }

    /** Whether spins may lie in any direction. */
    public boolean isPrecessing() {
        return spins == SpinSupport.PRECESSING;
    }
}
