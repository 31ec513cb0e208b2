package org.chirpmill.model.phenomp;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.Map;
import org.chirpmill.domain.FrequencyGrid;
import org.chirpmill.engine.WaveformDifference;
import org.chirpmill.model.EvaluationFrame;
import org.chirpmill.model.GridTables;
import org.chirpmill.model.SourceRefusedException;
import org.chirpmill.model.phenomd.PhenomDKernel;
import org.chirpmill.model.phenomd.PhenomDMode;
import org.chirpmill.model.phenomx.precession.Precession;
import org.chirpmill.reference.ReferenceGroup;
import org.chirpmill.reference.ReferenceWaveforms;
import org.chirpmill.source.SourceParameters;
import org.junit.jupiter.api.Test;

class PhenomPv2Test {
    /** max|dh| over the peak. */
    private static final double TOLERANCE = 1e-3;
    /** The same with LALSimulation's time. */
    private static final double AGREEMENT = 1e-11;

    private final PhenomPv2 model = new PhenomPv2();

    /** The time of LALSimulation's spline is all that IMRPhenomPv2 differs in. */
    @Test
    void withTheTimeOfLalsimulationsSplineEveryReferenceRowIsItsOwn() throws SourceRefusedException {
        ReferenceWaveforms reference = ReferenceWaveforms.of("IMRPhenomPv2");
        double[] frequencies = reference.frequencies();
        Map<String, Double> lalErrors = reference.lalErrors();
        for (ReferenceGroup group : reference.groups()) {
            for (int index = 0; index < group.rows(); index++) {
                SourceParameters source = group.source(index);
                double[] row = new double[model.layout().size()];
                double[] waveform = evaluate(source, frequencies, row);
                double before = difference(waveform, group, index);
                double slope = SplineShift.of(f -> phase(row, f), ringdownHz(source), SplineShift.endHz(source));
                SplineShift.apply(slope, frequencies, waveform);
                double after = difference(waveform, group, index);
                double explained =
                    Math.max(10 * group.lalNoisePeak()[index], lalErrors.getOrDefault(group.name() + " " + index, 0.0));
                String where = String.format(Locale.ROOT, "%s row %d: %.2e, with the spline's time (%.2e s) %.2e",
                    group.name(), index, before, slope / (2 * Math.PI), after);
                assertTrue(after <= Math.max(AGREEMENT, explained + AGREEMENT), where);
                assertTrue(explained > AGREEMENT || before < TOLERANCE, where);
            }
        }
    }

    private double[] evaluate(SourceParameters source, double[] frequencies, double[] row)
            throws SourceRefusedException {
        FrequencyGrid grid = FrequencyGrid.ofSamples(frequencies);
        model.prepare(source, new EvaluationFrame(20, grid), row, 0);
        double[] waveform = new double[4 * grid.bins()];
        model.kernel().polarizations(row, 0, GridTables.of(grid), grid.bins(), 0, grid.bins(), waveform);
        return waveform;
    }

    private static double ringdownHz(SourceParameters source) {
        double[] block = new double[Precession.ROW_SIZE];
        return PhenomDMode.of(source, Precession.prepareSecondOrder(source, 20, block, 0)::finalSpin).ringdownHz();
    }

    private static double phase(double[] row, double f) {
        double root = Math.cbrt(f);
        return PhenomDKernel.phase(row, 0, f, root, Math.pow(f, 0.25), 1 / (f * root * root), Math.log(f));
    }

    private static double difference(double[] waveform, ReferenceGroup group, int index) {
        double[] plus = new double[waveform.length / 2];
        double[] cross = new double[waveform.length / 2];
        for (int i = 0; i < plus.length; i++) {
            plus[i] = waveform[4 * (i / 2) + i % 2];
            cross[i] = waveform[4 * (i / 2) + 2 + i % 2];
        }
        return WaveformDifference.between(plus, cross, group.plus()[index], group.cross()[index]).peak();
    }
}
