package org.chirpmill.hdf5.read;

import java.nio.ByteBuffer;

/** Rows that lie in the description of their array, as those of small ones may. */
record CompactRows(ByteBuffer content, int rowBytes) implements RowStorage {
    @Override
    public void read(long firstRow, int rows, ByteBuffer target) {
        target.put(content.slice(Math.toIntExact(firstRow * rowBytes), target.remaining()));
    }
}
