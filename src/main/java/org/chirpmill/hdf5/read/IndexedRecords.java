package org.chirpmill.hdf5.read;

import io.jhdf.FractalHeap;
import io.jhdf.btree.BTreeV2;
import io.jhdf.btree.record.BTreeRecord;
import io.jhdf.dataset.chunked.DatasetInfo;
import java.nio.ByteBuffer;
import java.util.List;

/** Lists that a file keeps as trees; jhdf takes memory for as many entries as a tree says that it has. */
final class IndexedRecords {
    private static final int BYTES_BEFORE_ROOT = 16;
    private static final int RECORDS_IN_ROOT_BYTES = 2;

    private IndexedRecords() {}

    static <T extends BTreeRecord> List<T> of(FileBytes bytes, long address) {
        return of(bytes, address, null);
    }

    /** The records of a version 2 tree (HDF5 File Format Specification 3.0, section III.A.2). */
    static <T extends BTreeRecord> List<T> of(FileBytes bytes, long address, DatasetInfo chunks) {
        int before = BYTES_BEFORE_ROOT + bytes.getSizeOfOffsets() + RECORDS_IN_ROOT_BYTES;
        bytes.requireRoom(number(bytes, address, before));
        return new BTreeV2<T>(bytes, address, chunks).getRecords();
    }

    /** One of the numbers in a header that are as long as the file's lengths. */
    static long number(FileBytes bytes, long address, int at) {
        int length = bytes.getSizeOfLengths();
        ByteBuffer header = bytes.readBufferFromAddress(address, at + length);
        long number = 0;
        for (int k = length - 1; k >= 0; k--) {
            number = number << Byte.SIZE | Byte.toUnsignedLong(header.get(at + k));
        }
        return number;
    }

    /** The heap that records point to. */
    static FractalHeap heap(FileBytes bytes, long address) {
        FractalHeap heap = new FractalHeap(bytes, address);
        long hugeObjects = heap.getBTreeAddressOfHugeObjects();
        if (hugeObjects > 0) {
            of(bytes, hugeObjects);
        }
        return heap;
    }
}
