package org.chirpmill.cli.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.chirpmill.cli.hostile.ElementType.Field;
import org.chirpmill.hdf5.UnusableFileException;
import org.chirpmill.hdf5.read.StoredFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that the HDF5 library does not write, and does not read back. */
class PatchedFilesTest {
    @TempDir
    private Path directory;

    /** A file with a table "table" of the fields "aaaa" and "bbbb", after a replacement of bytes. */
    private String refusalOfTable(String bytes, String replacement) throws IOException {
        Path file = directory.resolve("patched.h5");
        try (Hdf5Author author = Hdf5Author.create(file)) {
            author.dataset("table", ElementType.record(List.of(new Field("aaaa", ElementType.F8),
                new Field("bbbb", ElementType.F8))), Hdf5Author.Shape.of(3), new byte[48]);
        }
        String content = Files.readString(file, ISO_8859_1);
        assertTrue(content.contains(bytes), "nothing to replace");
        Files.writeString(file, content.replace(bytes, replacement), ISO_8859_1);
        return assertThrows(UnusableFileException.class, () -> {
            try (StoredFile stored = StoredFile.open(file)) {
                stored.root().array("table");
            }
        }).getMessage().replace(file.toString(), "FILE");
    }

    private static String damaged(String what, String reason) {
        return "FILE cannot be read: " + what + " is damaged, or in a format that is not read (" + reason + ").";
    }

    @Test
    void fieldsThatLieOnEachOtherAreRefused() throws IOException {
        assertEquals(damaged("'/table'", "field 'bbbb' lies on another one"),
            refusalOfTable("bbbb\0\0\0\0\u0008\0\0\0", "bbbb\0\0\0\0\u0004\0\0\0"));
    }

    @Test
    void fieldsOfOneNameAreRefused() throws IOException {
        assertEquals(damaged("'/table'", "two fields of a record have the same name"),
            refusalOfTable("bbbb", "aaaa"));
    }

    @Test
    void membersWithoutANameAreRefused() throws IOException {
        assertEquals(damaged("its root", "a member has the name '', which none can have"),
            refusalOfTable("table", "\0\0\0\0\0"));
        assertEquals(damaged("its root", "a member has the name 'ta/le', which none can have"),
            refusalOfTable("table", "ta/le"));
    }
}
