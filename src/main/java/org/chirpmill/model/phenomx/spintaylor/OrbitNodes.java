package org.chirpmill.model.phenomx.spintaylor;

import org.chirpmill.model.lanes.NodeMath;
import org.chirpmill.model.phenomx.precession.ReferenceOrientation;

/**
 * Directions of L about J at some velocities of an orbit, side by side: they are collected first and then computed,
 * step by step for all of them. Work space of one thread.
 */
final class OrbitNodes {
    private final CarriedVector carried;
    private final double[] framed = new double[SpinTaylorOrbit.FRAMED];
    private final double[] axes = new double[9];
    /** For whom a node is. */
    private final int[] slots;
    private final double[] first;
    private final double[] second;
    private final double[] third;
    private final double[] turned;
    private final double[] angles;
    private final double[] sines;
    private final double[] cosines;
    /** Points whose angles are alpha, and behind them those whose angles are epsilon but for what was carried. */
    private final double[] heights;
    private final double[] distances;

    private SpinTaylorOrbit orbit;
    private int count;

    // Components of the turning frame's axes inward, sideways and along J.
    private double xInward;
    private double xSideways;
    private double xAlong;
    private double yInward;
    private double ySideways;
    private double yAlong;
    private double zInward;
    private double zSideways;
    private double zAlong;

    /** Room for so many velocities. */
    OrbitNodes(int room, CarriedVector carried) {
        this.carried = carried;
        slots = new int[room];
        first = new double[room];
        second = new double[room];
        third = new double[room];
        turned = new double[room];
        angles = NodeMath.array(room);
        sines = NodeMath.array(room);
        cosines = NodeMath.array(room);
        heights = NodeMath.array(2 * room);
        distances = NodeMath.array(2 * room);
    }

    /** Turns to an orbit, and J in its frame; {@link CarriedVector#set} is done. */
    void set(SpinTaylorOrbit newOrbit, ReferenceOrientation orientation) {
        orbit = newOrbit;
        orbit.axes(axes);
        xInward = orientation.inward(axes[0], axes[1], axes[2]);
        xSideways = orientation.sideways(axes[0], axes[1]);
        xAlong = orientation.along(axes[0], axes[1], axes[2]);
        yInward = orientation.inward(axes[3], axes[4], axes[5]);
        ySideways = orientation.sideways(axes[3], axes[4]);
        yAlong = orientation.along(axes[3], axes[4], axes[5]);
        zInward = orientation.inward(axes[6], axes[7], axes[8]);
        zSideways = orientation.sideways(axes[6], axes[7]);
        zAlong = orientation.along(axes[6], axes[7], axes[8]);
        count = 0;
    }

    /** Adds a velocity for a slot, a number of the caller's. */
    void add(double v, int slot) {
        orbit.inTurningFrame(v, framed);
        first[count] = framed[0];
        second[count] = framed[1];
        third[count] = framed[2];
        turned[count] = framed[3];
        angles[count] = framed[4];
        slots[count] = slot;
        count++;
    }

    /**
     * Writes what was collected into the slots, and forgets it.
     *
     * @param alpha receives alpha, rad, to whole turns and a constant
     * @param cosHalf receives cos(beta / 2)
     * @param sinHalf receives sin(beta / 2)
     * @param epsilon receives epsilon likewise
     */
    void write(double[] alpha, double[] cosHalf, double[] sinHalf, double[] epsilon) {
        NodeMath.sincos(angles, count, sines, cosines);
        for (int k = 0; k < count; k++) {
            double x = cosines[k] * first[k] - sines[k] * second[k];
            double y = sines[k] * first[k] + cosines[k] * second[k];
            double inward = xInward * x + yInward * y + zInward * third[k];
            double sideways = xSideways * x + ySideways * y + zSideways * third[k];
            double along = xAlong * x + yAlong * y + zAlong * third[k];
            heights[k] = sideways;
            distances[k] = inward;
            carried.point(inward, sideways, along, heights, distances, count + k);
            // Of the half angles the one that would cancel comes from the part across J.
            double larger = Math.sqrt((1 + Math.abs(along)) / 2);
            double smaller = Math.sqrt(inward * inward + sideways * sideways) / (2 * larger);
            cosHalf[slots[k]] = along >= 0 ? larger : smaller;
            sinHalf[slots[k]] = along >= 0 ? smaller : larger;
        }
        NodeMath.angles(heights, distances, 2 * count);
        for (int k = 0; k < count; k++) {
            alpha[slots[k]] = heights[k];
            epsilon[slots[k]] = heights[count + k] - turned[k];
        }
        count = 0;
    }
}
