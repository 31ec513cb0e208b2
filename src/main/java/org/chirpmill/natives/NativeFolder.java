package org.chirpmill.natives;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder that native libraries are unpacked to and loaded from: nobody else may write there, or somebody else's
 * code would run. The libraries' own loaders take folders under /tmp whose names can be foretold, and load what they
 * find. {@link #prepare} comes before the first class of theirs.
 */
public final class NativeFolder {
    /** What javacpp asks for, which loads HDF5 and OpenBLAS; in both spellings a user may have set it. */
    private static final String OF_JAVACPP = "org.bytedeco.javacpp.cachedir";
    private static final String OF_JAVACPP_TOO = "org.bytedeco.javacpp.cacheDir";
    /** What jline asks for, which finds out how wide a terminal is. */
    private static final String OF_JLINE = "jline.tmpdir";

    private NativeFolder() {}

    /**
     * Has all loaders take the folder, where the user names none to them.
     *
     * @throws UnsatisfiedLinkError where somebody else may write to it, or none can be made
     */
    public static void prepare() {
        String folder = users().orElseGet(() -> Chosen.FOLDER.path().toString());
        Stream.of(OF_JAVACPP, OF_JLINE).filter(property -> System.getProperty(property) == null)
            .forEach(property -> System.setProperty(property, folder));
    }

    private static Optional<String> users() {
        return Stream.of(OF_JAVACPP, OF_JAVACPP_TOO).map(System::getProperty).filter(folder -> folder != null)
            .findFirst();
    }

    /** Chosen when it is first asked for, once a JVM. */
    private static final class Chosen {
        static final PrivateFolder FOLDER = PrivateFolder.of(
            Optional.ofNullable(System.getenv("XDG_CACHE_HOME")), System.getProperty("user.home"),
            Path.of(System.getProperty("java.io.tmpdir")));
    }
}
