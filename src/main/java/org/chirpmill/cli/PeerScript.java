package org.chirpmill.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A peer in a process of its own, held to one core.
 *
 * @param peer which
 * @param python the interpreter
 */
record PeerScript(Peer peer, String python) {
    /**
     * Says what to install where it cannot run.
     *
     * @throws UnsupportedOperationException with that sentence
     */
    void requireInstalled() throws IOException, InterruptedException {
        if (!Files.isReadable(path())) {
            throw new UnsupportedOperationException("--peer needs " + path() + ", which is not there: run Chirpmill "
                + "from its own folder, as its launcher does");
        }
        Outcome outcome;
        try {
            outcome = run(List.of());
        } catch (IOException absent) {
            throw new UnsupportedOperationException("--python is '" + python + "', which does not start: give a "
                + "Python 3 into which 'pip install " + peer.packages() + "' went", absent);
        }
        if (outcome.exitCode != 0) {
            throw new UnsupportedOperationException("--peer " + peer + " cannot run with --python " + python + " ("
                + outcome.lastLine() + "): name a Python into which that went");
        }
    }

    /** Has the first rows of a dataset evaluated and compared. */
    PeerRate measure(Path dataset, long rows, int repeats, boolean multibanding)
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
        return PeerRate.of(outcome.json(), multibanding);
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
