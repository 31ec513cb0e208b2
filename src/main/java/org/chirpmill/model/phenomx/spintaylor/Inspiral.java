package org.chirpmill.model.phenomx.spintaylor;

import org.chirpmill.model.phenomx.precession.PrecessingBinary;

/**
 * What is integrated.
 *
 * @param binary the binary; its spins are those at the reference velocity
 * @param vReference velocity (pi M f)^(1/3) where the orbital angular momentum is the z axis
 * @param vStart the lowest velocity wanted, at most the reference
 * @param vEnd the highest, at least the reference
 */
public record Inspiral(PrecessingBinary binary, double vReference, double vStart, double vEnd) {}
