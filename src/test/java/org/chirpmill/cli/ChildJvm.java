package org.chirpmill.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The real command in a process of its own, on the tests' class path, with JVM options of one's choice. */
public final class ChildJvm {
    /** What lets the vector backend run. */
    public static final List<String> VECTORS = List.of("--add-modules", "jdk.incubator.vector");

    private ChildJvm() {}

    /** Standard output and standard error go into one text, which is the run's {@code out}. */
    public static CommandLineRun run(List<String> jvmOptions, Object... arguments)
            throws IOException, InterruptedException {
        return run(Map.of(), jvmOptions, arguments);
    }

    /** The same with more in the environment. */
    public static CommandLineRun run(Map<String, String> environment, List<String> jvmOptions, Object... arguments)
            throws IOException, InterruptedException {
        return run(Chirpmill.class, environment, jvmOptions, arguments);
    }

    /** The same with a {@code main} of one's choice in place of the command's. */
    public static CommandLineRun run(Class<?> program, Map<String, String> environment, List<String> jvmOptions,
            Object... arguments) throws IOException, InterruptedException {
        Process child = start(program, environment, jvmOptions, arguments);
        String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new CommandLineRun(child.waitFor(), said, "");
    }

    /** The command, begun and not waited for. */
    public static Process start(List<String> jvmOptions, Object... arguments) throws IOException {
        return start(Chirpmill.class, Map.of(), jvmOptions, arguments);
    }

    /** The same with a {@code main} of one's choice. */
    public static Process start(Class<?> program, List<String> jvmOptions, Object... arguments) throws IOException {
        return start(program, Map.of(), jvmOptions, arguments);
    }

    private static Process start(Class<?> program, Map<String, String> environment, List<String> jvmOptions,
            Object... arguments) throws IOException {
        List<String> words = new ArrayList<>(List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(), "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow", "-XX:+UseSerialGC", "-Xmx512m", "-Xlog:disable"));
        words.addAll(jvmOptions);
        words.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
        for (Object argument : arguments) {
            words.add(argument.toString());
        }
        ProcessBuilder builder = told(new ProcessBuilder(words).redirectErrorStream(true));
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** A JVM that is told what its words say and nothing else: what is in the environment would win over them. */
    public static ProcessBuilder told(ProcessBuilder builder) {
        builder.environment().keySet().removeAll(Set.of("_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
        return builder;
    }
}
