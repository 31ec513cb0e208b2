package org.chirpmill.hdf5.read;

import io.jhdf.dataset.chunked.Chunk;
import io.jhdf.filter.ByteShuffleFilter;
import io.jhdf.filter.LzfFilter;
import io.jhdf.object.message.FilterPipelineMessage.FilterInfo;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Undoes what was done to a block before it was stored: the filters that h5py offers. */
final class ChunkDecoder {
    private static final int DEFLATE = 1;
    private static final int SHUFFLE = 2;
    private static final int CHECKSUM = 3;
    private static final int LZF = 32000;
    private static final int LZF_LENGTH = 2;

    private final FileBytes bytes;
    private final String name;
    private final int chunkBytes;
    private final List<FilterInfo> filters;

    ChunkDecoder(FileBytes bytes, String name, int chunkBytes, List<FilterInfo> filters) throws IOException {
        this.bytes = bytes;
        this.name = name;
        this.chunkBytes = chunkBytes;
        this.filters = filters;
        for (FilterInfo filter : filters) {
            if (!List.of(DEFLATE, SHUFFLE, CHECKSUM, LZF).contains(filter.getId())) {
                throw bytes.refusal("'" + name + "' is compressed with filter " + filter.getId()
                    + "; gzip, shuffle, fletcher32 and lzf are known");
            }
        }
    }

    byte[] decode(Chunk chunk) throws IOException {
        if (chunk == null || !bytes.holds(chunk.getAddress(), chunk.getSize())) {
            throw bytes.refusal("a block of '" + name + "' does not lie in the file");
        }
        // Filters may lengthen what they cannot compress.
        if (chunk.getSize() > 2L * ChunkedRows.MOST_CHUNK_BYTES) {
            throw bytes.refusal("a block of '" + name + "' has " + chunk.getSize() + " bytes");
        }
        byte[] content = new byte[chunk.getSize()];
        bytes.readData(chunk.getAddress(), ByteBuffer.wrap(content));
        byte[] decoded = bytes.guarded("a block of '" + name + "'", () -> undone(content, chunk));
        if (decoded.length != chunkBytes) {
            throw bytes.refusal("a block of '" + name + "' decodes to " + decoded.length + " bytes, not " + chunkBytes);
        }
        return decoded;
    }

    private byte[] undone(byte[] stored, Chunk chunk) {
        byte[] content = stored;
        for (int k = filters.size() - 1; k >= 0; k--) {
            // A writer leaves out, block by block, what does not shorten it.
            if (!chunk.getFilterMask().get(k)) {
                content = undone(content, filters.get(k), chunkBytes + checksumBytes(k));
            }
        }
        return content;
    }

    /** What the filters before one have added to a block. */
    private int checksumBytes(int filter) {
        return Integer.BYTES * (int) filters.subList(0, filter).stream().filter(f -> f.getId() == CHECKSUM).count();
    }

    private static byte[] undone(byte[] content, FilterInfo filter, int longest) {
        return switch (filter.getId()) {
            case DEFLATE -> inflated(content, longest);
            case SHUFFLE -> new ByteShuffleFilter().decode(content, filter.getData());
            case CHECKSUM -> Fletcher.checked(content);
            default -> {
                if (filter.getData().length <= LZF_LENGTH || filter.getData()[LZF_LENGTH] > longest) {
                    throw new FileBytes.BeyondBoundsException("it decodes to more than " + longest + " bytes");
                }
                yield new LzfFilter().decode(content, filter.getData());
            }
        };
    }

    private static byte[] inflated(byte[] content, int longest) {
        byte[] inflated = new byte[longest];
        try (Inflater inflater = new Inflater()) {
            inflater.setInput(content);
            int length = 0;
            int more = 1;
            while (more > 0 && length < longest) {
                more = inflater.inflate(inflated, length, longest - length);
                length += more;
            }
            return length == longest ? inflated : Arrays.copyOf(inflated, length);
        } catch (DataFormatException e) {
            throw new FileBytes.BeyondBoundsException("it was not compressed with gzip");
        }
    }
}
