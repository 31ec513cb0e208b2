package org.chirpmill.model.phenomx.pnr;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.SplittableRandom;
import org.chirpmill.domain.FrequencyGrid;
import org.chirpmill.model.EvaluationFrame;
import org.chirpmill.model.SourceRefusedException;
import org.chirpmill.model.WaveformModel;
import org.chirpmill.model.phenomx.phm.PhenomXPHM;
import org.chirpmill.source.SourceParameters;
import org.junit.jupiter.api.Test;

/** Rows whose inspiral has other angles than the model begins with say so. */
class PnrRemarksTest {
    private static final String NO_TWO_SPINS =
        "the two-spin (MSA) precession angles fail and single-spin (NNLO) angles were taken";
    private static final EvaluationFrame FRAME =
        new EvaluationFrame(20, FrequencyGrid.ofSamples(new double[] {20, 40, 80, 160, 320}));

    private static List<String> remarks(WaveformModel model, SourceParameters source, EvaluationFrame frame)
            throws SourceRefusedException {
        double[] row = new double[model.layout().size()];
        model.prepare(source, frame, row, 0);
        return model.remarks(source, row, 0);
    }

    private static SourceParameters wide(SplittableRandom random) {
        double total = 10 * Math.pow(40, random.nextDouble());
        double ratio = random.nextDouble(0.1, 1);
        return new SourceParameters(total / (1 + ratio), total * ratio / (1 + ratio), random.nextDouble(-0.5, 0.5),
            random.nextDouble(-0.5, 0.5), random.nextDouble(-0.6, 0.6), random.nextDouble(-0.5, 0.5),
            random.nextDouble(-0.5, 0.5), random.nextDouble(-0.6, 0.6), 1, 0, 500, 0, 0);
    }

    /** A binary whose two-spin angles fail. */
    private static SourceParameters withoutTwoSpinAngles() throws SourceRefusedException {
        SplittableRandom random = new SplittableRandom(5);
        for (int draw = 0; draw < 100_000; draw++) {
            SourceParameters source = wide(random);
            if (remarks(new PhenomXPHM(), source, FRAME).contains(NO_TWO_SPINS)) {
                return source;
            }
        }
        throw new AssertionError("no draw fell back");
    }

    @Test
    void ofXO4aWithSingleSpinAnglesInThePlaceOfTwoSpinOnes() throws SourceRefusedException {
        SourceParameters source = withoutTwoSpinAngles();
        assertEquals(List.of(NO_TWO_SPINS), remarks(PhenomPnr.ofXO4a(), source, FRAME));
        assertEquals(List.of(), remarks(PhenomPnr.ofXPNR(), source, FRAME), "which integrates");
    }

    @Test
    void ofXpnrWithTwoSpinAnglesInThePlaceOfIntegratedOnes() throws SourceRefusedException {
        // LALSimulation's integration of it ends after one step; tuned angles end at a mass ratio of 12.
        SourceParameters source = new SourceParameters(270.54047303002903, 16.566165499249845, -0.5240280091005943,
            -0.7753305095712029, -0.17511797298006618, 0.224805481165006, 0.09628121207835745, -0.1640446416387975,
            1.9094117663684234, 4.108037665993652, 500, 0, 0);
        assertEquals(List.of("SpinTaylor angles cannot be integrated and two-spin (MSA) angles were taken",
            "the mass ratio is beyond 12 or the effective spin beyond 1.2, where the angles of IMRPhenomXPNR are not "
                + "tuned but those of the inspiral"), remarks(PhenomPnr.ofXPNR(), source, FRAME));
    }

    @Test
    void ofXpnrWithSingleSpinAnglesInThePlaceOfBoth() throws SourceRefusedException {
        SourceParameters heavy = new SourceParameters(263.3582354448632, 85.71044148637462, -0.023044474106374335,
            -0.041734992992558895, -0.44358548645810025, -0.4529259313957992, -0.2778487993382105,
            0.30524052010547265, 1, 0, 500, 0, 0);
        assertEquals(List.of("neither SpinTaylor nor two-spin (MSA) angles can be computed and single-spin (NNLO) "
            + "angles were taken"), remarks(PhenomPnr.ofXPNR(), heavy, FRAME));
    }

    @Test
    void ofSpinsThatHardlyLieInTheOrbitalPlane() throws SourceRefusedException {
        assertEquals(List.of("the spins in the orbital plane are too small for SpinTaylor angles and single-spin "
            + "(NNLO) angles were taken"), remarks(PhenomPnr.ofXPNR(), across(5e-7), FRAME));
        assertEquals(List.of(), remarks(PhenomPnr.ofXPNR(), across(2e-6), FRAME));
        assertEquals(List.of("the spins in the orbital plane are smaller than 1e-7, where IMRPhenomXPNR takes the "
            + "angles of IMRPhenomXPHM"), remarks(PhenomPnr.ofXPNR(), across(5e-8), FRAME));
    }

    private static SourceParameters across(double spin) {
        return new SourceParameters(36, 29, spin, 0, 0.3, 0, 0, 0.5, 0.9, 0.7, 500, 0, 0);
    }
}
