package org.chirpmill.bench.gpu;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs this program's tiny run under compute-sanitizer, where that is installed. */
final class Sanitizer {
    private static final String NAME = "compute-sanitizer";
    private static final long MOST_SECONDS = 100;
    private static final int FOUND = 9;

    private final Path folder;
    private final PrintStream log;

    /** Its reports go into {@code folder}. */
    Sanitizer(Path folder, PrintStream log) {
        this.folder = folder;
        this.log = log;
    }

    /** What each tool said, in a word or two; empty where there is none. */
    Map<String, String> verdicts(long endNanos) throws IOException, InterruptedException {
        Map<String, String> verdicts = new LinkedHashMap<>();
        Optional<Path> program = program();
        if (program.isEmpty()) {
            return verdicts;
        }
        for (String tool : List.of("memcheck", "racecheck")) {
            long seconds = Math.min(MOST_SECONDS, (endNanos - System.nanoTime()) / 1_000_000_000L);
            verdicts.put(tool, seconds < 10 ? "no time was left" : verdict(program.get(), tool, seconds));
        }
        return verdicts;
    }

    private String verdict(Path program, String tool, long seconds) throws IOException, InterruptedException {
        log.println("running " + NAME + " --tool " + tool);
        List<String> command = new ArrayList<>(List.of(program.toString(), "--tool", tool, "--error-exitcode",
            String.valueOf(FOUND), "--target-processes", "all"));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), GpuBenchmark.class.getName(), "--tiny"));
        Path report = folder.resolve(tool + ".log");
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(report.toFile()).start();
        if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
            return "did not end within " + seconds + " s";
        }
        String summary;
        try (Stream<String> lines = Files.lines(report)) {
            summary = lines.filter(line -> line.contains("SUMMARY")).reduce((first, last) -> last)
                .map(line -> line.replaceFirst("^=+\\s*", "")).orElse("says nothing");
        }
        return (process.exitValue() == 0 ? "clean" : "exit status " + process.exitValue()) + ": " + summary;
    }

    private static Optional<Path> program() {
        List<String> folders = new ArrayList<>(List.of(System.getenv().getOrDefault("PATH", "")
            .split(File.pathSeparator)));
        folders.add(System.getenv().getOrDefault("CUDA_HOME", "/usr/local/cuda") + "/bin");
        return folders.stream().filter(folder -> !folder.isBlank()).map(folder -> Path.of(folder, NAME))
            .filter(Files::isExecutable).findFirst();
    }
}
