package org.chirpmill.model.phenomx.spintaylor;

/**
 * The frequencies by which LALSimulation steps where it makes SpinTaylor angles, as M f.
 *
 * @param lowest the lowest frequency that is evaluated
 * @param gammaFrom where the equal steps of gamma begin
 * @param gamma such a step
 * @param last how far the inspiral's angles end before their last sample: the spacing of a uniform grid, on lists the
 *     step of gamma
 * @param hasTail whether gamma goes on from merger by the grid's own bins, as in IMRPhenomXP
 * @param tail the step there: the spacing of a uniform grid; 0 on lists, where LALSimulation goes from frequency to
 *     frequency by the distance to the one before, and the denser the list the nearer it comes to no step at all
 */
record FrequencySteps(
    double lowest, double gammaFrom, double gamma, double last, boolean hasTail, double tail) {

    /** Where the tail begins that goes on from a frequency: at the first bin of a uniform grid at or above it. */
    double tailFrom(double frequency) {
        return tail > 0 ? Math.max(lowest, tail * Math.ceil(frequency / tail)) : Math.max(lowest, frequency);
    }
}
