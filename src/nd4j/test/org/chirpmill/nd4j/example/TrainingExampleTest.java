package org.chirpmill.nd4j.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrainingExampleTest {
    @Test
    void theLossFallsToASmallPartOfWhatItWas() throws IOException, InterruptedException {
        List<Double> losses = TrainingExample.run(4000);
        assertEquals(11, losses.size());
        assertTrue(losses.getLast() < losses.getFirst() / 5, () -> "held-out losses: " + losses);
    }
}
