package org.chirpmill.prior;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Quantiles for shape parameters small and large, to the last fractions that are drawn, as mpmath has them
 * ({@code src/test/reference-scripts/bilby_priors.py}, which compares them with bilby's own).
 */
class WideQuantileTest {
    /** Of the quantile, or where that passes through zero of the one at 0.77. */
    private static final double RELATIVE = 5e-12;

    private record Quantile(String text, double u, double expected) {}

    private static List<Quantile> quantiles() {
        List<Quantile> quantiles = new ArrayList<>();
        for (String line : PriorTexts.lines("bilby_quantiles.tsv")) {
            String[] fields = line.split("\t");
            quantiles.add(new Quantile(
                fields[0], Double.parseDouble(fields[1]), Double.parseDouble(fields[2].replace("inf", "Infinity"))));
        }
        return quantiles;
    }

    @Test
    void quantilesAreExactFarIntoTheTails() {
        List<String> wrong = new ArrayList<>();
        for (Quantile quantile : quantiles()) {
            Distribution distribution = distribution(quantile.text());
            double found = distribution.quantile(quantile.u());
            double scale = StrictMath.abs(quantile.expected());
            if (isShifted(quantile.text())) {
                scale = StrictMath.max(scale, StrictMath.abs(distribution.quantile(0.77)));
            }
            boolean same = found == quantile.expected()
                || StrictMath.abs(found - quantile.expected()) <= RELATIVE * scale + Double.MIN_NORMAL;
            if (!same) {
                wrong.add(quantile + " but was " + found + ", apart "
                    + StrictMath.abs(found - quantile.expected()) / scale);
            }
        }
        assertEquals("", String.join("\n", wrong));
    }

    /** Where neighbouring doubles have the same fraction all but exactly, as near an end they have not. */
    @Test
    void theCdfUndoesTheQuantile() {
        for (Quantile quantile : quantiles()) {
            Distribution distribution = distribution(quantile.text());
            double x = quantile.expected();
            // what the cdf changes by from one double to the next
            double step = distribution.density(x) * StrictMath.ulp(x);
            if (quantile.u() > 1e-7 && step < 1e-10 * quantile.u()) {
                assertEquals(quantile.u(), distribution.cdf(x), 2e-8 * quantile.u(), quantile::toString);
            }
        }
    }

    @Test
    void theDensityIsTheSlopeOfTheCdf() {
        for (Quantile quantile : quantiles()) {
            Distribution distribution = distribution(quantile.text());
            if (quantile.u() < 0.04 || quantile.u() > 0.99 || distribution instanceof DiscreteValues) {
                continue;
            }
            double x = distribution.quantile(quantile.u());
            double h = 1e-3 * StrictMath.abs(distribution.quantile(quantile.u() + 1e-3) - x);
            double slope = (distribution.cdf(x + h) - distribution.cdf(x - h)) / (2 * h);
            double density = distribution.density(x);
            boolean isSmooth = distribution.density(x - h) > 0 && distribution.density(x + h) > 0;
            if (isSmooth && h > 1e-12 * StrictMath.abs(x) && Double.isFinite(density)) {
                assertEquals(slope, density, 2e-3 * slope, quantile::toString);
            }
        }
    }

    @Test
    void quantilesStayWithinTheRangeAndEndAtItsEnds() {
        Set<String> texts = new TreeSet<>();
        quantiles().forEach(quantile -> texts.add(quantile.text()));
        for (String text : texts) {
            Distribution distribution = distribution(text);
            assertEquals(distribution.minimum(), distribution.quantile(0), text);
            assertEquals(distribution.maximum(), distribution.quantile(1), text);
            double before = distribution.minimum();
            for (double u = 0x1p-12; u < 1; u += 0x1p-8) {
                double x = distribution.quantile(u);
                assertTrue(x >= before, () -> text + " falls to " + x);
                before = x;
            }
        }
    }

    /** Whose quantile passes through zero or ends at another number, so that no more than its scale can be kept. */
    private static boolean isShifted(String text) {
        return text.matches(".*(mu|alpha=1.0, beta=0.5|minimum|scale)\\b.*");
    }

    private static Distribution distribution(String text) {
        return (Distribution) PriorParser.parse("x", text);
    }
}
