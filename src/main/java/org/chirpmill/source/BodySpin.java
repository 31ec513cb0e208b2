package org.chirpmill.source;

/**
 * The dimensionless spin of one body, azimuth aside.
 *
 * @param aligned component along the orbital angular momentum
 * @param inPlane component in the orbital plane along the spin's own azimuth; negative for a tilt beyond 0 to pi
 */
record BodySpin(double aligned, double inPlane) {}
