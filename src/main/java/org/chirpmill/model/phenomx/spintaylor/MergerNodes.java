package org.chirpmill.model.phenomx.spintaylor;

import org.chirpmill.model.lanes.NodeMath;

/** Angles of {@link MergerAngles} at some frequencies, as {@link OrbitNodes} has them. Work space of one thread. */
final class MergerNodes {
    private final MergerAngles merger;
    private final int[] slots;
    private final double[] frequencies;
    private final double[] halves;
    private final double[] sines;
    private final double[] cosines;
    private int count;

    /** Room for so many frequencies. */
    MergerNodes(int room, MergerAngles merger) {
        this.merger = merger;
        slots = new int[room];
        frequencies = new double[room];
        halves = NodeMath.array(room);
        sines = NodeMath.array(room);
        cosines = NodeMath.array(room);
    }

    /** Adds M f for a slot, a number of the caller's. */
    void add(double f, int slot) {
        frequencies[count] = f;
        halves[count] = merger.decay(f);
        slots[count] = slot;
        count++;
    }

    /**
     * Writes what was collected into the slots, and forgets it.
     *
     * @param alpha receives alpha, rad, to a constant
     * @param cosHalf receives cos(beta / 2)
     * @param sinHalf receives sin(beta / 2)
     */
    void write(double[] alpha, double[] cosHalf, double[] sinHalf) {
        NodeMath.exp(halves, count, halves);
        for (int k = 0; k < count; k++) {
            halves[k] = merger.beta(frequencies[k], halves[k]) / 2;
        }
        NodeMath.sincos(halves, count, sines, cosines);
        for (int k = 0; k < count; k++) {
            alpha[slots[k]] = merger.alpha(frequencies[k]);
            cosHalf[slots[k]] = Math.abs(cosines[k]);
            sinHalf[slots[k]] = Math.abs(sines[k]);
        }
        count = 0;
    }
}
