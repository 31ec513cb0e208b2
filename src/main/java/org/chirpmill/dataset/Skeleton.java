package org.chirpmill.dataset;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.chirpmill.hdf5.Hdf5Dataset;
import org.chirpmill.hdf5.Hdf5File;
import org.chirpmill.hdf5.Hdf5Group;
import org.chirpmill.hdf5.Hdf5Handle;
import org.chirpmill.hdf5.Hdf5Types;

/**
 * An HDF5 file that holds the three big datasets and nothing else: where their elements lie, and every byte outside of
 * them. The elements can be written straight to their places without HDF5, and whatever happens to the other bytes,
 * they can be put back.
 *
 * @param parameters where {@code /parameters} lies
 * @param plus where {@code /polarizations/h_plus} lies
 * @param cross where {@code /polarizations/h_cross} lies
 * @param fileBytes length of the file
 * @param metadata the bytes outside of the three
 */
record Skeleton(Extent parameters, Extent plus, Extent cross, long fileBytes, List<Patch> metadata) {
    static final String PARAMETERS = "parameters";
    static final String POLARIZATIONS = "polarizations";
    static final String PLUS = "h_plus";
    static final String CROSS = "h_cross";

    /**
     * What stands in place of HDF5's signature until a file is finished: to every HDF5 library it is no HDF5 file.
     * Eight bytes, as the signature.
     */
    static final long UNFINISHED_SIGNATURE = 0x4348_4952_5050_4152L; // "CHIRPPAR"

    private static final int READ_AHEAD_BYTES = 1 << 16;
    private static final long LOOKED_AT = 1000;

    /** A piece of the file: its offset and length in bytes. */
    record Extent(long offset, long bytes) {
        long end() {
            return offset + bytes;
        }
    }

    /** Bytes and the offset in the file at which they stand. */
    record Patch(long offset, byte[] bytes) {}

    /** Creates {@code file}, which must not exist, with room for all rows; where files are sparse it takes none yet. */
    static Skeleton create(Path file, DatasetHeader header) throws IOException {
        Extent parameters;
        Extent plus;
        Extent cross;
        try (Hdf5File hdf5 = Hdf5File.create(file);
                Hdf5Handle record = Hdf5Types.columns(header.columns());
                Hdf5Handle complex = Hdf5Types.complex(header.precision());
                Hdf5Group polarizations = hdf5.root().createGroup(POLARIZATIONS)) {
            long rows = header.rows();
            parameters = reserve(hdf5.root(), PARAMETERS, record, header.parameterRowBytes(), rows);
            plus = reserve(polarizations, PLUS, complex, header.polarizationRowBytes(), rows, header.bins());
            cross = reserve(polarizations, CROSS, complex, header.polarizationRowBytes(), rows, header.bins());
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            List<Patch> metadata = bytesOutside(List.of(parameters, plus, cross), channel);
            return new Skeleton(parameters, plus, cross, channel.size(), metadata);
        }
    }

    private static Extent reserve(Hdf5Group group, String name, Hdf5Handle type, long rowBytes, long... extent)
            throws IOException {
        try (Hdf5Dataset dataset = Hdf5Dataset.create(group, name, type, extent)) {
            return new Extent(dataset.fileOffset(), Math.multiplyExact(rowBytes, extent[0]));
        }
    }

    private static List<Patch> bytesOutside(List<Extent> extents, FileChannel channel) throws IOException {
        List<Patch> patches = new ArrayList<>();
        long from = 0;
        for (Extent extent : extents.stream().sorted(Comparator.comparingLong(Extent::offset)).toList()) {
            addPatch(patches, channel, from, extent.offset());
            from = extent.end();
        }
        addPatch(patches, channel, from, channel.size());
        return List.copyOf(patches);
    }

