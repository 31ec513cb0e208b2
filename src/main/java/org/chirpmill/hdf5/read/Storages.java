package org.chirpmill.hdf5.read;

import io.jhdf.Constants;
import io.jhdf.ObjectHeader;
import io.jhdf.btree.BTreeV1;
import io.jhdf.btree.record.BTreeDatasetChunkRecord;
import io.jhdf.dataset.chunked.Chunk;
import io.jhdf.dataset.chunked.DatasetInfo;
import io.jhdf.dataset.chunked.indexing.ExtensibleArrayIndex;
import io.jhdf.dataset.chunked.indexing.FixedArrayIndex;
import io.jhdf.dataset.chunked.indexing.ImplicitChunkIndex;
import io.jhdf.dataset.chunked.indexing.SingleChunkIndex;
import io.jhdf.object.message.DataLayoutMessage;
import io.jhdf.object.message.DataLayoutMessage.ChunkedDataLayoutMessage;
import io.jhdf.object.message.DataLayoutMessage.ChunkedDataLayoutMessageV4;
import io.jhdf.object.message.DataLayoutMessage.CompactDataLayoutMessage;
import io.jhdf.object.message.DataLayoutMessage.ContiguousDataLayoutMessage;
import io.jhdf.object.message.FilterPipelineMessage;
import io.jhdf.object.message.FilterPipelineMessage.FilterInfo;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds an array's rows, and refuses an array that claims more of them than its file can hold. */
final class Storages {
    /** Where the headers of arrays of blocks have how many there are: sections VII.C and VII.D of the specification. */
    private static final int ENTRIES_OF_FIXED_ARRAY = 8;
    private static final int ENTRIES_OF_EXTENSIBLE_ARRAY = 12;
    private static final int NUMBERS_BEFORE_ENTRIES = 4;

    private final FileBytes bytes;
    private final String name;
    private final RowStorage.Shape shape;

    Storages(FileBytes bytes, String name, RowStorage.Shape shape) {
        this.bytes = bytes;
        this.name = name;
        this.shape = shape;
    }

    RowStorage of(ObjectHeader header) throws IOException {
        return switch (header.getMessageOfType(DataLayoutMessage.class)) {
            case ContiguousDataLayoutMessage one -> contiguous(one.getAddress());
            case CompactDataLayoutMessage small -> compact(small.getDataBuffer());
            case ChunkedDataLayoutMessage blocks -> chunked(header, blocks.getChunkDimensions(),
                grid -> blocks.getBTreeAddress() == Constants.UNDEFINED_ADDRESS ? List.of()
                    : BTreeV1.createDataBTree(bytes, blocks.getBTreeAddress(), grid.rank()).getChunks());
            case ChunkedDataLayoutMessageV4 blocks -> chunked(header, withoutElement(blocks.getChunkDimensions()),
                grid -> blocks.getAddress() == Constants.UNDEFINED_ADDRESS ? List.of() : chunks(blocks, grid));
            default -> throw new IllegalStateException("unknown layout");
        };
    }

    private RowStorage contiguous(long address) throws IOException {
        if (shape.bytes() > 0 && !bytes.holds(address, shape.bytes())) {
            throw tooShort();
        }
        return new ContiguousRows(bytes, address, shape.rowBytes());
    }

    private RowStorage compact(ByteBuffer content) throws IOException {
        if (content.remaining() < shape.bytes()) {
            throw tooShort();
        }
        return new CompactRows(content, Math.toIntExact(shape.rowBytes()));
    }

    private IOException tooShort() {
        return bytes.refusal("'" + name + "' claims " + shape.bytes() + " bytes (" + Arrays.toString(shape.extent())
            + " elements of " + shape.elementBytes() + "), which do not lie in the file");
    }

    /** The last of the listed dimensions is the element. */
    private static int[] withoutElement(int[] dimensions) {
        return Arrays.copyOf(dimensions, dimensions.length - 1);
    }

