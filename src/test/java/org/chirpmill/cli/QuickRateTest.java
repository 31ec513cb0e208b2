package org.chirpmill.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.chirpmill.benchmark.QuickRate;
import org.chirpmill.run.Choices;
import org.chirpmill.run.Recipe;
import org.chirpmill.run.Run;
import org.junit.jupiter.api.Test;

/** Rates that stand in plans. */
class QuickRateTest {
    /** More than code that has just been compiled for others makes of these in a second, as on one old core alone. */
    private static final double SLOWEST = 1000;

    @Test
    void timesGrowWithRowsFromThoseThatWereSeenToThoseThatWereNot() throws Exception {
        Run run = Run.of(Recipe.read(Samples.QUICK), Choices.automatic());
        QuickRate rate = QuickRate.of(run.keptTask(), run.schedule(1_000_000_000), 1_000_000_000);
        assertTrue(rate.perSecond() > SLOWEST, () -> rate.perSecond() + "/s");
        double before = 0;
        for (long rows = 1; rows <= 1_000_000_000; rows *= 10) {
            double seconds = rate.secondsFromCold(rows);
            assertTrue(seconds > before, rows + " rows in " + seconds + " s");
            before = seconds;
        }
        // The warm-up is in it once, whatever the number of rows.
        assertEquals(1e8 / rate.perSecond(), rate.secondsFromCold(1_100_000_000) - rate.secondsFromCold(1_000_000_000),
            1e-6 * before);
    }

    @Test
    void fewRowsAreMadeAgainAndWhatTakesNoTimeIsGivenUpSoon() throws Exception {
        Run run = Run.of(Recipe.read(Samples.QUICK), Choices.automatic());
        QuickRate few = QuickRate.of(run.keptTask(), run.schedule(3), 3);
        assertTrue(few.secondsFromCold(3) > 0 && few.perSecond() > 0);
        long began = System.nanoTime();
        QuickRate.of(run.keptTask(), run.schedule(10_000), 10_000, 1e6);
        double soon = (System.nanoTime() - began) * 1e-9;
        assertTrue(soon < 15, soon + " s");
    }
}
