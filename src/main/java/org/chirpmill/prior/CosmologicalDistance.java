package org.chirpmill.prior;

import org.chirpmill.parameters.DistanceMeasure;
import org.chirpmill.physics.Cosmology;
import org.chirpmill.physics.CumulativeIntegral;

/**
 * Distances of sources that are uniform in comoving volume: density in redshift proportional to dVc/dz, bilby's
 * {@code UniformComovingVolume}; or to dVc/dz / (1+z), its {@code UniformSourceFrame}, where events also happen at a
 * constant rate in their own time. Drawn in redshift and handed out as the measure asked for. bilby interpolates a
 * table of 1000 points instead and so differs by about 1e-5 of the range.
 */
final class CosmologicalDistance implements RangedDistribution {
    private static final double TOLERANCE = 1e-13;

    private final double minimum;
    private final double maximum;
    private final DistanceMeasure measure;
    private final Cosmology cosmology;
    private final CumulativeIntegral overRedshift;

    /**
     * A distribution of distances.
     *
     * @param minimum lower end, in the measure, at least 0
     * @param maximum upper end, in the measure
     * @param measure what is drawn
     * @param sourceFrameTime whether the rate is constant in the source's time, not the observer's
     * @param cosmology turns redshifts into distances
     */
    CosmologicalDistance(
        double minimum, double maximum, DistanceMeasure measure, boolean sourceFrameTime, Cosmology cosmology) {

        Bounds.requireFiniteRange(minimum, maximum);
        this.minimum = minimum;
        this.maximum = maximum;
        this.measure = measure;
        this.cosmology = cosmology;
        int dilation = sourceFrameTime ? 1 : 0;
        overRedshift = CumulativeIntegral.of(
            z -> cosmology.differentialComovingVolume(z) / (dilation * z + 1),
            TOLERANCE,
            measure.toRedshift(cosmology, minimum),
            measure.toRedshift(cosmology, maximum));
    }

    @Override
    public double minimum() {
        return minimum;
    }

    @Override
    public double maximum() {
        return maximum;
    }

    @Override
    public double quantile(double u) {
        double redshift = overRedshift.inverse(u * overRedshift.total());
        return Bounds.clamp(measure.ofRedshift(cosmology, redshift), minimum, maximum);
    }

    @Override
    public double cdfWithin(double x) {
        return overRedshift.at(measure.toRedshift(cosmology, x)) / overRedshift.total();
    }

    @Override
    public double density(double x) {
        if (x < minimum || x > maximum) {
            return 0;
        }
        double redshift = measure.toRedshift(cosmology, x);
        return overRedshift.density(redshift) / (overRedshift.total() * measure.slope(cosmology, redshift));
    }
}
