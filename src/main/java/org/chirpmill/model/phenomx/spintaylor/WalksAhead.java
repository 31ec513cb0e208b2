package org.chirpmill.model.phenomx.spintaylor;

import java.util.ArrayList;
import java.util.List;
import org.chirpmill.model.lanes.Lanes;
import org.chirpmill.model.lanes.NodeMath;

/**
 * Walks that are gone side by side before they are asked for, where the CPU has enough lanes and the JVM the Vector
 * API. Work space of one thread.
 */
final class WalksAhead {
    /** Two lanes take half as long again as going one after another, four take half the time. */
    private static final int FEWEST_LANES = 4;
    /** Nor are the lanes worth it for fewer inspirals, of two legs each. */
    private static final int FEWEST = 2;
    private static final boolean HAS_LANES = NodeMath.HAS_LANES && Lanes.COUNT >= FEWEST_LANES;

    private final double tolerance;
    private final List<OrbitWalk> walks = new ArrayList<>();
    private final List<OrbitWalk> idle = new ArrayList<>();
    private final List<OrbitLeg> legs = new ArrayList<>();
    private OrbitLanes lanes;

    WalksAhead(double tolerance) {
        this.tolerance = tolerance;
    }

    /** Forgets the walks that nobody asked for and goes others. */
    void go(List<Inspiral> inspirals) {
        idle.addAll(walks);
        walks.clear();
        if (!HAS_LANES || inspirals.size() < FEWEST) {
            return;
        }
        lanes = lanes == null ? new OrbitLanes() : lanes;
        legs.clear();
        for (Inspiral inspiral : inspirals) {
            OrbitWalk walk = idle.isEmpty() ? new OrbitWalk(tolerance) : idle.removeLast();
            walk.begin(inspiral);
            walks.add(walk);
            legs.add(walk.down());
            legs.add(walk.up());
        }
        lanes.finish(legs);
    }

    /** The walk of an inspiral, in exchange for another one, or that one where there is none. */
    OrbitWalk exchange(OrbitWalk other, Inspiral inspiral) {
        for (int i = 0; i < walks.size(); i++) {
            if (walks.get(i).isOf(inspiral)) {
                idle.add(other);
                return walks.remove(i);
            }
        }
        return other;
    }
}
