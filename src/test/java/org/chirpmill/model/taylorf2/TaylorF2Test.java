package org.chirpmill.model.taylorf2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.chirpmill.domain.FrequencyGrid;
import org.chirpmill.model.EvaluationFrame;
import org.chirpmill.model.GridTables;
import org.chirpmill.model.SourceRefusedException;
import org.chirpmill.source.SourceParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaylorF2Test {
    private static final double[] FREQUENCIES = IntStream.range(0, 41).mapToDouble(bin -> 2.0 * bin).toArray();
    private static final int FIRST_BIN = 10;
    private static final SourceParameters BINARY =
        new SourceParameters(1.6, 1.2, 0, 0, 0.3, 0, 0, -0.1, 0.7, 1.1, 100, 400, 900);

    /** The moduli of both polarizations, summed, of each bin from the first one on. */
    private static double[] moduli(FrequencyGrid grid) throws SourceRefusedException {
        TaylorF2 model = new TaylorF2();
        double[] row = new double[model.layout().size()];
        model.prepare(BINARY, new EvaluationFrame(20, grid), row, 0);
        double[] out = new double[4 * (grid.bins() - FIRST_BIN)];
        model.kernel().polarizations(row, 0, GridTables.of(grid), grid.bins(), FIRST_BIN, grid.bins(), out);
        return IntStream.range(0, grid.bins() - FIRST_BIN)
            .mapToDouble(k -> Math.hypot(out[4 * k], out[4 * k + 1]) + Math.hypot(out[4 * k + 2], out[4 * k + 3]))
            .toArray();
    }

    @Test
    void onlyTheLastBinOfAUniformGridIsZero() throws SourceRefusedException {
        double[] moduli = moduli(new FrequencyGrid(FREQUENCIES, FIRST_BIN, 2));
        for (int k = 0; k < moduli.length; k++) {
            assertEquals(k == moduli.length - 1, moduli[k] == 0, "bin " + (FIRST_BIN + k) + " is " + moduli[k]);
        }
    }

    @Test
    void aListOfFrequenciesIsFilledToItsEnd() throws SourceRefusedException {
        double[] moduli = moduli(new FrequencyGrid(FREQUENCIES, FIRST_BIN, Double.NaN));
        for (int k = 0; k < moduli.length; k++) {
            assertTrue(moduli[k] > 0, "bin " + (FIRST_BIN + k) + " is " + moduli[k]);
        }
    }

    /** Expected: lalsimulation.SimInspiralTaylorF2AlignedPhasing(1.6, 1.2, 0.3, 0, ...), v[4] and v[6]. */
    @ParameterizedTest
    @CsvSource({
        "0,      4.2468405971781795, -70.3796521025442",
        "0.4999, 4.2468405971781795, -70.3796521025442",
        "0.5,    4.223538451374359,  -70.00668699233417",
        "0.5001, 4.223537741017107,  -70.00667562263145",
        "1,      4.216733307387459,  -69.89776649640915",
    })
    void aBodyOfLittleDeformabilityHasABlackHolesQuadrupole(double lambda, double at2PN, double at3PN) {
        PostNewtonianPhasing ofOne = PostNewtonianPhasing.complete(1.6, 1.2, 0.3, 0, lambda, 0);
        assertEquals(at2PN, ofOne.coefficient(4), 1e-14 * Math.abs(at2PN));
        assertEquals(at3PN, ofOne.coefficient(6), 1e-14 * Math.abs(at3PN));
        PostNewtonianPhasing ofTwo = PostNewtonianPhasing.complete(1.2, 1.6, 0, 0.3, 0, lambda);
        assertEquals(at2PN, ofTwo.coefficient(4), 1e-14 * Math.abs(at2PN));
        assertEquals(at3PN, ofTwo.coefficient(6), 1e-14 * Math.abs(at3PN));
    }
}