    private interface ChunkList {
        Collection<Chunk> of(ChunkGrid grid) throws IOException;
    }

    private RowStorage chunked(ObjectHeader header, int[] chunk, ChunkList list) throws IOException {
        if (chunk.length != shape.extent().length || chunk.length == 0 || Arrays.stream(chunk).anyMatch(k -> k < 1)) {
            throw bytes.refusal("'" + name + "' of " + Arrays.toString(shape.extent()) + " elements lies in blocks of "
                + Arrays.toString(chunk));
        }
        ChunkGrid grid = new ChunkGrid(shape, chunk);
        if (grid.chunkBytes() > ChunkedRows.MOST_CHUNK_BYTES) {
            throw bytes.refusal("'" + name + "' lies in blocks of " + grid.chunkBytes() + " bytes; up to "
                + ChunkedRows.MOST_CHUNK_BYTES + " are read");
        }
        // Every block takes eight bytes of a list at least, or its own bytes.
        if (grid.count() > bytes.size() / Long.BYTES) {
            throw missing(grid, 0);
        }
        Map<Long, Chunk> chunks = byNumber(grid, list.of(grid));
        if (chunks.size() < grid.count()) {
            throw missing(grid, chunks.size());
        }
        return new ChunkedRows(grid, chunks, new ChunkDecoder(bytes, name, (int) grid.chunkBytes(), filters(header)));
    }

    private IOException missing(ChunkGrid grid, int there) {
        return bytes.refusal("'" + name + "' claims " + Arrays.toString(shape.extent()) + " elements in " + grid.count()
            + " blocks, of which the file holds " + (there == 0 ? "too few" : there));
    }

    private Map<Long, Chunk> byNumber(ChunkGrid grid, Collection<Chunk> all) throws IOException {
        Map<Long, Chunk> chunks = new HashMap<>();
        for (Chunk chunk : all) {
            long number = grid.numberAt(chunk.getChunkOffset());
            if (number >= 0 && chunk.getAddress() != Constants.UNDEFINED_ADDRESS) {
                chunks.put(number, chunk);
            }
        }
        return chunks;
    }

    private Collection<Chunk> chunks(ChunkedDataLayoutMessageV4 layout, ChunkGrid grid) {
        DatasetInfo info = new DatasetInfo((int) grid.chunkBytes(), shape.extent(), grid.chunk());
        long address = layout.getAddress();
        switch (layout.getIndexingType()) {
            case ChunkedDataLayoutMessageV4.SINGLE_CHUNK_INDEX:
                return new SingleChunkIndex(layout, info).getAllChunks();
            case ChunkedDataLayoutMessageV4.IMPLICIT_INDEX:
                return new ImplicitChunkIndex(address, info).getAllChunks();
            case ChunkedDataLayoutMessageV4.FIXED_ARRAY_INDEX:
                bytes.requireRoom(IndexedRecords.number(bytes, address, ENTRIES_OF_FIXED_ARRAY));
                return new FixedArrayIndex(bytes, address, info).getAllChunks();
            case ChunkedDataLayoutMessageV4.EXTENSIBLE_ARRAY_INDEX:
                bytes.requireRoom(IndexedRecords.number(bytes, address,
                    ENTRIES_OF_EXTENSIBLE_ARRAY + NUMBERS_BEFORE_ENTRIES * bytes.getSizeOfLengths()));
                return new ExtensibleArrayIndex(bytes, address, info).getAllChunks();
            default:
                return IndexedRecords.<BTreeDatasetChunkRecord>of(bytes, address, info).stream()
                    .map(BTreeDatasetChunkRecord::getChunk).toList();
        }
    }

    private static List<FilterInfo> filters(ObjectHeader header) {
        return header.getMessagesOfType(FilterPipelineMessage.class).stream()
            .flatMap(message -> message.getFilters().stream()).toList();
    }
}
