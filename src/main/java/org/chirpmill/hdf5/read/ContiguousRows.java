package org.chirpmill.hdf5.read;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Rows that lie one after another in one piece of the file. */
record ContiguousRows(FileBytes bytes, long address, long rowBytes) implements RowStorage {
    @Override
    public void read(long firstRow, int rows, ByteBuffer target) throws IOException {
        bytes.readData(address + firstRow * rowBytes, target);
    }
}