    private static void addPatch(List<Patch> patches, FileChannel channel, long from, long to) throws IOException {
        if (to > from) {
            ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(to - from));
            while (bytes.hasRemaining()) {
                if (channel.read(bytes, from + bytes.position()) < 0) {
                    throw new IOException("the file ends at byte " + (from + bytes.position()) + " instead of " + to);
                }
            }
            patches.add(new Patch(from, bytes.array()));
        }
    }

    /** Whether the three hold a dataset's rows and, with the metadata, are the file, without a gap or an overlap. */
    boolean isWholeFor(DatasetHeader header) {
        try {
            if (parameters.bytes() != Math.multiplyExact(header.rows(), header.parameterRowBytes())
                    || plus.bytes() != Math.multiplyExact(header.rows(), header.polarizationRowBytes())
                    || cross.bytes() != plus.bytes()) {
                return false;
            }
        } catch (ArithmeticException moreThanAnyFileHolds) {
            return false;
        }
        List<Extent> pieces = new ArrayList<>(List.of(parameters, plus, cross));
        metadata.forEach(patch -> pieces.add(new Extent(patch.offset(), patch.bytes().length)));
        pieces.sort(Comparator.comparingLong(Extent::offset));
        long end = 0;
        for (Extent piece : pieces) {
            if (piece.offset() != end || piece.bytes() > fileBytes - end) {
                return false;
            }
            end = piece.end();
        }
        return end == fileBytes;
    }

    /** Whether it is the same to the last byte. */
    boolean equalsBytewise(Skeleton other) {
        boolean same = parameters.equals(other.parameters) && plus.equals(other.plus) && cross.equals(other.cross)
            && fileBytes == other.fileBytes && metadata.size() == other.metadata.size();
        for (int k = 0; same && k < metadata.size(); k++) {
            same = metadata.get(k).offset() == other.metadata.get(k).offset()
                && Arrays.equals(metadata.get(k).bytes(), other.metadata.get(k).bytes());
        }
        return same;
    }

    /**
     * Whether the first rows were written into {@code file}, as their parameters tell: some of them spread over all,
     * the first and the last among them.
     */
    boolean holdsRows(Path file, DatasetHeader header, long rows) throws IOException {
        long rowBytes = header.parameterRowBytes();
        ByteBuffer row = ByteBuffer.allocate(Math.toIntExact(rowBytes));
        byte[] untouched = new byte[row.capacity()];
        long looks = Math.min(rows, LOOKED_AT);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            for (long k = 0; k < looks; k++) {
                long index = k == looks - 1 ? rows - 1 : k * (rows / looks);
                row.clear();
                while (row.hasRemaining()) {
                    if (channel.read(row, parameters.offset() + index * rowBytes + row.position()) < 0) {
                        return false;
                    }
                }
                if (Arrays.equals(row.array(), untouched)) {
                    return false;
                }
            }
        }
        return true;
    }

    /**
     * How many rows from {@code first} to {@code end - 1} were written into {@code file}, as their parameters tell:
     * where nothing was, a file holds zeros, and no source has only such parameters.
     */
    long writtenRows(Path file, DatasetHeader header, long first, long end) throws IOException {
        int rowBytes = Math.toIntExact(header.parameterRowBytes());
        byte[] untouched = new byte[rowBytes];
        byte[] row = new byte[rowBytes];
        long written = 0;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), READ_AHEAD_BYTES)) {
            in.skipNBytes(parameters.offset() + first * rowBytes);
            for (long k = first; k < end; k++) {
                if (in.readNBytes(row, 0, rowBytes) == rowBytes && !Arrays.equals(row, untouched)) {
                    written++;
                }
            }
        }
        return written;
    }

    /** Makes the file unreadable to HDF5 until {@link #restore}. */
    static void markUnfinished(FileChannel channel) throws IOException {
        PositionedWrites.write(channel, ByteBuffer.allocate(Long.BYTES).putLong(0, UNFINISHED_SIGNATURE), 0);
    }

    /** Puts every byte outside of the three datasets back to what it was and cuts off what was appended. */
    void restore(FileChannel channel) throws IOException {
        for (Patch patch : metadata) {
            PositionedWrites.write(channel, ByteBuffer.wrap(patch.bytes()), patch.offset());
        }
        channel.truncate(fileBytes);
    }
}
