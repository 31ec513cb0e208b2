package org.chirpmill.model.phenomhm;

import java.util.Arrays;
import org.chirpmill.model.Thirds;
import org.chirpmill.model.phenomd.AlignedBinary;

/**
 * The amplitude of a mode over the leading one of (2, 2), as a polynomial in v = (2 pi M f / m)^(1/3):
 * arXiv:1708.00404 with LALSimulation's orders, arXiv:1310.1528, Eq. 9.4. All modes but (2, 1) have one term.
 * IMRPhenomXHM's amplitudes begin alike, but it takes more orders and an exact log 2.
 *
 * @param real coefficients of v^0 ... v^4
 * @param imaginary that of v^4
 */
record PostNewtonianAmplitude(double[] real, double imaginary) {
    /** log 2 as LALSimulation writes it, to eleven places. */
    private static final double LOG_2 = 0.69314718056;

    static PostNewtonianAmplitude of(HmMode mode, AlignedBinary binary) {
        double eta = binary.eta();
        double delta = binary.delta();
        return switch (mode) {
            case L2M2 -> term(0, 1);
            case L2M1 -> ofL2M1(binary);
            case L3M3 -> term(1, 0.75 * Math.sqrt(5.0 / 7) * delta);
            case L3M2 -> term(2, Math.sqrt(5.0 / 7) / 3 * (1 - 3 * eta));
            case L4M4 -> term(2, 4.0 / 9 * Math.sqrt(10.0 / 7) * (1 - 3 * eta));
            case L4M3 -> term(3, 0.75 * Math.sqrt(3.0 / 35) * delta * (1 - 2 * eta));
        };
    }

    private static PostNewtonianAmplitude ofL2M1(AlignedBinary binary) {
        double eta = binary.eta();
        double delta = binary.delta();
        double chiS = binary.chiSymmetric();
        double chiA = binary.chiAntisymmetric();
        double norm = Math.sqrt(2) / 3;
        double[] real = {
            0,
            norm * delta,
            norm * -1.5 * (chiA + delta * chiS),
            norm * delta * (335.0 / 672 + 117.0 / 56 * eta),
            norm * (chiA * (3427.0 / 1344 - 2101.0 / 336 * eta)
                + delta * (chiS * (3427.0 / 1344 - 965.0 / 336 * eta) - Math.PI))};
        return new PostNewtonianAmplitude(real, norm * delta * (-0.5 - 2 * LOG_2));
    }

    private static PostNewtonianAmplitude term(int power, double coefficient) {
        double[] real = new double[5];
        real[power] = coefficient;
        return new PostNewtonianAmplitude(real, 0);
    }

    /** Whether there is no such mode: those of odd m vanish where exchanging the bodies changes nothing. */
    boolean vanishes() {
        return imaginary == 0 && Arrays.stream(real).allMatch(coefficient -> coefficient == 0);
    }

    /** Writes the coefficients for powers of v / pi^(1/3). */
    void write(double[] rows, int block) {
        for (int k = 0; k < real.length; k++) {
            rows[block + HmModeRow.INSPIRAL_0 + k] = real[k] * Thirds.ofPi(k);
        }
        rows[block + HmModeRow.INSPIRAL_IMAGINARY_4] = imaginary * Thirds.ofPi(4);
    }
}
