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
    private final double[] source = new double[3];
    /** The orbit's axis and a unit vector across it: components inward, sideways and along J. */
    private final double[] axis = new double[3];
    private final double[] across = new double[3];
    private final double[] vector = new double[3];
    private final double[] heights = new double[1];
    private final double[] distances = new double[1];

    private ReferenceOrientation orientation;

    /** Turns to an orbit, and J in its frame. */
    void set(SpinTaylorOrbit orbit, ReferenceOrientation newOrientation) {
        orientation = newOrientation;
        orbit.axis(source);
        axis[0] = orientation.inward(source[0], source[1], source[2]);
        axis[1] = orientation.sideways(source[0], source[1]);
        axis[2] = orientation.along(source[0], source[1], source[2]);
        double norm = Math.sqrt((1 - axis[0]) * (1 + axis[0]));
        across[0] = (1 - axis[0] * axis[0]) / norm;
        across[1] = -axis[0] * axis[1] / norm;
        across[2] = -axis[0] * axis[2] / norm;
    }

    /**
     * epsilon to whole turns and a constant.
     *
     * @param x of L, in the orbit's frame
     * @param y of L
     * @param z of L
     * @param carried how far the orbit's vector has turned from the shortest rotation of its axis into L, rad
     */
    double epsilon(double x, double y, double z, double carried) {
        point(orientation.inward(x, y, z), orientation.sideways(x, y), orientation.along(x, y, z), heights, distances,
            0);
        return Arctangent.ofPoint(heights[0], distances[0]) - carried;
    }

    /**
     * Writes the point whose angle is epsilon but for what was carried: alpha less the angle between both rotations'
     * vectors.
     *
     * @param inward L's component across J towards which alpha is 0
     * @param sideways the one across that
     * @param along the one along J
     * @param y receives the point's height
     * @param x receives its distance to the right
     * @param at where
     */
    void point(double inward, double sideways, double along, double[] y, double[] x, int at) {
        turn(axis, across, inward, sideways, along, vector);
        double back = vector[2] / (1 + along);
        double ofInward = vector[0] - inward * back;
        double ofSideways = vector[1] - sideways * back;
        y[at] = sideways * ofInward - inward * ofSideways;
        x[at] = inward * ofInward + sideways * ofSideways;
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
}
