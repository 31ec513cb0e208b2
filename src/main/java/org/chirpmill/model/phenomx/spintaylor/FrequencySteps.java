package org.chirpmill.model.phenomx.spintaylor;

/**
 * The frequencies by which LALSimulation steps where it makes SpinTaylor angles, as M f.
 *
 * @param lowest the lowest frequency that is evaluated
 * @param gammaFrom where the equal steps of gamma begin
 * @param gamma such a step
 * @param last how far the inspiral's angles end before their last sample: the spacing of a uniform grid, on lists the
 *     step of gamma
 * @param hasTail whether gamma goes on from merger by the uniform grid's own bins, as in IMRPhenomXP
 */
record FrequencySteps(double lowest, double gammaFrom, double gamma, double last, boolean hasTail) {
    /** The first bin of the uniform grid at or above a frequency. */
    double firstFrom(double frequency) {
        return Math.max(lowest, last * Math.ceil(frequency / last));
    }
}
