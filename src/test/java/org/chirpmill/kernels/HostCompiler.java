package org.chirpmill.kernels;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** This machine's C++ compiler, which turns device code into libraries under {@code target/kernels}. */
public enum HostCompiler {
    /** Every product is rounded before it is added. */
    ROUNDING(List.of("-ffp-contract=off")),
    /** Products and sums are fused, as compilers for GPUs do. */
    FUSING(List.of("-ffp-contract=fast"));

    /** The property that, set to true, lets tests fail which this machine cannot run; else they are skipped. */
    public static final String REQUIRED = "chirpmill.requireDeviceTests";

    /** The device code. */
    public static final Path SOURCES = Path.of("kernels");

    private static final String COMMAND = "g++";
    private static final Path LIBRARIES = Path.of("target", "kernels");
    private static final Path CPU = Path.of("/proc/cpuinfo");

    private final List<String> options;
    private final Map<Path, SymbolLookup> libraries = new HashMap<>();

    HostCompiler(List<String> options) {
        this.options = options;
    }

    /** Why this machine cannot compile and run device code in this way, with the remedy; empty where it can. */
    public Optional<String> obstacle() {
        if (!runs(List.of(COMMAND, "--version"))) {
            return Optional.of("there is no g++ to compile the device code for the CPU: install g++");
        }
        if (this == FUSING && isX86() && !hasFma()) {
            return Optional.of("this processor cannot fuse a product and a sum: use one with FMA and AVX2");
        }
        return Optional.empty();
    }

    /** Skips the calling test where there is an {@link #obstacle}, or lets it fail where {@link #REQUIRED} is set. */
    public void require() {
        require(obstacle(), Boolean.getBoolean(REQUIRED));
    }

    static void require(Optional<String> obstacle, boolean isRequired) {
        obstacle.ifPresent(reason -> {
            if (isRequired) {
                throw new AssertionError("-D" + REQUIRED + "=true allows no skipped test, but " + reason);
            }
            throw new DeviceTestSkippedException(reason);
        });
    }

    /** The library of a source file, compiled where it or a header is newer. */
    public synchronized SymbolLookup library(Path source) {
        return libraries.computeIfAbsent(source, this::compiled);
    }

    private SymbolLookup compiled(Path source) {
        try {
            List<String> command = command(source);
            String stem = source.getFileName().toString().replace(".cu", "");
            // The name tells how it was compiled, so that other options make another library.
            Path library = LIBRARIES.resolve(stem + "-" + Integer.toHexString(command.hashCode()) + ".so");
            if (isStale(library, source)) {
                Files.createDirectories(LIBRARIES);
                Path unfinished = Files.createTempFile(LIBRARIES, stem, ".so");
                command.addAll(List.of("-o", unfinished.toString()));
                if (!runs(command)) {
                    throw new IllegalStateException(String.join(" ", command) + " failed: what it says is above");
                }
                Files.move(unfinished, library, StandardCopyOption.ATOMIC_MOVE);
            }
            return SymbolLookup.libraryLookup(library, Arena.global());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> command(Path source) {
        List<String> command = new ArrayList<>(List.of(COMMAND, "-std=c++17", "-O2", "-Wall", "-Wextra", "-shared",
            "-fPIC", "-I", SOURCES.toString()));
        command.addAll(options);
        if (this == FUSING && isX86()) {
            command.addAll(List.of("-mfma", "-mavx2"));
        }
        command.addAll(List.of("-x", "c++", source.toString()));
        return command;
    }

    private static boolean isStale(Path library, Path source) throws IOException {
        if (!Files.exists(library)) {
            return true;
        }
        try (Stream<Path> headers = Files.list(SOURCES)) {
            long built = Files.getLastModifiedTime(library).toMillis();
            for (Path file : Stream.concat(Stream.of(source), headers).toList()) {
                if (Files.getLastModifiedTime(file).toMillis() > built) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isX86() {
        return System.getProperty("os.arch").equals("amd64");
    }

    private static boolean hasFma() {
        try {
            List<String> words = List.of(Files.readString(CPU).split("\\s+"));
            return words.contains("fma") && words.contains("avx2");
        } catch (IOException e) {
            return false;
        }
    }

    /** Runs a command, whose warnings and errors go to this process's. */
    private static boolean runs(List<String> command) {
        try {
            return new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(String.join(" ", command) + " was interrupted", e);
        }
    }
}
