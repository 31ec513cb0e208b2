package org.chirpmill.cli;

import java.io.IOException;
import java.util.Optional;
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
    Optional<PeerScript> script() throws IOException, InterruptedException {
        if (rows < 1) {
            throw new ParameterException(
                spec.commandLine(), "--peer-rows is " + rows + " but must be a whole number, 1 or more");
        }
        if (peer == null) {
            return Optional.empty();
        }
        PeerScript script = new PeerScript(peer, python);
        script.requireInstalled();
        return Optional.of(script);
    }

    /**
     * LALSimulation's function for any frequencies is another than the one whose speed is asked for; ripple looks for
     * the end of IMRPhenomD in even steps.
     */
    void requireGrid(boolean uniform) {
        if (peer != null && !peer.takesAnyGrid() && !uniform) {
            throw new UnsupportedOperationException("--peer " + peer + " evaluates uniform grids only, and this "
                + "configuration's is multibanded: use --peer dingo-gw");
        }
    }

    /** How many rows it gets. */
    long rows() {
        return rows;
    }
}
