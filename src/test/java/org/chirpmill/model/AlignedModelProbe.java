package org.chirpmill.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.chirpmill.domain.FrequencyGrid;
import org.chirpmill.source.SourceParameters;

/** A model asked for waveforms of aligned spins, f_ref = 20 Hz, and what must hold of every such model's answers. */
public record AlignedModelProbe(WaveformModel model, FrequencyGrid grid) {
    /** A binary at 500 Mpc, seen at an inclination of 0.4 with an orbital phase of 1.1 at f_ref. */
    public static SourceParameters source(double m1, double m2, double chi1, double chi2) {
        return sourceAt(500, m1, m2, chi1, chi2);
    }

    private static SourceParameters sourceAt(double distance, double m1, double m2, double chi1, double chi2) {
        return new SourceParameters(m1, m2, 0, 0, chi1, 0, 0, chi2, 0.4, 1.1, distance, 0, 0);
    }

    /** The coefficients of a source. */
    public double[] prepare(SourceParameters source) throws SourceRefusedException {
        double[] row = new double[model.layout().size()];
        model.prepare(source, new EvaluationFrame(20, grid), row, 0);
        return row;
    }

    /** Both polarizations on the whole grid, four numbers a bin. */
    public double[] evaluate(SourceParameters source) throws SourceRefusedException {
        double[] out = new double[4 * grid.bins()];
        model.kernel().polarizations(prepare(source), 0, GridTables.of(grid), grid.bins(), 0, grid.bins(), out);
        return out;
    }

    public void assertRefused(String reason, SourceParameters source) {
        assertEquals(reason, assertThrows(SourceRefusedException.class, () -> prepare(source)).getMessage());
    }

    /** Twice the distance must halve every number. */
    public void assertFallsWithDistance() throws SourceRefusedException {
        double[] near = evaluate(sourceAt(500, 36, 29, 0.1, 0.2));
        double[] far = evaluate(sourceAt(1000, 36, 29, 0.1, 0.2));
        for (int i = 0; i < near.length; i++) {
            assertEquals(near[i] / 2, far[i], 1e-14 * Math.abs(far[i]), "part " + i);
        }
    }

    /** One unit in the last place of a mass or spin must move no number by 1e-11 of the largest. */
    public void assertWellConditioned(double m1, double m2, double chi1, double chi2) throws SourceRefusedException {
        double[] waveform = evaluate(source(m1, m2, chi1, chi2));
        double peak = Arrays.stream(waveform).map(Math::abs).max().orElseThrow();
        double[][] moved = {
            evaluate(source(Math.nextUp(m1), m2, chi1, chi2)), evaluate(source(m1, Math.nextUp(m2), chi1, chi2)),
            evaluate(source(m1, m2, Math.nextUp(chi1), chi2)), evaluate(source(m1, m2, chi1, Math.nextDown(chi2)))};
        for (int input = 0; input < moved.length; input++) {
            for (int i = 0; i < waveform.length; i++) {
                double change = Math.abs(moved[input][i] - waveform[i]) / peak;
                assertTrue(change < 1e-11, "input " + input + ", bin " + i / 4 + " moves by " + change);
            }
        }
    }
}
