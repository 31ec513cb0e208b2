package org.chirpmill.settings;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A text that a user or a data set names, read whole. What is no ordinary file is refused before it is opened, since a
 * pipe, a terminal or a device may give its first byte never and its last byte neither; so is what is larger than any
 * such text.
 */
public final class TextFile {
    private TextFile() {}

    /**
     * Reads it.
     *
     * @param kind what it is and "of its name" will be, such as "the settings file", for messages
     * @param mostBytes the most that are read
     * @throws SettingsException in a sentence that has the file's name and nothing of its content
     */
    public static String read(Path file, String kind, Charset charset, long mostBytes) {
        byte[] bytes = bytes(file, kind, mostBytes);
        try {
            return charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT).decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException binary) {
            throw refusal(file, kind, "is no " + charset.name() + " text");
        }
    }

    private static byte[] bytes(Path file, String kind, long mostBytes) {
        if (!Files.exists(file)) {
            throw refusal(file, kind, "does not exist");
        }
        if (!Files.isRegularFile(file)) {
            throw refusal(file, kind, Files.isDirectory(file) ? "is a folder" : "is no ordinary file");
        }
        try {
            // Files that a system makes up, as under /proc, have no size, and some of them wait for something to tell.
            long size = Files.size(file);
            if (size <= mostBytes) {
                try (InputStream in = Files.newInputStream(file)) {
                    return in.readNBytes((int) size);
                }
            }
        } catch (IOException unreadable) {
            throw refusal(file, kind, "cannot be read");
        }
        throw refusal(file, kind, "is larger than the " + (mostBytes >> 20) + " MiB that are read of such a file");
    }

    private static SettingsException refusal(Path file, String kind, String why) {
        return new SettingsException(kind + " " + file + " " + why + ".");
    }
}
