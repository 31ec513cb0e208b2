package org.chirpmill.plot;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Where an axis has numbers, and where only marks.
 *
 * @param numbered values with a number and a line of the grid
 * @param minor values with a short mark
 */
record Ticks(List<Double> numbered, List<Double> minor) {
    /** Beyond so many decades 2 and 5 have no numbers. */
    private static final double DECADES_IN_FULL = 3.1;

    /** Round values along a scale, about {@code wanted} of them where it is even. */
    static Ticks of(Scale scale, int wanted) {
        return scale.kind() == Axis.Kind.LOGARITHMIC ? logarithmic(scale, wanted) : even(scale, wanted);
    }

    private static Ticks even(Scale scale, int wanted) {
        double rough = (scale.maximum() - scale.minimum()) / wanted;
        if (scale.kind() == Axis.Kind.COUNTING) {
            rough = Math.max(1, rough);
        }
        double decade = Math.pow(10, Math.floor(Math.log10(rough)));
        double step = rough <= decade ? decade : rough <= 2 * decade ? 2 * decade : rough <= 5 * decade ? 5 * decade
            : 10 * decade;
        List<Double> numbered = new ArrayList<>();
        long first = (long) Math.ceil(scale.minimum() / step - 1e-9);
        long last = (long) Math.floor(scale.maximum() / step + 1e-9);
        for (long k = first; k <= last; k++) {
            numbered.add(k * step);
        }
        return new Ticks(numbered, List.of());
    }

    private static Ticks logarithmic(Scale scale, int wanted) {
        double decades = Math.log10(scale.maximum() / scale.minimum());
        int every = (int) Math.max(1, Math.ceil(decades / (wanted + 2)));
        List<Double> numbered = new ArrayList<>();
        List<Double> minor = new ArrayList<>();
        int first = (int) Math.floor(Math.log10(scale.minimum()) - 1e-9);
        int last = (int) Math.ceil(Math.log10(scale.maximum()));
        for (int exponent = first; exponent <= last; exponent++) {
            for (int digit = 1; digit <= 9; digit++) {
                // By way of the decimal text, so that 10^-23 is the double that its number means.
                double value = Double.parseDouble(digit + "e" + exponent);
                if (value >= scale.minimum() * (1 - 1e-9) && value <= scale.maximum() * (1 + 1e-9)) {
                    boolean hasNumber = digit == 1 ? Math.floorMod(exponent, every) == 0
                        : decades < 1 ? digit < 7
                        : decades < DECADES_IN_FULL && (digit == 2 || digit == 5);
                    (hasNumber ? numbered : minor).add(value);
                }
            }
        }
        return new Ticks(numbered, minor);
    }

    /** A value in few characters. */
    static String text(double value) {
        BigDecimal exact = new BigDecimal(value).round(new MathContext(6)).stripTrailingZeros();
        double size = Math.abs(value);
        if (value == 0 || size >= 1e-3 && size < 1e6) {
            return value == 0 ? "0" : exact.toPlainString();
        }
        String text = String.format(Locale.ROOT, "%.5e", value);
        int split = text.indexOf('e');
        return new BigDecimal(text.substring(0, split)).stripTrailingZeros().toPlainString() + "e"
            + Integer.parseInt(text.substring(split + 1));
    }
}
