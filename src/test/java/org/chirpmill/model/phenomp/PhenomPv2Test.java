package org.chirpmill.model.phenomp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.chirpmill.domain.FrequencyGrid;
import org.chirpmill.engine.WaveformDifference;
import org.chirpmill.model.EvaluationFrame;
import org.chirpmill.model.GridTables;
import org.chirpmill.model.SourceRefusedException;
import org.chirpmill.model.WaveformModel;
import org.chirpmill.model.phenomd.PhenomDKernel;
import org.chirpmill.model.phenomd.PhenomDMode;
import org.chirpmill.model.phenomd.PhenomDRow;
import org.chirpmill.model.phenomd.tidal.TidalDRow;
import org.chirpmill.model.phenomx.precession.Precession;
import org.chirpmill.model.tides.TideKernel;
import org.chirpmill.model.tides.TideRow;
import org.chirpmill.reference.ReferenceGroup;
import org.chirpmill.reference.ReferenceWaveforms;
import org.chirpmill.source.SourceParameters;
import org.junit.jupiter.api.Test;

/** IMRPhenomPv2 and IMRPhenomPv2_NRTidalv2. */
class PhenomPv2Test {
    /** max|dh| over the peak. */
    private static final double TOLERANCE = 1e-3;
    /** The same with LALSimulation's time; tides add phases of 7e4 rad. */
    private static final double AGREEMENT = 1e-11;
    private static final double AGREEMENT_OF_STARS = 1e-9;

    /** The mode of a row: its phase, rad, against frequency, Hz, and where it is stationary, Hz. */
    private record Mode(DoubleUnaryOperator phase, double stillHz) {}

    /** How to find the mode of a source in its row. */
    private interface ModeOfRow {
        Mode of(SourceParameters source, double[] row);
    }

    /** The time of LALSimulation's spline is all that IMRPhenomPv2 differs in. */
    @Test
    void withTheTimeOfLalsimulationsSplineEveryReferenceRowIsItsOwn() throws SourceRefusedException {
        compare(new PhenomPv2(), AGREEMENT,
            (source, row) -> new Mode(f -> phase(row, f), ringdownHz(source)));
    }

    @Test
    void soIsEveryRowOfNeutronStars() throws SourceRefusedException {
        compare(new PhenomPv2Tidal(), AGREEMENT_OF_STARS, (source, row) -> new Mode(
            f -> phase(row, f) + TideKernel.phase(row, TidalDRow.TIDES, f, Math.cbrt(f)),
            row[TidalDRow.TIDES + TideRow.MERGER]));
    }

    private static void compare(WaveformModel model, double agreement, ModeOfRow modeOfRow)
            throws SourceRefusedException {
        ReferenceWaveforms reference = ReferenceWaveforms.of(model.approximant());
        double[] frequencies = reference.frequencies();
        Map<String, Double> lalErrors = reference.lalErrors();
        double worst = 0;
        for (ReferenceGroup group : reference.groups()) {
            for (int index = 0; index < group.rows(); index++) {
                SourceParameters source = group.source(index);
                double[] row = new double[model.layout().size()];
                double[] waveform = evaluate(model, source, frequencies, row);
                double before = difference(waveform, group, index);
                Mode mode = modeOfRow.of(source, row);
                double slope = SplineShift.of(mode.phase, mode.stillHz, SplineShift.endHz(source));
                SplineShift.apply(slope, frequencies, waveform);
                double after = difference(waveform, group, index);
                double explained = Math.max(
                    10 * group.lalNoisePeak()[index], lalErrors.getOrDefault(group.name() + " " + index, 0.0));
                String where = String.format(Locale.ROOT, "%s row %d: %.2e, with the spline's time (%.2e s) %.2e",
                    group.name(), index, before, slope / (2 * Math.PI), after);
                assertTrue(after <= Math.max(agreement, explained + agreement), where);
                assertTrue(explained > agreement || before < TOLERANCE, where);
                worst = explained > agreement ? worst : Math.max(worst, after);
            }
        }
        if (Boolean.getBoolean("chirpmill.quantiles")) {
            System.out.printf(Locale.ROOT, "%s with LALSimulation's time: %.1e of the peak at worst%n",
                model.approximant(), worst);
        }
    }

