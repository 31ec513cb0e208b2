package org.chirpmill.model.phenomx.pnr;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A polynomial in what a binary of one spin is: eta, chi and cos theta. */
final class SingleSpinPolynomial {
    private static final int POWERS_OF_ETA = 4;

    private final int powersOfChi;
    private final int powersOfCosine;
    /** The coefficient of eta^i chi^j cos^k is element [(i powersOfChi + j) powersOfCosine + k]. */
    private final double[] coefficients;

    private SingleSpinPolynomial(int powersOfChi, int powersOfCosine) {
        this.powersOfChi = powersOfChi;
        this.powersOfCosine = powersOfCosine;
        this.coefficients = new double[POWERS_OF_ETA * powersOfChi * powersOfCosine];
    }

    /**
     * The value.
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
            for (int j = 0; j < powersOfChi; j++) {
                double inCosine = 0;
                for (int k = 0; k < powersOfCosine; k++) {
                    next--;
                    inCosine = Math.fma(inCosine, cosTheta, coefficients[next]);
                }
                inChi = Math.fma(inChi, chi, inCosine);
            }
            sum = Math.fma(sum, eta, inChi);
        }
        return sum;
    }

    /**
     * Those of a file of fits beside this class, by their names.
     *
     * @param resource the file
     * @param powersOfChi how many powers of chi each has, from 0 on
     * @param powersOfCosine how many of cos theta
     */
    static Map<String, SingleSpinPolynomial> read(String resource, int powersOfChi, int powersOfCosine) {
        Map<String, SingleSpinPolynomial> fits = new HashMap<>();
        SingleSpinPolynomial current = null;
        for (String line : lines(resource)) {
            String[] words = line.strip().split("\\s+");
            switch (words[0]) {
                case "", "#", "what" -> { /* for people */ }
                case "fit" -> {
                    current = new SingleSpinPolynomial(powersOfChi, powersOfCosine);
                    fits.put(words[1], current);
                }
                case "eta" -> {
                    int row = Integer.parseInt(words[1]) * powersOfChi + Integer.parseInt(words[3]);
                    for (int k = 4; k < words.length; k++) {
                        current.coefficients[row * powersOfCosine + k - 4] = Double.parseDouble(words[k]);
                    }
                }
                default -> throw new IllegalStateException(resource + " has the line '" + line + "'");
            }
        }
        return fits;
    }

    private static List<String> lines(String resource) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                SingleSpinPolynomial.class.getResourceAsStream(resource), StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
