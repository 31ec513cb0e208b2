package org.chirpmill.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program in docs/library.md does what the page says. */
class LibraryExampleTest {
    private static final Pattern PROGRAM = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    @TempDir
    private Path directory;

    @Test
    void theProgramOfThePageCompilesAndRuns() throws Exception {
        Matcher program = PROGRAM.matcher(Files.readString(Path.of("docs/library.md")));
        assertTrue(program.find(), "docs/library.md has no program");
        Path source = Files.writeString(directory.resolve("Loudest.java"), program.group(1));
        compile(source);
        String printed = run("Loudest");
        long rows = printed.lines().filter(line -> line.endsWith(" more"))
            .mapToLong(line -> Long.parseLong(line.split(" ")[0])).sum();
        assertEquals(100, rows, printed);
        double loudest = Double.parseDouble(printed.lines().toList().getLast().split(": ")[1]);
        assertTrue(loudest > 1e-24 && loudest < 1e-20, printed);
    }

    private void compile(Path source) throws Exception {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            boolean done = compiler.getTask(said, files, null, List.of("-d", directory.toString(), "-proc:none",
                "-classpath", Path.of(Run.class.getProtectionDomain().getCodeSource().getLocation().toURI())
                    .toString()), null, files.getJavaFileObjects(source)).call();
            assertTrue(done, said::toString);
        }
    }

    private String run(String name) throws Exception {
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {directory.toUri().toURL()}, Run.class.getClassLoader())) {
            System.setOut(new PrintStream(printed, true));
            loader.loadClass(name).getMethod("main", String[].class).invoke(null, (Object) new String[0]);
        } finally {
            System.setOut(before);
        }
        return printed.toString();
    }
}