    /** Splines through ever more points go to the derivative that is taken here. */
    @Test
    void splinesThroughMorePointsFindLessLeftOfTheTime() throws SourceRefusedException {
        ReferenceWaveforms reference = ReferenceWaveforms.of("IMRPhenomPv2");
        ReferenceGroup group = reference.group("production");
        WaveformModel model = new PhenomPv2();
        for (int index = 0; index < group.rows(); index++) {
            SourceParameters source = group.source(index);
            double[] row = new double[model.layout().size()];
            evaluate(model, source, reference.frequencies(), row);
            double still = ringdownHz(source);
            double end = SplineShift.endHz(source);
            double ofTen = Math.abs(SplineShift.of(f -> phase(row, f), 10, still, end));
            double ofMany = Math.abs(SplineShift.of(f -> phase(row, f), 400, still, end));
            assertTrue(ofMany < 1e-4 * ofTen + 1e-12, "row " + index + ": " + ofTen + ", then " + ofMany + " rad/Hz");
        }
    }

    @Test
    void whatStarsAreAndHolesAreNotIsRefusedWithAReason() {
        SourceParameters stars = new SourceParameters(1.4, 1.3, 0.1, 0, 0, 0, 0, 0, 0.4, 1.1, 100, 400, 300);
        assertEquals("IMRPhenomPv2 describes black holes: lambda_1 and lambda_2 must be 0",
            refusal(new PhenomPv2(), stars));
        SourceParameters negative = new SourceParameters(1.4, 1.3, 0.1, 0, 0, 0, 0, 0, 0.4, 1.1, 100, -1, 300);
        assertEquals("lambda_1 = -1.0 is not a star's tidal deformability", refusal(new PhenomPv2Tidal(), negative));
    }

    @Test
    void itIsRemarkedWhereLalsimulationLosesTheFrame() {
        ReferenceGroup edge = ReferenceWaveforms.of("IMRPhenomPv2").group("edge");
        double[] row = new double[0];
        assertEquals(List.of("the spins' parts in the orbital plane are below 1e-8, where LALSimulation loses the "
            + "direction of precession to rounding and Chirpmill does not"),
            new PhenomPv2().remarks(edge.source(16), row, 0));
        assertEquals(List.of(), new PhenomPv2().remarks(edge.source(9), row, 0), "aligned");
        assertEquals(List.of(), new PhenomPv2().remarks(edge.source(17), row, 0), "spins of 1e-3");
    }

    /** LALSimulation compares frequencies of a list with the end, which belongs to the waveform. */
    @Test
    void onListsOfFrequenciesTheWaveformEndsAtTheCutoff() throws SourceRefusedException {
        SourceParameters source = new SourceParameters(36, 29, 0.3, 0, 0.2, 0, 0, -0.1, 0.4, 1.1, 500, 0, 0);
        double[] row = new double[new PhenomPv2().layout().size()];
        double end = SplineShift.endHz(source);
        double[] waveform = evaluate(new PhenomPv2(), source, new double[] {20, end - 1e-9, end + 1e-9}, row);
        assertEquals(end, row[PhenomDRow.CUTOFF], 1e-11);
        assertTrue(waveform[4] != 0 && waveform[8] == 0, waveform[4] + ", " + waveform[8]);
    }

    private static String refusal(WaveformModel model, SourceParameters source) {
        double[] row = new double[model.layout().size()];
        return assertThrows(SourceRefusedException.class,
            () -> evaluate(model, source, new double[] {20, 100}, row)).getMessage();
    }

    private static double[] evaluate(
            WaveformModel model, SourceParameters source, double[] frequencies, double[] row)
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
        return PhenomDKernel.phase(row, 0, f, root, Math.sqrt(Math.sqrt(f)), 1 / (f * root * root), Math.log(f));
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
