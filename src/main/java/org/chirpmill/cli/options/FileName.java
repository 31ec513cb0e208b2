package org.chirpmill.cli.options;

import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The name of a file, as users write it. */
public final class FileName {
    private FileName() {}

    /** Whether a name says that it is a folder's, as {@code results/} does. */
    public static boolean isOfFolder(String word) {
        return word.endsWith("/");
    }

    /** Reads a name. Java forgets the slash at its end, and would write a file where a folder is meant. */
    public static final class Reader implements ITypeConverter<Path> {
        @Override
        public Path convert(String word) {
            Path path = Path.of(word);
            if (isOfFolder(word) && !Files.isDirectory(path)) {
                throw new TypeConversionException("no file");
            }
            return path;
        }
    }
}
