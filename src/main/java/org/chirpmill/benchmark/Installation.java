package org.chirpmill.benchmark;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where Chirpmill lies, and which state of its sources that is. */
public final class Installation {
    private Installation() {}

    /** The project's folder: classes and jar lie in its {@code target}. */
    public static Path home() {
        try {
            return Path.of(Installation.class.getProtectionDomain().getCodeSource().getLocation().toURI())
                .getParent().getParent();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The commit, with "-dirty" where files were changed; empty where git does not know. */
    public static Optional<String> commit() throws InterruptedException {
        // Without this, git would look further up and name the commit of another project.
        if (!Files.exists(home().resolve(".git"))) {
            return Optional.empty();
        }
        try {
            Process git = new ProcessBuilder("git", "-C", home().toString(), "describe", "--always", "--dirty")
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
            String commit = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return git.waitFor() == 0 ? Optional.of(commit) : Optional.empty();
        } catch (IOException noGit) {
            return Optional.empty();
        }
    }
}
