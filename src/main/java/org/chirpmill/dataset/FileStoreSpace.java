package org.chirpmill.dataset;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/** Room as the file system tells it. */
record FileStoreSpace() implements WriterEnvironment.FreeSpace {
    /**
     * The types, as Linux, macOS and Windows name them, that have no sparse files, have them only on demand, or may
     * stand for others that do.
     */
    private static final Set<String> PERHAPS_WITHOUT_SPARSE_FILES = Set.of("vfat", "msdos", "fat", "fat32", "exfat",
        "hfs", "hfsplus", "ntfs", "ntfs3", "refs", "fuseblk", "cifs", "smb3", "smbfs");

    @Override
    public long bytes(Path directory) throws IOException {
        FileStore store = Files.getFileStore(directory);
        // One that does not tell, as some in user space, says zero for everything.
        return store.getTotalSpace() == 0 ? Long.MAX_VALUE : store.getUsableSpace();
    }

    @Override
    public boolean isReserved(Path directory) throws IOException {
        return isReserved(Files.getFileStore(directory).type());
    }

    static boolean isReserved(String type) {
        return PERHAPS_WITHOUT_SPARSE_FILES.contains(type.toLowerCase(Locale.ROOT));
    }
}
