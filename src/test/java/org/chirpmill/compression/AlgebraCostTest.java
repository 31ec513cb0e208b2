package org.chirpmill.compression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.Arena;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the algebra of a training takes, told before it begins. */
class AlgebraCostTest {
    /** Of other work on a machine, and of threads that wait for each other where it is busy. */
    private static final double NEARNESS = 8;

    @ParameterizedTest
    @CsvSource({"1500, 900, 50", "700, 6000, 30", "3000, 6000, 60"})
    void theTimeToldIsNotFarFromTheTimeTaken(int bins, int polarizations, int size) throws Exception {
        try (Arena arena = Arena.ofConfined()) {
            ComplexMatrix columns = RowsInMemory.falling(arena, bins, Math.min(polarizations, 1024), 20).columns();
            RepeatedRows rows = new RepeatedRows(columns, polarizations);
            TrainingPlan plan = TrainingPlan.of(bins, polarizations / 2, size);
            BasisTraining.train(rows, plan);
            double took = BasisTraining.train(rows, plan).algebraSeconds();
            AlgebraCost cost = AlgebraCost.of(plan);
            double told = (cost.beside() + cost.atEnd()) / AlgebraCost.operationsPerSecond();
            assertTrue(told < NEARNESS * took && took < NEARNESS * told, told + " s told, " + took + " s taken");
        }
    }

    /** All bins of all polarizations would be multiplied four times by 200 vectors in a step of a Krylov method. */
    @Test
    void aLargeTrainingTakesAThirdOfTheProductsWithAllBins() {
        TrainingPlan plan = TrainingPlan.of(8033, 50_000, 200);
        AlgebraCost cost = AlgebraCost.of(plan);
        double products = 4 * 8.0 * 8033 * 200 * 100_000;
        assertEquals(5.1e12, products, 1e11);
        double atBins = 8.0 * 666 * 500 * 100_000;
        assertTrue(cost.beside() > 2 * atBins && cost.beside() < products / 3, cost::toString);
        double choice = 2 * 8.0 * 8033 * 500 * 500;
        assertTrue(cost.atEnd() > choice && cost.atEnd() < products / 10, cost::toString);
    }

    /** One that is decomposed as it is has nothing to do before the last waveform. */
    @Test
    void aSmallTrainingIsDoneAtItsEnd() {
        AlgebraCost cost = AlgebraCost.of(TrainingPlan.of(8033, 400, 200));
        assertEquals(0, cost.beside());
        assertTrue(cost.atEnd() > 8.0 * 8033 * 800 * 800, cost::toString);
    }
}
