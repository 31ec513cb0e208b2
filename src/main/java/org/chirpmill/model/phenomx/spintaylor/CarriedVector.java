package org.chirpmill.model.phenomx.spintaylor;

import org.chirpmill.model.Arctangent;
import org.chirpmill.model.phenomx.precession.ReferenceOrientation;

/**
 * From a vector that is carried along with L without turning about it to epsilon, the integral of cos(beta) d alpha: of
 * the Euler angles alpha, beta and gamma = -epsilon that bring a frame to one whose z axis is L and whose x axis is
 * that vector. The orbit tells how the vector lies to the shortest rotation of its own axis into L; the Euler angles
 * are about J, and with the shortest rotation of J into L the vector encloses the angle alpha + gamma.
 */
final class CarriedVector {
    private final double[] axis = new double[3];
    /** A unit vector across the orbit's axis. */
    private final double[] across = new double[3];
    /** J's direction, and the two across it from which alpha counts. */
    private final double[] total = new double[3];
    private final double[] inward = new double[3];
    private final double[] sideways = new double[3];
    private final double[] vector = new double[3];

    /** Turns to an orbit, and J in its frame. */
    void set(SpinTaylorOrbit orbit, ReferenceOrientation orientation) {
        orbit.axis(axis);
        total[0] = orientation.sinTilt() * orientation.cosAzimuth();
        total[1] = orientation.sinTilt() * orientation.sinAzimuth();
        total[2] = orientation.cosTilt();
        inward[0] = orientation.cosTilt() * orientation.cosAzimuth();
        inward[1] = orientation.cosTilt() * orientation.sinAzimuth();
        inward[2] = -orientation.sinTilt();
        sideways[0] = -orientation.sinAzimuth();
        sideways[1] = orientation.cosAzimuth();
        sideways[2] = 0;
        double along = dot(inward, axis);
        double norm = 0;
        for (int i = 0; i < 3; i++) {
            across[i] = inward[i] - along * axis[i];
            norm += across[i] * across[i];
        }
        for (int i = 0; i < 3; i++) {
            across[i] /= Math.sqrt(norm);
        }
    }

    /**
     * epsilon to whole turns and a constant.
     *
     * @param x of L
     * @param y of L
     * @param z of L
     * @param carried how far the orbit's vector has turned from the shortest rotation of its axis into L, rad
     */
    double epsilon(double x, double y, double z, double carried) {
        turn(axis, across, x, y, z, vector);
        double in = inward[0] * x + inward[1] * y + inward[2] * z;
        double side = sideways[0] * x + sideways[1] * y;
        double back = dot(vector, total) / (1 + (total[0] * x + total[1] * y + total[2] * z));
        double alongInward = dot(vector, inward) - in * back;
        double alongSideways = dot(vector, sideways) - side * back;
        // alpha less the angle between both rotations' vectors.
        return Arctangent.ofPoint(side * alongInward - in * alongSideways, in * alongInward + side * alongSideways)
            - carried;
    }

    /**
     * Writes what the shortest rotation of an axis into L makes of a vector across the axis.
     *
     * @param axis the axis, of length 1
     * @param across the vector
     * @param x of L, of length 1
     * @param y of L
     * @param z of L
     * @param out receives three numbers; it may be the vector
     */
    static void turn(double[] axis, double[] across, double x, double y, double z, double[] out) {
        double share = (across[0] * x + across[1] * y + across[2] * z)
            / (1 + (axis[0] * x + axis[1] * y + axis[2] * z));
        out[0] = across[0] - share * (axis[0] + x);
        out[1] = across[1] - share * (axis[1] + y);
        out[2] = across[2] - share * (axis[2] + z);
    }

    private static double dot(double[] a, double[] b) {
        return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    }
}
