package org.chirpmill.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.chirpmill.settings.SettingsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Settings of which only some rows can be made. */
class UnusableRowsOfFeedTest {
    /** One draw of a thousand can be used, and a thousand are drawn for each row. */
    private static final String HARDLY_EVER = "Uniform(minimum=0.99, maximum=11)";
    private static final int ROWS = 40;

    @TempDir
    private Path folder;

    @Test
    @Timeout(value = 30, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void theyAreRefusedWithTheSettingsSentenceAndTheOthersAreMade() throws Exception {
        int made = 0;
        try (FeedServer server = Feeds.start(Feeds.run(folder, HARDLY_EVER, usableSeed()), folder);
                FeedClient client = FeedClient.welcomed(server.socket(), 1, ROWS)) {
            for (int row = 0; row < ROWS; row++) {
                client.send(FeedClient.range(row, 0, row, 1));
                FeedClient.Message answer = client.next();
                assertEquals(row, answer.question());
                if (answer.kind() == FeedClient.DONE) {
                    made++;
                } else {
                    assertEquals(1, answer.body().get(12), "the settings' fault");
                    assertTrue(answer.sentence().contains("row " + row) && answer.sentence().contains("s.yaml"),
                        answer.sentence());
                }
            }
            client.send(FeedClient.range(99, 0, 0, ROWS));
            assertEquals(FeedClient.REFUSED, client.next().kind(), "all of them at once");
        }
        assertTrue(made > ROWS / 4 && made < ROWS, made + " of " + ROWS + " rows");
    }

    /** One whose first row can be made, or there would be no run. */
    private long usableSeed() throws Exception {
        for (long seed = 0; seed < 100; seed++) {
            try {
                Feeds.run(folder, HARDLY_EVER, seed);
                return seed;
            } catch (SettingsException unusable) {
                continue;
            }
        }
        throw new AssertionError("no seed of 100 has a first row");
    }
}
