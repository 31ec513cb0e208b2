package org.chirpmill.model.phenomx;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.chirpmill.model.Preparer;
import org.chirpmill.model.SourceRefusedException;
import org.chirpmill.model.lanes.Lanes;
import org.chirpmill.model.lanes.NodeMath;
import org.chirpmill.source.SourceParameters;

/**
 * The binaries of sources, those that were expected with fits that are evaluated side by side, which shows in no bit.
 * One thread.
 */
public final class BinariesAhead {
    /** Eight lanes take as long as three binaries one after another, four as long as two. */
    private static final int FEWEST = 3;

    private final Function<SourceParameters, AlignedBinary> binaryOf;
    private final List<SourceParameters> sources = new ArrayList<>();
    private final List<AlignedBinary> binaries = new ArrayList<>();

    /** Binaries that are made so of sources, whatever these are. */
    public BinariesAhead(Function<SourceParameters, AlignedBinary> binaryOf) {
        this.binaryOf = binaryOf;
    }

    /** Forgets the sources that were expected before. */
    public void expect(List<SourceParameters> next) {
        sources.clear();
        binaries.clear();
        if (NodeMath.HAS_LANES) {
            sources.addAll(next);
            for (int from = 0; from < next.size(); from += Lanes.COUNT) {
                List<AlignedBinary> some = next.subList(from, Math.min(from + Lanes.COUNT, next.size()))
                    .stream().map(binaryOf).toList();
                binaries.addAll(some.size() < Math.min(FEWEST, Lanes.COUNT) ? some : AlignedBinary.sideBySide(some));
            }
        }
    }

    /** A preparer that asks these for its binaries, which are told of the sources that it is told of. */
    public Preparer serving(Preparer preparer) {
        return new Preparer() {
            @Override
            public void expect(List<SourceParameters> next) {
                BinariesAhead.this.expect(next);
            }

            @Override
            public void prepare(SourceParameters source, double[] rows, int offset) throws SourceRefusedException {
                preparer.prepare(source, rows, offset);
            }
        };
    }

    /** The binary of a source. */
    public AlignedBinary of(SourceParameters source) {
        for (int i = 0; i < sources.size(); i++) {
            if (sources.get(i) == source) {
                return binaries.get(i);
            }
        }
        return binaryOf.apply(source);
    }
}
