package org.chirpmill.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The command in a process of its own, and what it leaves behind. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ServeCommandTest {
    @TempDir
    private Path folder;

    private Process start() throws IOException {
        return ChildJvm.start(List.of(), "serve", Samples.rejecting(folder), "--folder", folder, "--backend", "scalar",
            "--until-eof");
    }

    /** The socket, which is the first line that begins with a slash: messages stand in the same stream here. */
    private static Path socket(Process server) throws IOException {
        BufferedReader said = new BufferedReader(
            new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8));
        StringBuilder all = new StringBuilder();
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            if (line.startsWith("/")) {
                return Path.of(line);
            }
            all.append(line).append('\n');
        }
        throw new AssertionError(all);
    }

    private List<Path> left() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !file.toString().endsWith(".yaml")).toList();
        }
    }

    @Test
    void itEndsWithItsInputAndLeavesNothing() throws Exception {
        Process server = start();
        assertTrue(Files.exists(socket(server)));
        server.getOutputStream().close();
        assertEquals(0, server.waitFor());
        assertEquals(List.of(), left());
    }

    @Test
    void itEndsWithASignalAndLeavesNothing() throws Exception {
        Process server = start();
        assertTrue(Files.exists(socket(server)));
        // Not by the process, which would end its input too.
        assertTrue(server.toHandle().destroy());
        assertEquals(128 + 15, server.waitFor());
        assertEquals(List.of(), left());
    }

    @Test
    void whatAKilledOneLeavesIsSweptByTheNext() throws Exception {
        Process killed = start();
        Path socket = socket(killed);
        try (SocketChannel client = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            client.connect(UnixDomainSocketAddress.of(socket));
            killed.destroyForcibly();
            assertEquals(-1, client.read(ByteBuffer.allocate(1)), "clients hear the end");
        }
        assertEquals(128 + 9, killed.waitFor());
        assertEquals(List.of(socket.getParent()), left());
        Process next = start();
        assertEquals(List.of(socket(next).getParent()), left());
        next.getOutputStream().close();
        assertEquals(0, next.waitFor());
        assertEquals(List.of(), left());
    }

    @Test
    void settingsThatCannotBeUsedAreRefusedAsEverywhere() throws Exception {
        Path settings = Samples.changed(folder, Samples.REJECTING, "IMRPhenomD", "IMRPhenomQ");
        CommandLineRun run = CommandLineRun.of("serve", settings);
        assertEquals(2, run.exitCode());
        assertTrue(run.err().contains("IMRPhenomQ") && run.err().contains("line"), run.err());
        CommandLineRun nowhere = CommandLineRun.of("serve", Samples.QUICK, "--folder", folder.resolve("absent"));
        assertTrue(nowhere.err().contains("which is no folder"), nowhere.err());
    }
}
