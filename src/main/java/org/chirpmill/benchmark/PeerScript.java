package org.chirpmill.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chirpmill.model.ModelTraits;

/**
 * A peer in a process of its own, held to one core.
 *
 * @param peer which
 * @param python the interpreter
 */
public record PeerScript(Peer peer, String python) {
    /** Why it cannot run; empty where it can. */
    public Optional<PeerObstacle> obstacle() throws InterruptedException {
        if (!Files.isReadable(path())) {
            return Optional.of(new PeerObstacle.NoScript(path()));
        }
        try {
            Outcome outcome = run(List.of());
            return outcome.exitCode == 0 ? Optional.empty()
                : Optional.of(new PeerObstacle.NoLibrary(outcome.lastLine()));
        } catch (IOException absent) {
            return Optional.of(new PeerObstacle.NoPython(absent));
        }
    }

    /** Has the first rows of a dataset of a model evaluated and compared. */
    PeerRate measure(Path dataset, ModelTraits model, long rows, int repeats, boolean multibanding)
            throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of(
            dataset.toString(), "--rows", String.valueOf(rows), "--repeats", String.valueOf(repeats)));
        if (multibanding) {
            arguments.add("--multibanding");
        }
        Outcome outcome = run(arguments);
        if (outcome.exitCode != 0) {
            throw new IOException(path() + " failed: " + outcome.lastLine());
        }
        return PeerRate.of(outcome.json(), multibanding, model);
    }

    private Path path() {
        return Installation.home().resolve("bench/peers").resolve(peer.script());
    }

    private Outcome run(List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(python, path().toString()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(Map.of("OMP_NUM_THREADS", "1", "OPENBLAS_NUM_THREADS", "1",
            "MKL_NUM_THREADS", "1", "PYTHONDONTWRITEBYTECODE", "1"));
        Process process = builder.start();
        try {
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Outcome(process.waitFor(), output.lines().filter(line -> !line.isBlank()).toList());
        } finally {
            process.destroy();
        }
    }

    private record Outcome(int exitCode, List<String> lines) {
        String lastLine() {
            return lines.isEmpty() ? "exit code " + exitCode : lines.getLast().strip().replaceFirst("\\.$", "");
        }

        /** Libraries may print before and after. */
        String json() throws IOException {
            return lines.reversed().stream().filter(line -> line.startsWith("{")).findFirst()
                .orElseThrow(() -> new IOException("the peer's script printed no result but: " + lastLine()));
        }
    }
}
