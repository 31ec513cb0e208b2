package org.chirpmill.model.phenomx.pnr;

import org.chirpmill.model.phenomx.precession.AngleTableKernel;
import org.chirpmill.model.phenomx.precession.AngleTableRow;
import org.chirpmill.model.phenomx.precession.EulerAngles;
import org.chirpmill.model.phenomx.precession.PrecessingBinary;
import org.chirpmill.model.phenomx.precession.Precession;
import org.chirpmill.model.phenomx.precession.PrecessionRow;
import org.chirpmill.physics.PhysicalConstants;
import org.junit.jupiter.api.Test;

class TunedPrecessionTest {
    @Test
    void look() {
        AngleReference lal = AngleReference.of("IMRPhenomXO4a");
        TunedPrecession precession = new TunedPrecession();
        int room = 96;
        double[] rows = new double[Precession.ROW_SIZE + AngleTableRow.size(room)];
        for (int loop = 0; loop < 6; loop++)
        for (int row = 0; row < lal.sources().length; row++) {
            PrecessingBinary binary = PrecessingBinary.of(lal.sources()[row]);
            if (!SingleSpin.isFor(binary)) continue;
            double seconds = binary.totalMassSolar() * PhysicalConstants.SOLAR_MASS_SECONDS;
            long t0 = System.nanoTime();
            precession.take(lal.sources()[row], binary, 20);
            long t1 = System.nanoTime();
            boolean ok = precession.write(5, 1200, rows, 0, Precession.ROW_SIZE, room);
            long t2 = System.nanoTime();
            double[] found = new double[EulerAngles.SIZE];
            double a = 0, b = 0, g = 0, rel = 0;
            double log2 = rows[PrecessionRow.LOG_VELOCITY_2];
            for (int k = 0; k < lal.frequencies().length; k++) {
                AngleTableKernel.at(rows, Precession.ROW_SIZE, log2 + Math.log(lal.frequencies()[k]) / 3, found, 0);
                double da = found[0] - precession.frame().alpha() - lal.alpha().values()[row][k];
                double db = Math.acos(found[2]) - lal.beta().values()[row][k];
                double dg = -(found[1] - precession.frame().epsilon()) - lal.gamma().values()[row][k];
                a = Math.max(a, Math.abs(da)); b = Math.max(b, Math.abs(db)); 
                g = Math.max(g, Math.abs(dg));
                rel = Math.max(rel, Math.abs(da + dg));
            }
            if (loop == 5)
            System.out.printf("%d M%.0f %s pieces %.0f missed %.1e evals %d %s | take %d us write %d us | a %.1e b %.1e g %.1e a+g %.1e | noise a %.1e g %.1e%n", row, binary.totalMassSolar(),
                ok, rows[Precession.ROW_SIZE], rows[Precession.ROW_SIZE + 2], precession.evaluations(), "", (t1 - t0) / 1000, (t2 - t1) / 1000, a, b, g, rel,
                java.util.Arrays.stream(lal.alpha().noise()[row]).max().getAsDouble(), java.util.Arrays.stream(lal.gamma().noise()[row]).max().getAsDouble());
        }
    }
}
