package org.chirpmill.feed;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.chirpmill.cli.ChildJvm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Clients in processes of their own that are killed with SIGKILL at random moments. How many is said by {@code
 * -Dchirpmill.kills}.
 */
class DyingClientsTest {
    private static final int KILLS = Integer.getInteger("chirpmill.kills", 3);
    private static final int AT_ONCE = 5;

    @TempDir
    private Path folder;

    @Test
    @Timeout(value = 300, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void whatTheyHadIsFreeAndOthersAreServedOn() throws Exception {
        Random random = new Random(Long.getLong("chirpmill.kills.seed", 1));
        try (FeedServer server = Feeds.start(Feeds.run(folder, Feeds.REJECTING, 3), folder);
                FeedClient survivor = FeedClient.welcomed(server.socket(), 1, 10)) {
            survivor.send(FeedClient.range(0, 0, 40, 10));
            assertEquals(FeedClient.DONE, survivor.next().kind());
            byte[] row = survivor.plus(0, 3);
            for (int kills = 0; kills < KILLS; kills += AT_ONCE) {
                for (Process client : start(server, Math.min(AT_ONCE, KILLS - kills))) {
                    BufferedReader said = new BufferedReader(
                        new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
                    assertEquals("asking", said.readLine());
                    Thread.sleep(random.nextInt(100));
                    client.destroyForcibly().waitFor();
                    survivor.send(FeedClient.list(1, 0, 43));
                    assertEquals(FeedClient.DONE, survivor.next().kind());
                    assertArrayEquals(row, survivor.plus(0, 0));
                }
            }
            Feeds.await("only the survivor has memory", () -> Feeds.memories(server).size() == 1);
        }
        assertEquals(List.of(), Feeds.folders(folder));
    }

    private static List<Process> start(FeedServer server, int count) throws IOException {
        List<Process> clients = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            clients.add(ChildJvm.start(DyingClient.class, List.of(), server.socket()));
        }
        return clients;
    }
}
