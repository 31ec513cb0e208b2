package org.chirpmill.natives;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A folder that this user alone writes to.
 *
 * @param folder where it is; empty where there is none that is safe
 * @param refusal why not, a sentence
 */
record PrivateFolder(Optional<Path> folder, String refusal) {
    private static final Set<PosixFilePermission> OTHERS_WRITE =
        Set.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);
    private static final Set<PosixFilePermission> OWNER_ALONE = PosixFilePermissions.fromString("rwx------");
    private static final String REMEDY =
        ": see whose it is and remove it, or name another folder with the JVM's option -Dorg.bytedeco.javacpp.cachedir";

    /**
     * The user's cache, kept from run to run, or where nothing can be written there, a new folder for this run alone.
     *
     * @param caches the environment's XDG_CACHE_HOME
     * @param home the user's
     * @param temporary folder of the system
     */
    static PrivateFolder of(Optional<String> caches, String home, Path temporary) {
        try {
            // The specification has relative paths ignored.
            Path cache = caches.map(Path::of).filter(Path::isAbsolute).orElseGet(() -> Path.of(home, ".cache"));
            if (cache.isAbsolute()) {
                return kept(cache.resolve("chirpmill"));
            }
        } catch (IOException | InvalidPathException | UncheckedIOException unwritable) {
            // Then one for this run.
        }
        return ofThisRun(temporary);
    }

    /** Where libraries may be loaded from. */
    Path path() {
        return folder.orElseThrow(() -> new UnsatisfiedLinkError(refusal));
    }

    private static PrivateFolder kept(Path parent) throws IOException {
        Files.createDirectories(parent.getParent());
        Path folder = parent.resolve("natives");
        for (Path made : List.of(parent, folder)) {
            try {
                Files.createDirectory(made, forTheOwnerAlone(made.getParent()));
            } catch (FileAlreadyExistsException there) {
                // Checked below, whoever made it.
            }
        }
        Path probe = Files.createTempFile(folder, "probe", null);
        try {
            for (Path checked : List.of(parent, folder)) {
                Optional<String> fault = fault(checked.toRealPath(), probe);
                if (fault.isPresent()) {
                    return new PrivateFolder(Optional.empty(), fault.get());
                }
            }
        } finally {
            Files.delete(probe);
        }
        return new PrivateFolder(Optional.of(folder), "");
    }

    /** What makes a folder unfit: others own it or may write to it. The probe is a file of ours. */
    private static Optional<String> fault(Path folder, Path probe) throws IOException {
        if (!isPosix(folder)) {
            return Optional.empty();
        }
        if (!Files.getOwner(folder).equals(Files.getOwner(probe))) {
            return Optional.of("no library is loaded from " + folder + ", which belongs to "
                + Files.getOwner(folder).getName() + REMEDY + ".");
        }
        return Files.getPosixFilePermissions(folder).stream().anyMatch(OTHERS_WRITE::contains)
            ? Optional.of("no library is loaded from " + folder + ", to which others may write" + REMEDY + ".")
            : Optional.empty();
    }

    private static PrivateFolder ofThisRun(Path temporary) {
        try {
            // On POSIX nobody but the owner may do anything there, and its name cannot be foretold.
            Path folder = Files.createTempDirectory(temporary, "chirpmill-natives");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder), "deletes native libraries"));
            return new PrivateFolder(Optional.of(folder), "");
        } catch (IOException unwritable) {
            return new PrivateFolder(Optional.empty(), "there is no folder to unpack native libraries to: neither the "
                + "user's cache nor " + temporary + " can be written; name one with the JVM's option "
                + "-Dorg.bytedeco.javacpp.cachedir.");
        }
    }

    /** Whatever the system lets go: some hold files that are loaded. */
    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        } catch (IOException | UncheckedIOException gone) {
            // Another has deleted it.
        }
    }

    private static FileAttribute<?>[] forTheOwnerAlone(Path folder) throws IOException {
        return isPosix(folder)
            ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ALONE)} : new FileAttribute<?>[0];
    }

    private static boolean isPosix(Path folder) throws IOException {
        return Files.getFileStore(folder).supportsFileAttributeView("posix");
    }
}
