package org.chirpmill.compression;

import java.util.List;
import org.chirpmill.rows.Batch;
import org.chirpmill.rows.Precision;

/**
 * Transforms in place, one after another.
 *
 * @param links at least one, in their order
 */
record InPlaceChain(List<InPlaceTransform> links) implements InPlaceTransform {
    @Override
    public int columns() {
        return links.getLast().columns();
    }

    @Override
    public String nameOf(int column) {
        return links.getLast().nameOf(column);
    }

    @Override
    public long bytes(int workers, int capacity) {
        return links.stream().mapToLong(link -> link.bytes(workers, capacity)).sum();
    }

    @Override
    public Applier open(int capacity, Precision precision) {
        return new Appliers(links.stream().map(link -> link.open(capacity, precision)).toList());
    }

    private record Appliers(List<Applier> each) implements Applier {
        @Override
        public void apply(Batch evaluated, Batch kept) {
            each.forEach(applier -> applier.apply(evaluated, kept));
        }

        @Override
        public void close() {
            each.forEach(Applier::close);
        }
    }
}
