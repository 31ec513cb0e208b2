package org.chirpmill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/**
 * A library does not know how its caller words a choice: only the command line's package names options. Reads sources,
 * since those of a profile are not compiled with the rest.
 */
class OptionNamesTest {
    /** An option, with the word before it where there is one. */
    private static final Pattern OPTION = Pattern.compile("(?:\\S+\\s)?(?<![\\w-])--(?:[A-Za-z][\\w-]*|$)");

    /** Options of other programs: how the JVM gets a module, what TornadoVM's launcher, git and peers are asked. */
    private static final Set<String> OF_OTHERS = Set.of("VectorProvider.java: with --add-modules",
        "TornadoProvider.java: tornado --devices", "Installation.java: --always", "Installation.java: --dirty",
        "PeerScript.java: --rows", "PeerScript.java: --repeats", "PeerScript.java: --multibanding");

    @Test
    void noTextOutsideOfTheCommandLineNamesAnOption() throws IOException {
        assertEquals(new TreeSet<>(OF_OTHERS), options(sources(path -> !isCommandLine(path))));
    }

    @Test
    void theCommandLinesOwnAreFound() throws IOException {
        Set<String> found = options(sources(OptionNamesTest::isCommandLine));
        assertTrue(found.containsAll(Set.of("GenerateCommand.java: --resume", "RemedyOptions.java: with --force")),
            found::toString);
    }

    private static boolean isCommandLine(Path source) {
        return source.startsWith(Path.of("src/main/java/org/chirpmill/cli"));
    }

    /** Those of the program and of what profiles add to it. */
    private static List<Path> sources(Predicate<Path> which) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            return files.filter(file -> file.toString().endsWith(".java") && file.getName(2).toString().equals("java"))
                .filter(file -> !file.startsWith(Path.of("src/test")))
                .filter(which)
                .toList();
        }
    }

    /** The options that string literals name, each behind its file's name. */
    private static Set<String> options(List<Path> sources) throws IOException {
        Set<String> found = new TreeSet<>();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask parser = (JavacTask) compiler.getTask(null, files, null, List.of("-proc:none"), null,
                files.getJavaFileObjectsFromPaths(sources));
            for (CompilationUnitTree unit : parser.parse()) {
                String name = Path.of(unit.getSourceFile().getName()).getFileName().toString();
                new TreeScanner<Void, Void>() {
                    @Override
                    public Void visitLiteral(LiteralTree literal, Void nothing) {
                        if (literal.getValue() instanceof String text) {
                            OPTION.matcher(text).results().forEach(option -> found.add(name + ": " + option.group()));
                        }
                        return null;
                    }
                }.scan(unit, null);
            }
        }
        return found;
    }
}
