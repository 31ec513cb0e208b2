package org.chirpmill.parameters;

/**
 * The dimensionless spin of one body, azimuth aside.
 *
 * @param aligned component along the orbital angular momentum
 * @param inPlane component in the orbital plane along the spin's own azimuth; negative for a tilt beyond 0 to pi
 */
public record BodySpin(double aligned, double inPlane) {}
