package org.chirpmill.hdf5.read;

import java.nio.ByteBuffer;

/**
 * How an array is divided into blocks, those at its ends reaching beyond it.
 *
 * @param shape of the array, of one dimension or more
 * @param chunk a block's extent
 */
record ChunkGrid(RowStorage.Shape shape, int[] chunk) {
    int rank() {
        return chunk.length;
    }

    /** Bytes of a block. */
    long chunkBytes() {
        long bytes = shape.elementBytes();
        for (int extent : chunk) {
            bytes = Math.multiplyExact(bytes, (long) extent);
        }
        return bytes;
    }

    /** How many blocks there are in a dimension. */
    private long count(int dimension) {
        return Math.ceilDiv(shape.extent()[dimension], chunk[dimension]);
    }

    /** How many blocks there are. */
    long count() {
        long count = 1;
        for (int k = 0; k < rank(); k++) {
            count = Math.multiplyExact(count, count(k));
        }
        return count;
    }

    /** The number of the block at a place in the grid. */
    long number(long[] place) {
        long number = 0;
        for (int k = 0; k < rank(); k++) {
            number = number * count(k) + place[k];
        }
        return number;
    }

    /** The number of the block that begins at an element; negative where none does. */
    long numberAt(long[] element) {
        long[] place = new long[rank()];
        for (int k = 0; k < rank(); k++) {
            if (element[k] < 0 || element[k] >= shape.extent()[k] || element[k] % chunk[k] != 0) {
                return -1;
            }
            place[k] = element[k] / chunk[k];
        }
        return number(place);
    }

    Window window(long firstRow, int rows) {
        return new Window(firstRow, firstRow + rows);
    }

    /** Rows from one to before another, all their elements. */
    final class Window {
        private final long firstRow;
        private final long endRow;

        private Window(long firstRow, long endRow) {
            this.firstRow = firstRow;
            this.endRow = endRow;
        }

        /** The first place in the grid that has some of the rows. */
        long[] first() {
            long[] place = new long[rank()];
            place[0] = firstRow / chunk[0];
            return place;
        }

        /** The next one; null after the last. */
        long[] next(long[] place) {
            for (int k = rank() - 1; k > 0; k--) {
                if (++place[k] < count(k)) {
                    return place;
                }
                place[k] = 0;
            }
            return ++place[0] * chunk[0] < endRow ? place : null;
        }

        /** Copies what a block has of the rows to where it belongs in a buffer of them. */
        void copy(long[] place, byte[] block, ByteBuffer target) {
            copy(place, block, target, 0, 0, 0);
        }

        private void copy(long[] place, byte[] block, ByteBuffer target, int dimension, long inBlock, long inRows) {
            long begin = place[dimension] * chunk[dimension];
            long from = dimension == 0 ? firstRow : 0;
            long to = dimension == 0 ? endRow : shape.extent()[dimension];
            long first = Math.max(begin, from);
            long end = Math.min(begin + chunk[dimension], to);
            long blockAt = inBlock * chunk[dimension] + first - begin;
            long rowsAt = inRows * (to - from) + first - from;
            if (dimension == rank() - 1) {
                int bytes = shape.elementBytes();
                target.put(target.position() + Math.toIntExact(rowsAt * bytes), block,
                    Math.toIntExact(blockAt * bytes), Math.toIntExact((end - first) * bytes));
                return;
            }
            for (long k = 0; k < end - first; k++) {
                copy(place, block, target, dimension + 1, blockAt + k, rowsAt + k);
            }
        }
    }
}
