package org.chirpmill.model.phenomhm;

import java.util.List;
import org.chirpmill.model.phenomd.AlignedBinary;

/** Tells of a (2, 1) mode with a spike. */
final class PoleRemark {
    /** Of mass differences over spin differences: below, the spike exceeds 1e-3 of the peak, docs/accuracy.md. */
    private static final double SMALL = 2.5e-4;

    private PoleRemark() {}

    /**
     * The remark on a binary whose (2, 1) mode is wanted, if any is due: the post-Newtonian amplitude that the mode is
     * divided by has a zero near M f = 0.149 where masses are equal and spins are not.
     */
    static List<String> of(AlignedBinary binary) {
        return binary.delta() < SMALL * Math.abs(binary.chiAntisymmetric())
            ? List.of("the masses are almost equal and the spins are not, where the (2, 1) mode of IMRPhenomHM has a "
                + "spike near M f = 0.149, as in LALSimulation")
            : List.of();
    }
}
