package org.chirpmill.hdf5.read;

import io.jhdf.ObjectHeader;
import io.jhdf.Superblock;
import io.jhdf.SymbolTableEntry;
import io.jhdf.object.message.DataSpaceMessage;
import java.io.IOException;
import java.nio.file.Path;

/**
 * An HDF5 file that anybody may have written, open for reading. Whatever is wrong with it comes as one sentence that
 * names it. One thread at a time.
 */
public final class StoredFile implements AutoCloseable {
    private final FileBytes bytes;
    private final StoredGroup root;

    private StoredFile(FileBytes bytes) throws IOException {
        this.bytes = bytes;
        root = bytes.guarded("its root", () -> StoredGroup.of(this, "/", header(rootAddress())));
    }

    /**
     * Opens a file.
     *
     * @throws org.chirpmill.hdf5.UnusableFileException where there is none, or none of HDF5
     */
    public static StoredFile open(Path path) throws IOException {
        FileBytes bytes = FileBytes.open(path);
        try {
            return new StoredFile(bytes);
        } catch (IOException | RuntimeException e) {
            bytes.close();
            throw e;
        }
    }

    /**
     * Refuses what is not there, and directories, pipes and devices: nobody waits for what comes out of those.
     *
     * @throws org.chirpmill.hdf5.UnusableFileException with what it is
     */
    public static void requireOrdinary(Path path) throws IOException {
        FileBytes.requireOrdinary(path);
    }

    private long rootAddress() {
        return switch (bytes.getSuperblock()) {
            case Superblock.SuperblockV0V1 old -> new SymbolTableEntry(bytes,
                old.getRootGroupSymbolTableAddress() - old.getBaseAddressByte()).getObjectHeaderAddress();
            case Superblock.SuperblockV2V3 newer -> newer.getRootGroupObjectHeaderAddress();
            default -> throw new IllegalStateException();
        };
    }

    ObjectHeader header(long address) {
        return ObjectHeader.readObjectHeader(bytes, address);
    }

    static boolean isArray(ObjectHeader header) {
        return header.hasMessageOfType(DataSpaceMessage.class);
    }

    FileBytes bytes() {
        return bytes;
    }

    /** Where it was opened. */
    public Path path() {
        return bytes.path();
    }

    /** The group that holds all else. */
    public StoredGroup root() {
        return root;
    }

    @Override
    public void close() {
        bytes.close();
    }
}
