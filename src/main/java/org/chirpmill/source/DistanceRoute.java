package org.chirpmill.source;

import static org.chirpmill.parameters.DistanceMeasure.COMOVING_DISTANCE;
import static org.chirpmill.parameters.DistanceMeasure.LUMINOSITY_DISTANCE;
import static org.chirpmill.parameters.DistanceMeasure.REDSHIFT;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Supplier;
import org.chirpmill.names.Enumeration;
import org.chirpmill.parameters.DistanceMeasure;
import org.chirpmill.physics.Cosmology;

/**
 * How luminosity distance and redshift follow from a row: from luminosity_distance, redshift or comoving_distance.
 *
 * <p>With source-frame masses, luminosity_distance and redshift may both be given: the redshift then belongs to the
 * masses and the distance to the amplitude, as in bilby. Training sets are often made at one fixed distance.
 */
final class DistanceRoute {
    /** In which refusals name them. */
    private static final List<DistanceMeasure> ORDER = List.of(LUMINOSITY_DISTANCE, REDSHIFT, COMOVING_DISTANCE);

    private final Column luminosityDistance;
    private final Column comovingDistance;
    private final Column redshift;
    private final boolean massesNeedRedshift;
    private final Cosmology cosmology;

    private DistanceRoute(Columns columns, boolean massesNeedRedshift, Supplier<Cosmology> cosmology) {
        this.luminosityDistance = columnOrNull(columns, LUMINOSITY_DISTANCE);
        this.comovingDistance = columnOrNull(columns, COMOVING_DISTANCE);
        this.redshift = columnOrNull(columns, REDSHIFT);
        this.massesNeedRedshift = massesNeedRedshift;
        boolean needsCosmology = luminosityDistance == null || massesNeedRedshift && redshift == null;
        this.cosmology = needsCosmology ? cosmology.get() : null;
    }

    static DistanceRoute of(Columns columns, boolean massesNeedRedshift, Supplier<Cosmology> cosmology) {
        List<DistanceMeasure> given = ORDER.stream().filter(measure -> columns.has(measure.key())).toList();
        if (given.isEmpty()) {
            throw new UnusableParametersException(
                "The distance is not given: add " + Enumeration.or(keys(ORDER)) + ".");
        }
        boolean redshiftIsForMasses = massesNeedRedshift
            && given.equals(List.of(LUMINOSITY_DISTANCE, REDSHIFT));
        if (given.size() > 1 && !redshiftIsForMasses) {
            throw new UnusableParametersException(
                "The distance is given more than once: keep one of " + Enumeration.and(keys(given)) + ".");
        }
        return new DistanceRoute(columns, massesNeedRedshift, cosmology);
    }

    private static List<String> keys(List<DistanceMeasure> measures) {
        return measures.stream().map(DistanceMeasure::key).toList();
    }

    private static Column columnOrNull(Columns columns, DistanceMeasure measure) {
        return columns.has(measure.key()) ? columns.column(measure.key()) : null;
    }

    /** The redshift of a row, or 0 where neither its masses nor its distance need one. */
    double redshift(double[] values, int offset) throws UnphysicalSourceException {
        if (redshift != null) {
            return redshift.notNegativeIn(values, offset);
        }
        if (comovingDistance != null) {
            return redshiftOf(COMOVING_DISTANCE, comovingDistance.positiveIn(values, offset));
        }
        return massesNeedRedshift
            ? redshiftOf(LUMINOSITY_DISTANCE, luminosityDistance.positiveIn(values, offset))
            : 0;
    }

    /** The cosmology's answer, whose objection to what lies beyond its range becomes the row's. */
    private static double inRange(DistanceMeasure given, DoubleUnaryOperator answer, double asked)
        throws UnphysicalSourceException {
        try {
            return answer.applyAsDouble(asked);
        } catch (IllegalArgumentException beyond) {
            throw new UnphysicalSourceException(List.of(given.key()), beyond.getMessage());
        }
    }

    private double redshiftOf(DistanceMeasure measure, double given) throws UnphysicalSourceException {
        return inRange(measure, value -> measure.toRedshift(cosmology, value), given);
    }

    /** The luminosity distance of a row, Mpc; in a flat universe (1 + redshift) times the comoving one. */
    double luminosityDistanceMpc(double[] values, int offset, double z) throws UnphysicalSourceException {
        if (luminosityDistance != null) {
            return luminosityDistance.positiveIn(values, offset);
        }
        double distance = comovingDistance != null
            ? (1 + z) * comovingDistance.positiveIn(values, offset)
            : inRange(REDSHIFT, value -> LUMINOSITY_DISTANCE.ofRedshift(cosmology, value), z);
        if (!(distance > 0) || distance == Double.POSITIVE_INFINITY) {
            throw new UnphysicalSourceException(
                List.of(comovingDistance != null ? COMOVING_DISTANCE.key() : REDSHIFT.key()),
                "The redshift " + z + " belongs to a luminosity distance of " + distance + " Mpc.");
        }
        return distance;
    }
}
