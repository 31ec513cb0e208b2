package org.chirpmill.source;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Supplier;
import org.chirpmill.physics.Cosmology;

/**
 * How luminosity distance and redshift follow from a row: from luminosity_distance, redshift or comoving_distance.
 *
 * <p>With source-frame masses, luminosity_distance and redshift may both be given: the redshift then belongs to the
 * masses and the distance to the amplitude, as in bilby. Training sets are often made at one fixed distance.
 */
final class DistanceRoute {
    private final Column luminosityDistance;
    private final Column comovingDistance;
    private final Column redshift;
    private final boolean massesNeedRedshift;
    private final Cosmology cosmology;

    private DistanceRoute(Columns columns, boolean massesNeedRedshift, Supplier<Cosmology> cosmology) {
        this.luminosityDistance = columnOrNull(columns, "luminosity_distance");
        this.comovingDistance = columnOrNull(columns, "comoving_distance");
        this.redshift = columnOrNull(columns, "redshift");
        this.massesNeedRedshift = massesNeedRedshift;
        boolean needsCosmology = luminosityDistance == null || massesNeedRedshift && redshift == null;
        this.cosmology = needsCosmology ? cosmology.get() : null;
    }

    static DistanceRoute of(Columns columns, boolean massesNeedRedshift, Supplier<Cosmology> cosmology) {
        List<String> given = columns.present("luminosity_distance", "redshift", "comoving_distance");
        if (given.isEmpty()) {
            throw new UnusableParametersException(
                "The distance is not given: add luminosity_distance, redshift or comoving_distance.");
        }
        boolean redshiftIsForMasses = massesNeedRedshift
            && given.equals(List.of("luminosity_distance", "redshift"));
        if (given.size() > 1 && !redshiftIsForMasses) {
            throw new UnusableParametersException(
                "The distance is given more than once: keep one of " + Columns.and(given) + ".");
        }
        return new DistanceRoute(columns, massesNeedRedshift, cosmology);
    }

    private static Column columnOrNull(Columns columns, String name) {
        return columns.has(name) ? columns.column(name) : null;
    }

    /** The redshift of a row, or 0 where neither its masses nor its distance need one. */
    double redshift(double[] values, int offset) throws UnphysicalSourceException {
        if (redshift != null) {
            return redshift.notNegativeIn(values, offset);
        }
        if (comovingDistance != null) {
            return inRange(cosmology::redshiftAtComovingDistance, comovingDistance.positiveIn(values, offset));
        }
        return massesNeedRedshift
            ? inRange(cosmology::redshiftAtLuminosityDistance, luminosityDistance.positiveIn(values, offset))
            : 0;
    }

    /** The cosmology's answer, whose objection to what lies beyond its range becomes the row's. */
    private static double inRange(DoubleUnaryOperator answer, double asked) throws UnphysicalSourceException {
        try {
            return answer.applyAsDouble(asked);
        } catch (IllegalArgumentException beyond) {
            throw new UnphysicalSourceException(beyond.getMessage());
        }
    }

    /** The luminosity distance of a row, Mpc; in a flat universe (1 + redshift) times the comoving one. */
    double luminosityDistanceMpc(double[] values, int offset, double z) throws UnphysicalSourceException {
        if (luminosityDistance != null) {
            return luminosityDistance.positiveIn(values, offset);
        }
        double distance = comovingDistance != null
            ? (1 + z) * comovingDistance.positiveIn(values, offset)
            : inRange(cosmology::luminosityDistanceMpc, z);
        if (!(distance > 0) || distance == Double.POSITIVE_INFINITY) {
            throw new UnphysicalSourceException(
                "The redshift " + z + " belongs to a luminosity distance of " + distance + " Mpc.");
        }
        return distance;
    }
}
