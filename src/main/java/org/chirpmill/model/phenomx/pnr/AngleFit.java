package org.chirpmill.model.phenomx.pnr;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The fits of the merger-ringdown angles over single-spin binaries, arXiv:2107.08876, Sec. VIII: polynomials in eta,
 * chi and cos theta. What each stands for, and its coefficients, are in {@code angle-fits.txt}.
 */
enum AngleFit {
    A1, A2, A3, A4, B0, B1, B2, B3, B4, B5,
    /** Of beta in the ringdown; {@link SingleSpin#ringdownBeta}. */
    BF;

    private static final int POWERS_OF_ETA = 4;
    private static final int POWERS_OF_CHI = 4;
    private static final int POWERS_OF_COSINE = 5;

    /** The coefficient of eta^i chi^j cos^k is element [(i POWERS_OF_CHI + j) POWERS_OF_COSINE + k]. */
    private final double[] coefficients = Table.FITS.get(name());

    /**
     * The polynomial's value.
     *
     * @param eta symmetric mass ratio
     * @param chi dimensionless magnitude of the effective single spin
     * @param cosTheta cosine of its tilt
     */
    double at(double eta, double chi, double cosTheta) {
        double sum = 0;
        int next = coefficients.length;
        for (int i = 0; i < POWERS_OF_ETA; i++) {
            double inChi = 0;
            for (int j = 0; j < POWERS_OF_CHI; j++) {
                double inCosine = 0;
                for (int k = 0; k < POWERS_OF_COSINE; k++) {
                    next--;
                    inCosine = Math.fma(inCosine, cosTheta, coefficients[next]);
                }
                inChi = Math.fma(inChi, chi, inCosine);
            }
            sum = Math.fma(sum, eta, inChi);
        }
        return sum;
    }

    /** Loads before the constants, which a static field of the enum would not. */
    private static final class Table {
        private static final String RESOURCE = "angle-fits.txt";
        static final Map<String, double[]> FITS = read();

        private static Map<String, double[]> read() {
            Map<String, double[]> fits = new HashMap<>();
            double[] current = null;
            for (String line : lines()) {
                String[] words = line.strip().split("\\s+");
                switch (words[0]) {
                    case "", "#", "what" -> { /* for people */ }
                    case "fit" -> {
                        current = new double[POWERS_OF_ETA * POWERS_OF_CHI * POWERS_OF_COSINE];
                        fits.put(words[1], current);
                    }
                    case "eta" -> {
                        int row = Integer.parseInt(words[1]) * POWERS_OF_CHI + Integer.parseInt(words[3]);
                        for (int k = 4; k < words.length; k++) {
                            current[row * POWERS_OF_COSINE + k - 4] = Double.parseDouble(words[k]);
                        }
                    }
                    default -> throw new IllegalStateException(RESOURCE + " has the line '" + line + "'");
                }
            }
            return fits;
        }

        private static List<String> lines() {
            try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                    AngleFit.class.getResourceAsStream(RESOURCE), StandardCharsets.UTF_8))) {
                return reader.lines().toList();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
