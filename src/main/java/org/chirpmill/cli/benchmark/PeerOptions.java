package org.chirpmill.cli.benchmark;

import java.util.Optional;
import org.chirpmill.benchmark.Peer;
import org.chirpmill.benchmark.PeerObstacle;
import org.chirpmill.benchmark.PeerScript;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Beside whom to measure. */
final class PeerOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
        names = "--peer",
        paramLabel = "lalsimulation|dingo-gw|ripple",
        description = "Let this one evaluate the same rows afterwards, on one core or, ripple, on the device that JAX "
            + "finds, compare the waveforms, and print the ratios.")
    private Peer peer;

    @Option(
        names = "--python",
        paramLabel = "PYTHON",
        defaultValue = "python3",
        description = "Python into which the peer was installed (default: ${DEFAULT-VALUE}).")
    private String python;

    @Option(
        names = "--peer-rows",
        paramLabel = "N",
        defaultValue = "500",
        description = "At most so many rows for the peer, which may be slow (default: ${DEFAULT-VALUE}).")
    private long rows;

    /** The peer asked for, if any; it can run. */
    Optional<PeerScript> script() throws InterruptedException {
        if (rows < 1) {
            throw new ParameterException(
                spec.commandLine(), "--peer-rows is " + rows + " but must be a whole number, 1 or more");
        }
        if (peer == null) {
            return Optional.empty();
        }
        PeerScript script = new PeerScript(peer, python);
        Optional<PeerObstacle> obstacle = script.obstacle();
        if (obstacle.isPresent()) {
            throw refusal(obstacle.get());
        }
        return Optional.of(script);
    }

    private UnsupportedOperationException refusal(PeerObstacle obstacle) {
        return switch (obstacle) {
            case PeerObstacle.NoScript missing -> new UnsupportedOperationException("--peer needs " + missing.script()
                + ", which is not there: run Chirpmill from its own folder, as its launcher does");
            case PeerObstacle.NoPython absent -> new UnsupportedOperationException("--python is '" + python + "', "
                + "which does not start: give a Python 3 into which 'pip install " + peer.packages() + "' went",
                absent.failure());
            case PeerObstacle.NoLibrary lacking -> new UnsupportedOperationException("--peer " + peer + " cannot run "
                + "with --python " + python + " (" + lacking.said() + "): name a Python into which that went");
        };
    }

    /** ripple looks for the end of IMRPhenomD in even steps. */
    void requireGrid(boolean uniform) {
        if (peer != null && !peer.takesAnyGrid() && !uniform) {
            throw new UnsupportedOperationException("--peer " + peer + " evaluates uniform grids only, and this "
                + "configuration's is multibanded: use --peer lalsimulation or dingo-gw");
        }
    }

    /** How many rows it gets. */
    long rows() {
        return rows;
    }
}
