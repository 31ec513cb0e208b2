package org.chirpmill.settings;

import java.util.regex.Pattern;

/** Numbers as people write them: {@code 1e-3} is one, though PyYAML takes it for text. */
final class LenientNumber {
    private static final Pattern NUMBER = Pattern.compile(
        "[-+]?(?:[0-9][0-9_]*(?:\\.[0-9_]*)?|\\.[0-9][0-9_]*)(?:[eE][-+]?[0-9]+)?");
    /** From here on not every whole number is a double. */
    private static final double LARGEST_EXACT = 0x1p53;

    private LenientNumber() {}

    /** The finite number that a value is, or that its text means; null where it is none. */
    static Number of(Object value) {
        return switch (value) {
            case Long number -> number;
            case Double number -> number;
            case String text when NUMBER.matcher(text).matches() -> {
                double number = Double.parseDouble(text.replace("_", ""));
                yield Double.isFinite(number) ? number : null;
            }
            case null, default -> null;
        };
    }

    /** The whole number that a value is or means; null where it is none. */
    static Long whole(Object value) {
        if (value instanceof Long number) {
            return number;
        }
        Number number = of(value);
        boolean isWhole = number != null && number.doubleValue() == Math.rint(number.doubleValue())
            && Math.abs(number.doubleValue()) <= LARGEST_EXACT;
        return isWhole ? Long.valueOf((long) number.doubleValue()) : null;
    }
}
