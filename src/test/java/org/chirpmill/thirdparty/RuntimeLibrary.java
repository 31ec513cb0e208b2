package org.chirpmill.thirdparty;

import static java.util.stream.Collectors.toCollection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;

/**
 * A jar of the launcher's class path.
 *
 * @param name group and artifact, as in {@code org.yaml:snakeyaml}
 * @param version as Maven resolved it
 * @param jar in Maven's local repository, beside its POM
 */
record RuntimeLibrary(String name, String version, Path jar) {
    /** What the build lists before its tests are compiled, with Maven's scope runtime, as target/lib has it. */
    private static final Path LIST = Path.of("target/runtime-libraries.txt");
    private static final Pattern LINE =
        Pattern.compile("\\s+([^:\\s]+:[^:]+):jar(?::[^:]+)?:([^:]+):(?:compile|runtime):(.+?\\.jar)(?:[ \u001b].*)?");
    private static final Pattern NATIVE =
        Pattern.compile("(?:.*/)?([^/]+?)\\.(?:so|dll|dylib|jnilib|exe)(?:\\.[\\d.]+)?");

    /** Maven colours what it lists where a terminal might see it. */
    static List<RuntimeLibrary> of(List<String> lines) {
        return lines.stream().map(LINE::matcher).filter(Matcher::matches)
            .map(line -> new RuntimeLibrary(line.group(1), line.group(2), Path.of(line.group(3)))).toList();
    }

    /** All of them, those with native libraries after their namesakes. */
    static List<RuntimeLibrary> all() throws IOException {
        return of(Files.readAllLines(LIST));
    }

    /** The names of native libraries within, without endings and versions. */
    TreeSet<String> natives() throws IOException {
        try (ZipFile file = new ZipFile(jar.toFile())) {
            return file.stream().flatMap(entry -> nativeName(entry.getName()).stream())
                .collect(toCollection(TreeSet::new));
        }
    }

    /** The like of a single file; nothing where it is none. */
    static Optional<String> nativeName(String file) {
        Matcher matcher = NATIVE.matcher(file);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** The POM that the jar came with. */
    Path pom() {
        return jar.resolveSibling(jar.getParent().getParent().getFileName() + "-" + version + ".pom");
    }

    /** The folder of the repository that the jar lies in. */
    Path repository() {
        int folders = name.substring(0, name.indexOf(':')).split("\\.").length + 3;
        Path folder = jar;
        for (int k = 0; k < folders; k++) {
            folder = folder.getParent();
        }
        return folder;
    }
}
