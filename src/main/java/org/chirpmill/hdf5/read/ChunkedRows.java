package org.chirpmill.hdf5.read;

import io.jhdf.dataset.chunked.Chunk;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;

/** Rows that lie in blocks, each perhaps compressed. Blocks that were decoded last are kept. */
final class ChunkedRows implements RowStorage {
    /** What a block may decode to, and what is kept of those decoded: a small file may claim to hold large ones. */
    static final int MOST_CHUNK_BYTES = 1 << 27;

    private final ChunkGrid grid;
    private final Map<Long, Chunk> chunks;
    private final ChunkDecoder decoder;
    /** By their number, longest unused first. */
    private final LinkedHashMap<Long, byte[]> decoded = new LinkedHashMap<>(16, 0.75f, true);
    private long decodedBytes;

    ChunkedRows(ChunkGrid grid, Map<Long, Chunk> chunks, ChunkDecoder decoder) {
        this.grid = grid;
        this.chunks = chunks;
        this.decoder = decoder;
    }

    @Override
    public void read(long firstRow, int rows, ByteBuffer target) throws IOException {
        ChunkGrid.Window window = grid.window(firstRow, rows);
        for (long[] place = window.first(); place != null; place = window.next(place)) {
            window.copy(place, decoded(grid.number(place)), target);
        }
        target.position(target.limit());
    }

    private byte[] decoded(long number) throws IOException {
        byte[] known = decoded.get(number);
        if (known == null) {
            known = decoder.decode(chunks.get(number));
            decoded.put(number, known);
            decodedBytes += known.length;
            while (decodedBytes > MOST_CHUNK_BYTES && decoded.size() > 1) {
                decodedBytes -= decoded.pollFirstEntry().getValue().length;
            }
        }
        return known;
    }
}
