package org.chirpmill.cli.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.chirpmill.compression.Mismatches;
import org.junit.jupiter.api.Test;

class MismatchSummaryTest {
    private static Mismatches table(double... mismatches) {
        double[][] rows = DoubleStream.of(mismatches).mapToObj(all -> new double[] {30, 0.9, all})
            .toArray(double[][]::new);
        return new Mismatches(List.of("chirp_mass", Mismatches.column(50), Mismatches.column(80)), rows);
    }

    @Test
    void theWholeBasisCountsAndNotAPartOfIt() {
        assertEquals("the basis gives 3 other polarizations back with a mismatch of 2.0e-04 in the median, 3.0e-03 at "
            + "99 %, 3.0e-03 at most.", MismatchSummary.line(table(1e-5, 2e-4, 3e-3)));
        assertEquals(Optional.empty(), MismatchSummary.warning(table(1e-5, 2e-4, 3e-3)));
    }

    @Test
    void aBasisThatIsTooSmallIsCalledSo() {
        assertEquals("warning: 80 vectors are too few: one waveform in a hundred comes back with a mismatch of 0.020 "
            + "or more, which shows from a signal-to-noise ratio of 5.0 on. Raise compression.svd.size or "
            + "num_training_samples.", MismatchSummary.warning(table(1e-5, 2e-4, 2e-2)).orElseThrow());
    }

    @Test
    void oneOutlierOfManyIsNoReason() {
        double[] mismatches = DoubleStream.iterate(1e-6, all -> all).limit(1000).toArray();
        mismatches[3] = 0.5;
        assertEquals(Optional.empty(), MismatchSummary.warning(table(mismatches)));
    }

    @Test
    void whatIsNoNumberIsNoGoodBasis() {
        assertTrue(MismatchSummary.warning(table(1e-5, Double.NaN)).isPresent());
    }
}
