package org.chirpmill.feed;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.chirpmill.cli.StoredBytes;
import org.chirpmill.rows.RowRange;
import org.chirpmill.run.DatasetRun;
import org.chirpmill.run.ExistingFile;
import org.chirpmill.run.Run;
import org.chirpmill.run.RunListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What clients are given, and what they are refused. */
@Timeout(value = 30, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FeedServerTest {
    @TempDir
    private Path folder;
    private Run run;
    private FeedServer server;

    @BeforeEach
    void start() throws IOException {
        run = Feeds.run(folder, Feeds.REJECTING, 3);
        server = Feeds.start(run, folder);
    }

    @AfterEach
    void leavesNothing() throws IOException {
        server.close();
        assertEquals(List.of(), Feeds.folders(folder));
    }

    @Test
    void rowsAreTheBytesOfTheFileInWhateverOrderTheyAreAskedFor() throws Exception {
        Path file = folder.resolve("d.hdf5");
        new DatasetRun(run, RowRange.first(40), file, ExistingFile.KEPT).make(RunListener.SILENT);
        Map<String, byte[]> stored = StoredBytes.of(file);
        long[] asked = {39, 0, 17, 17, 4};
        try (FeedClient client = FeedClient.welcomed(server.socket(), 2, 40)) {
            client.send(FeedClient.range(1, 0, 5, 35));
            client.send(FeedClient.list(2, 1, asked));
            List<FeedClient.Message> answers = List.of(client.next(), client.next());
            assertEquals(List.of(FeedClient.DONE, FeedClient.DONE),
                answers.stream().map(FeedClient.Message::kind).toList());
            assertEquals(Set.of(1L, 2L), Set.of(answers.get(0).question(), answers.get(1).question()));
            for (int k = 0; k < 35; k++) {
                assertSameRow(stored, 5 + k, client, 0, k);
            }
            for (int k = 0; k < asked.length; k++) {
                assertSameRow(stored, (int) asked[k], client, 1, k);
            }
        }
    }

    private static void assertSameRow(Map<String, byte[]> stored, int row, FeedClient client, int slot, int place) {
        Map.of("/parameters", client.parameters(slot, place), "/polarizations/h_plus", client.plus(slot, place),
            "/polarizations/h_cross", client.cross(slot, place)).forEach((name, bytes) -> assertArrayEquals(
                Arrays.copyOfRange(stored.get(name), row * bytes.length, (row + 1) * bytes.length), bytes,
                name + " of row " + row));
    }

    @Test
    void theWelcomeDescribesTheSet() throws IOException {
        try (FeedClient client = FeedClient.welcomed(server.socket(), 3, 10)) {
            assertEquals(List.of("mass_1", "mass_2", "chi_1", "chi_2", "theta_jn", "phase", "luminosity_distance"),
                client.set().get("parameters"));
            assertEquals(129, client.number("columns"));
            assertEquals("single", client.set().get("precision"));
            assertEquals("3", ((Map<?, ?>) client.set().get("origin")).get("seed"));
            assertTrue(((String) client.set().get("settings")).contains("'approximant': 'IMRPhenomD'"));
            assertEquals(32, client.number("first_bin"));
            assertEquals(0, client.number("h_plus_offset") % 64);
            assertEquals(0, client.number("h_cross_offset") % 64);
            assertEquals(10, client.number("rows_per_slot"));
            byte[] frequencies = Files.readAllBytes(Path.of((String) client.set().get("frequencies")));
            assertEquals(64.0, ByteBuffer.wrap(frequencies).order(ByteOrder.LITTLE_ENDIAN)
                .getDouble(frequencies.length - Double.BYTES));
        }
    }

    @Test
    void rejectedDrawsAreTold() throws IOException {
        try (FeedClient client = FeedClient.welcomed(server.socket(), 1, 40)) {
            client.send(FeedClient.range(1, 0, 0, 40));
            String told = client.next().told();
            assertTrue(told.contains("\"rejected\":") && told.contains("which is not between -1.0 and 1.0"), told);
        }
    }

    @Test
    void questionsThatCannotBeAnsweredAreRefusedAndTheNextOneIsAnswered() throws IOException {
        try (FeedClient client = FeedClient.welcomed(server.socket(), 2, 10)) {
            Map<ByteBuffer, String> refused = new HashMap<>();
            refused.put(FeedClient.range(1, 0, 0, 11), "a slot takes 1 to 10 rows, not 11.");
            refused.put(FeedClient.range(1, 0, 0, 0), "a slot takes 1 to 10 rows, not 0.");
            refused.put(FeedClient.list(1, 0), "a slot takes 1 to 10 rows, not 0.");
            refused.put(FeedClient.range(1, 0, 0, -1), "there are no -1 rows from row 0 on.");
            refused.put(FeedClient.range(1, 0, -1, 1), "there are no 1 rows from row -1 on.");
            refused.put(FeedClient.range(1, 0, Long.MAX_VALUE, 1),
                "there are no 1 rows from row 9223372036854775807 on.");
            refused.put(FeedClient.list(1, 0, 3, -4), "there is no row -4.");
            refused.put(FeedClient.range(1, 2, 0, 1), "there is no slot 2 among 2.");
            refused.put(FeedClient.range(1, -1, 0, 1), "there is no slot -1 among 2.");
            for (Map.Entry<ByteBuffer, String> each : refused.entrySet()) {
                client.send(each.getKey());
                FeedClient.Message answer = client.next();
                assertEquals(FeedClient.REFUSED, answer.kind(), each.getValue());
                assertEquals(each.getValue(), answer.sentence());
            }
            client.send(FeedClient.range(8, 1, Long.MAX_VALUE - 1, 1));
            assertEquals(FeedClient.DONE, client.next().kind());
        }
    }

    @Test
    void aSlotTakesOneQuestionAtATime() throws IOException {
        try (FeedClient client = FeedClient.welcomed(server.socket(), 1, 1900)) {
            FeedClient.Message first;
            do {
                client.send(FeedClient.range(1, 0, 0, 1900));
                client.send(FeedClient.range(2, 0, 0, 1));
                first = client.next();
                FeedClient.Message second = client.next();
                if (first.question() == 2) {
                    assertEquals(FeedClient.REFUSED, first.kind());
                    assertEquals("slot 0 waits for rows already.", first.sentence());
                }
                assertEquals(FeedClient.DONE, second.kind());
                // Where this machine has other things to do, the rows may be there before the server reads on.
            } while (first.question() == 1);
        }
    }

    @Test
    void greetingsThatMeanNothingEndWithASentence() throws IOException {
        assertFarewell("the server speaks version 1 of the protocol, the client 2: take both from the same version of "
            + "Chirpmill.", FeedClient.hello(2, 1, 1));
        assertFarewell("a client may have 1 to 64 slots, not 65.", FeedClient.hello(1, 65, 1));
        assertFarewell("a client may have 1 to 64 slots, not -1.", FeedClient.hello(1, -1, 1));
        assertFarewell("a client may have 0 to 65536 rows for each, not 65537.", FeedClient.hello(1, 1, 65537));
        assertFarewell("this is no greeting of a client of Chirpmill.", FeedClient.hello(1, 1, 1).put(5, (byte) 0));
        assertFarewell("the first message must be a greeting.", FeedClient.range(1, 0, 0, 1));
        assertFarewell("there is no message of kind 9.", FeedClient.hello(1, 1, 1).put(4, (byte) 9));
        assertFarewell("a message of 4294967295 bytes is not taken: it must have 1 to 524301.",
            FeedClient.hello(1, 1, 1).putInt(0, -1));
        assertFarewell("a greeting has 20 bytes behind its kind, not 24.",
            FeedClient.range(1, 0, 0, 1).put(4, (byte) 1));
    }

    private void assertFarewell(String sentence, ByteBuffer message) throws IOException {
        try (FeedClient client = new FeedClient(server.socket())) {
            client.send(message);
            FeedClient.Message last = client.next();
            assertEquals(FeedClient.FAREWELL, last.kind(), sentence);
            assertEquals(sentence, last.sentence());
            assertThrows(IOException.class, client::next, sentence);
        }
    }

    @Test
    void memoryIsBoundedAndSaysHowMuchThereIs() throws IOException {
        // 4 MiB: 64 slots of three parts each, which begin at pages.
        try (FeedClient client = FeedClient.welcomed(server.socket(), 64, 65536)) {
            long rows = client.number("rows_per_slot");
            assertTrue(rows >= 15 && rows < 32, rows + " rows");
            assertTrue(64 * client.number("slot_bytes") <= 4 << 20);
            client.send(FeedClient.range(1, 63, 0, (int) rows));
            assertEquals(FeedClient.DONE, client.next().kind());
        }
    }

    @Test
    void nobodyElseMayEnterTheFolder() throws IOException {
        assertEquals("rwx------", PosixFilePermissions.toString(
            Files.getPosixFilePermissions(server.socket().getParent())));
    }

    @Test
    void aClientThatGoesLeavesNothing() throws Exception {
        for (int k = 0; k < 20; k++) {
            FeedClient client = FeedClient.welcomed(server.socket(), 4, 1000);
            for (int slot = 0; slot < 4; slot++) {
                client.send(FeedClient.range(slot, slot, 0, 1000));
            }
            client.close();
        }
        Feeds.await("all memory is gone", () -> Feeds.memories(server).isEmpty());
    }

    @Test
    void aClientThatNeverReadsKeepsNobodyWaiting() throws Exception {
        try (FeedClient deaf = FeedClient.welcomed(server.socket(), 1, 1)) {
            Thread talking = Thread.ofVirtual().start(() -> {
                try {
                    for (int k = 0; k < 1_000_000; k++) {
                        deaf.send(FeedClient.range(k, 5, 0, 1));
                    }
                } catch (IOException closed) {
                    // At the end.
                }
            });
            try (FeedClient other = FeedClient.welcomed(server.socket(), 1, 10)) {
                for (int k = 0; k < 50; k++) {
                    other.send(FeedClient.range(k, 0, k, 10));
                    assertEquals(k, other.next().question());
                }
            }
            assertFalse(talking.join(Duration.ofMillis(300)), "a million replies wait somewhere");
        }
    }

    @Test
    void aServerThatEndsEndsItsConnections() throws IOException {
        try (FeedClient client = FeedClient.welcomed(server.socket(), 1, 10)) {
            server.close();
            assertThrows(EOFException.class, client::next);
        }
    }
}
