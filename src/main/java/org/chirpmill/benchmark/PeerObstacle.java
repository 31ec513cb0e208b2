package org.chirpmill.benchmark;

import java.io.IOException;
import java.nio.file.Path;

/** Why a peer cannot run. */
public sealed interface PeerObstacle {
    /**
     * Its script is not there.
     *
     * @param script where it should lie
     */
    record NoScript(Path script) implements PeerObstacle {}

    /**
     * The interpreter does not start.
     *
     * @param failure what the system says
     */
    record NoPython(IOException failure) implements PeerObstacle {}

    /**
     * The interpreter lacks what the script needs.
     *
     * @param said what the script says of that
     */
    record NoLibrary(String said) implements PeerObstacle {}
}
