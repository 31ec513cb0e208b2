package org.chirpmill.source;

/**
 * A vector in the plane perpendicular to some axis, as a complex number x + i y; one of length one serves as a rotation
 * about that axis. Angles between directions are never computed: products of unit vectors keep every digit where
 * an arc cosine near 1 would lose half of them.
 */
record PlanarVector(double x, double y) {
    private static final PlanarVector X_AXIS = new PlanarVector(1, 0);

    static PlanarVector atAzimuth(double length, double azimuth) {
        return new PlanarVector(length * StrictMath.cos(azimuth), length * StrictMath.sin(azimuth));
    }

    PlanarVector plus(PlanarVector other) {
        return new PlanarVector(x + other.x, y + other.y);
    }

    PlanarVector times(double factor) {
        return new PlanarVector(factor * x, factor * y);
    }

    /** This vector, turned by the azimuth of a unit vector. */
    PlanarVector turnedBy(PlanarVector unit) {
        return new PlanarVector(x * unit.x - y * unit.y, x * unit.y + y * unit.x);
    }

    /** This vector, turned by minus the azimuth of a unit vector. */
    PlanarVector turnedBackBy(PlanarVector unit) {
        return new PlanarVector(x * unit.x + y * unit.y, y * unit.x - x * unit.y);
    }

    double length() {
        return StrictMath.hypot(x, y);
    }

    /** The unit vector of the same azimuth; that of the x axis for the zero vector, which has none. */
    PlanarVector direction() {
        double length = length();
        return length == 0 ? X_AXIS : new PlanarVector(x / length, y / length);
    }
}
