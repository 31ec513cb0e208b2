package org.chirpmill.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileStoreSpaceTest {
    @ParameterizedTest
    @ValueSource(strings = {"ext4", "xfs", "btrfs", "tmpfs", "zfs", "overlay", "nfs4", "lustre", "apfs"})
    void unwrittenRowsTakeNoRoomWhereFilesAreSparse(String type) {
        assertFalse(FileStoreSpace.isReserved(type), type);
    }

    @ParameterizedTest
    @ValueSource(strings = {"vfat", "exfat", "exFAT", "FAT32", "hfs", "NTFS", "fuseblk"})
    void unwrittenRowsMayHaveTheirRoomElsewhere(String type) {
        assertTrue(FileStoreSpace.isReserved(type), type);
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "others may have no such file system")
    void aFileSystemThatDoesNotTellRefusesNothing() throws IOException {
        assertEquals(Long.MAX_VALUE, new FileStoreSpace().bytes(Path.of("/proc")));
    }

    @Test
    void theFileSystemIsAsked(@TempDir Path directory) throws IOException {
        FileStoreSpace space = new FileStoreSpace();
        assertEquals(FileStoreSpace.isReserved(Files.getFileStore(directory).type()), space.isReserved(directory));
        long free = space.bytes(directory);
        assertTrue(free > 0 && free <= Files.getFileStore(directory).getTotalSpace(), free + " bytes free");
    }
}
