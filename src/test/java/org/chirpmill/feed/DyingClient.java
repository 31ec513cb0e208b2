package org.chirpmill.feed;

import java.nio.file.Path;

/** A process that asks for rows without end, so that it can be killed. */
public final class DyingClient {
    private DyingClient() {}

    public static void main(String[] arguments) throws Exception {
        int slots = 8;
        FeedClient client = FeedClient.welcomed(Path.of(arguments[0]), slots, 500);
        for (int slot = 0; slot < slots; slot++) {
            client.send(FeedClient.range(slot, slot, 0, 500));
        }
        System.out.println("asking");
        while (true) {
            long question = client.next().question();
            client.send(FeedClient.range(question, (int) question, 1000, 500));
        }
    }
}
