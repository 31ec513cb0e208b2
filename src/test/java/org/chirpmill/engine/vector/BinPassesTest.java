package org.chirpmill.engine.vector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.chirpmill.model.PhaseLimit;
import org.chirpmill.model.lanes.Lanes;
import org.junit.jupiter.api.Test;

class BinPassesTest {
    /** As the javadoc of {@link BinPasses#sincosOfTurns} says. */
    private static final double ERROR = 1e-14;
    /** log10 of the largest phase in turns. */
    private static final double MOST_TURNS = Math.log10(PhaseLimit.LARGEST / (2 * Math.PI));

    @Test
    void sineAndCosineOfTurnsAreWithinTheStatedError() {
        SplittableRandom random = new SplittableRandom(1);
        double[] turns = Lanes.array(1_000_000);
        for (int i = 0; i < turns.length; i++) {
            turns[i] = switch (i % 4) {
                case 0 -> random.nextDouble(-0.5, 0.5);
                case 1 -> random.nextInt(-4, 5) / 8.0;
                case 2 -> random.nextDouble(-1e5, 1e5);
                default -> (random.nextBoolean() ? 1 : -1) * Math.pow(10, random.nextDouble(-20, MOST_TURNS));
            };
        }
        int count = turns.length - Lanes.PADDING;
        double[] cosine = turns.clone();
        double[] sine = Lanes.array(count);
        BinPasses.sincosOfTurns(cosine, sine, count);
        for (int i = 0; i < count; i++) {
            double angle = 2 * Math.PI * (turns[i] - Math.rint(turns[i]));
            double error = Math.max(
                Math.abs(sine[i] - StrictMath.sin(angle)), Math.abs(cosine[i] - StrictMath.cos(angle)));
            assertTrue(error <= ERROR, turns[i] + " turns: " + error + ", allowed " + ERROR);
        }
    }

    /** Phases that are evaluated and not interpolated lose their whole turns before they are turns. */
    @Test
    void wholeTurnsAreTakenFromPhasesWithoutLosingDigits() {
        SplittableRandom random = new SplittableRandom(3);
        double[][] phases = {Lanes.array(100_000)};
        Arrays.setAll(phases[0], i -> (i % 2 == 0 ? 1 : -1) * Math.pow(10, random.nextDouble(0, 9)));
        int count = phases[0].length - Lanes.PADDING;
        double[][] turns = {Lanes.array(count)};
        BinPasses.copy(phases, count, turns, 0, 1);
        double[] cosine = turns[0].clone();
        double[] sine = Lanes.array(count);
        BinPasses.sincosOfTurns(cosine, sine, count);
        for (int i = 0; i < count; i++) {
            double error = Math.max(Math.abs(sine[i] - StrictMath.sin(phases[0][i])),
                Math.abs(cosine[i] - StrictMath.cos(phases[0][i])));
            assertTrue(error <= ERROR, phases[0][i] + " rad: " + error + ", allowed " + ERROR);
        }
    }

    @Test
    void partialVectorsGiveTheSameBits() {
        double[] turns = new SplittableRandom(2).doubles(40, -30, 30).toArray();
        double[] wholeCosine = Arrays.copyOf(turns, turns.length + Lanes.PADDING);
        double[] wholeSine = Lanes.array(turns.length);
        BinPasses.sincosOfTurns(wholeCosine, wholeSine, turns.length);
        for (int length = 1; length <= turns.length; length++) {
            double[] cosine = Arrays.copyOf(Arrays.copyOf(turns, length), length + Lanes.PADDING);
            double[] sine = Lanes.array(length);
            BinPasses.sincosOfTurns(cosine, sine, length);
            for (int i = 0; i < length; i++) {
                assertEquals(wholeCosine[i], cosine[i], "cosine " + i + " of " + length);
                assertEquals(wholeSine[i], sine[i], "sine " + i + " of " + length);
            }
        }
    }
}
