package org.chirpmill.feed;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a client says with some bytes changed, lost or doubled: {@code -Dchirpmill.fuzz} times 10, as {@code
 * -Dchirpmill.fuzz.seed} says. Nobody is kept waiting for it, and nobody else's memory is touched.
 */
class MutatedMessagesTest {
    private static final int MESSAGES = 10 * Integer.getInteger("chirpmill.fuzz", 300);
    /** A bystander looks after so many. */
    private static final int BETWEEN = 250;

    @TempDir
    private Path folder;

    @Test
    @Timeout(value = 120, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void theyHarmNobody() throws Exception {
        Random random = new Random(Long.getLong("chirpmill.fuzz.seed", 1));
        try (FeedServer server = FeedServer.start(Feeds.run(folder, Feeds.REJECTING, 3), folder, 1 << 18);
                FeedClient bystander = FeedClient.welcomed(server.socket(), 2, 20)) {
            bystander.send(FeedClient.range(0, 0, 0, 20));
            assertEquals(FeedClient.DONE, bystander.next().kind());
            byte[] received = all(bystander, 0);
            for (int done = 0; done < MESSAGES; done++) {
                say(server.socket(), mutated(conversation(random), random));
                if (done % BETWEEN == 0) {
                    assertArrayEquals(received, all(bystander, 0), "the bystander's rows after " + done + " messages");
                    bystander.send(FeedClient.range(done, 1, 0, 20));
                    assertEquals(done, bystander.next().question());
                    assertArrayEquals(received, all(bystander, 1), "its next rows after " + done + " messages");
                }
            }
            Feeds.await("only the bystander has memory", () -> Feeds.memories(server).size() == 1);
        }
        assertEquals(List.of(), Feeds.folders(folder));
    }

    private static byte[] all(FeedClient client, int slot) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int row = 0; row < 20; row++) {
            bytes.writeBytes(client.parameters(slot, row));
            bytes.writeBytes(client.plus(slot, row));
            bytes.writeBytes(client.cross(slot, row));
        }
        return bytes.toByteArray();
    }

    /** All that a client says to the end; where the server hangs, this hangs with it. */
    private static void say(Path socket, byte[] bytes) throws IOException {
        try (FeedClient client = new FeedClient(socket)) {
            client.send(ByteBuffer.wrap(bytes));
            client.endSending();
            while (true) {
                client.next();
            }
        } catch (IOException closed) {
            // The server has heard the end, or closed before.
        }
    }

    private static byte[] conversation(Random random) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(FeedClient.hello(1, 2, 4).array());
        bytes.writeBytes(FeedClient.range(1, 0, random.nextInt(100), 1 + random.nextInt(4)).array());
        bytes.writeBytes(FeedClient.list(2, 1, random.longs(1 + random.nextInt(4), 0, Long.MAX_VALUE).toArray())
            .array());
        return bytes.toByteArray();
    }

    private static byte[] mutated(byte[] good, Random random) {
        byte[] bytes = good;
        for (int change = random.nextInt(4); change >= 0; change--) {
            if (bytes.length == 0) {
                return bytes;
            }
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(6)) {
                case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> bytes[at] = (byte) random.nextInt(256);
                case 2 -> bytes[at] = (byte) (random.nextBoolean() ? 0xff : 0);
                case 3 -> bytes = Arrays.copyOf(bytes, at);
                case 4 -> bytes = joined(Arrays.copyOf(bytes, at), Arrays.copyOfRange(bytes, at / 2, bytes.length));
                default -> bytes = joined(Arrays.copyOf(bytes, at),
                    Arrays.copyOfRange(bytes, Math.min(bytes.length, at + 1 + random.nextInt(8)), bytes.length));
            }
        }
        return bytes;
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
