package org.chirpmill.feed;

import java.io.IOException;
import java.net.ConnectException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.time.Duration;
import java.time.Instant;

/**
 * A server's folder, which nobody but its user may enter: its socket and all memory that it shares. Whether a server
 * lives is asked of its socket, which the system stops answering when the process is gone, however it went: so folders
 * of the dead are found and swept.
 */
final class FeedFolder implements AutoCloseable {
    private static final String SOCKET = "socket";
    private static final String PREFIX = "chirpmill-serve-";
    /** Of a folder whose socket does not listen yet. */
    private static final String PREFIX_OF_NEW = "chirpmill-serve.new-";
    private static final Duration LONGEST_BEGINNING = Duration.ofMinutes(1);

    private final Path folder;
    private final ServerSocketChannel listener;

    private FeedFolder(Path folder, ServerSocketChannel listener) {
        this.folder = folder;
        this.listener = listener;
    }

    /** Where shared memory is files: Linux's /dev/shm, elsewhere the system's folder of temporary files. */
    static Path usualParent() {
        Path shared = Path.of("/dev/shm");
        return Files.isWritable(shared) ? shared : Path.of(System.getProperty("java.io.tmpdir"));
    }

    /**
     * Makes one, listening, and sweeps those that dead servers of the same user have left beside it.
     *
     * @param parent where it is made
     */
    static FeedFolder create(Path parent) throws IOException {
        Path begun = begin(parent);
        ServerSocketChannel listener = null;
        try {
            sweep(parent, Files.getOwner(begun));
            listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            listener.bind(UnixDomainSocketAddress.of(begun.resolve(SOCKET)));
            // It is found under its name only from now on, when its socket answers.
            Path named = parent.resolve(begun.getFileName().toString().replace(PREFIX_OF_NEW, PREFIX));
            return new FeedFolder(Files.move(begun, named, StandardCopyOption.ATOMIC_MOVE), listener);
        } catch (IOException | RuntimeException failure) {
            if (listener != null) {
                listener.close();
            }
            delete(begun);
            throw failure;
        }
    }

    private static Path begin(Path parent) throws IOException {
        try {
            return Files.createTempDirectory(parent, PREFIX_OF_NEW,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (UnsupportedOperationException noPosix) {
            throw new UnsupportedOperationException("in " + parent + " no folder can be kept from others, as it can on "
                + "Linux and macOS: rows are served on these alone", noPosix);
        }
    }

    private static void sweep(Path parent, UserPrincipal user) throws IOException {
        try (DirectoryStream<Path> found = Files.newDirectoryStream(parent, "chirpmill-serve*")) {
            for (Path folder : found) {
                if (isOf(user, folder) && isDead(folder)) {
                    delete(folder);
                }
            }
        }
    }

    private static boolean isOf(UserPrincipal user, Path folder) {
        try {
            return Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                && Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).equals(user);
        } catch (IOException gone) {
            return false;
        }
    }

    private static boolean isDead(Path folder) {
        if (folder.getFileName().toString().startsWith(PREFIX_OF_NEW)) {
            return isOld(folder);
        }
        Path socket = folder.resolve(SOCKET);
        try (SocketChannel probe = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            // Else one that has too much to do would be waited for.
            probe.configureBlocking(false);
            probe.connect(UnixDomainSocketAddress.of(socket));
            return false;
        } catch (ConnectException refused) {
            return true;
        } catch (IOException unknown) {
            return !Files.exists(socket, LinkOption.NOFOLLOW_LINKS);
        }
    }

    private static boolean isOld(Path folder) {
        try {
            return Files.getLastModifiedTime(folder, LinkOption.NOFOLLOW_LINKS)
                .compareTo(FileTime.from(Instant.now().minus(LONGEST_BEGINNING))) < 0;
        } catch (IOException gone) {
            return false;
        }
    }

    /** The folder and the files in it, of which none is a folder. */
    private static void delete(Path folder) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                file.toFile().delete();
            }
        } catch (IOException gone) {
            // Another has swept it.
        }
        folder.toFile().delete();
    }

    Path path() {
        return folder;
    }

    /** Where clients connect. */
    Path socket() {
        return folder.resolve(SOCKET);
    }

    /** What hears them. */
    ServerSocketChannel listener() {
        return listener;
    }

    /** Deletes the folder with all that is in it; memory that is mapped stays until it is let go. */
    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException deaf) {
            // Nobody is heard any more.
        }
        delete(folder);
    }
}
