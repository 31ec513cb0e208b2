package org.chirpmill.settings;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Writes a settings tree as Python's {@code str(dict)} would, so that {@code ast.literal_eval} reads it back to the
 * same object: dingo-gw stores a dataset's settings in this form.
 */
public final class PythonLiteral {
    /** Python switches to exponents below 1e-4 and from 1e16 on; counted as in 0.ddd x 10^point. */
    private static final int SMALLEST_FIXED_POINT = -3;
    private static final int LARGEST_FIXED_POINT = 16;

    private PythonLiteral() {}

    /**
     * The literal of a value.
     *
     * @param value a {@link Map} with text keys, {@link List}, {@link String}, {@link Long}, {@link Integer},
     *     {@link Double}, {@link Boolean} or null, nested at will
     * @throws IllegalArgumentException for anything else, and for numbers that Python has no literal for
     */
    public static String of(Object value) {
        StringBuilder out = new StringBuilder();
        append(out, value);
        return out.toString();
    }

    private static void append(StringBuilder out, Object value) {
        switch (value) {
            case null -> out.append("None");
            case Boolean truth -> out.append(truth ? "True" : "False");
            case Long number -> out.append(number.longValue());
            case Integer number -> out.append(number.intValue());
            case Double number -> out.append(number(number));
            case String text -> appendText(out, text);
            case Map<?, ?> map -> appendMap(out, map);
            case List<?> list -> appendList(out, list);
            default -> throw new IllegalArgumentException("no Python literal for a " + value.getClass().getName());
        }
    }

    private static void appendMap(StringBuilder out, Map<?, ?> map) {
        out.append('{');
        for (Iterator<? extends Map.Entry<?, ?>> entries = map.entrySet().iterator(); entries.hasNext();) {
            Map.Entry<?, ?> entry = entries.next();
            append(out, entry.getKey());
            out.append(": ");
            append(out, entry.getValue());
            out.append(entries.hasNext() ? ", " : "");
        }
        out.append('}');
    }

    private static void appendList(StringBuilder out, List<?> list) {
        out.append('[');
        for (Iterator<?> items = list.iterator(); items.hasNext();) {
            append(out, items.next());
            out.append(items.hasNext() ? ", " : "");
        }
        out.append(']');
    }

    /** Python's {@code repr(float)}: the shortest digits that read back to the same double. */
    private static String number(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("no Python literal for " + value);
        }
        if (value == 0) {
            return 1 / value < 0 ? "-0.0" : "0.0";
        }
        BigDecimal shortest = shortest(Math.abs(value));
        String digits = shortest.unscaledValue().toString();
        int point = digits.length() - shortest.scale();
        String sign = value < 0 ? "-" : "";
        if (point < SMALLEST_FIXED_POINT || point > LARGEST_FIXED_POINT) {
            return sign + withExponent(digits, point - 1);
        }
        if (point <= 0) {
            return sign + "0." + "0".repeat(-point) + digits;
        }
        if (point >= digits.length()) {
            return sign + digits + "0".repeat(point - digits.length()) + ".0";
        }
        return sign + digits.substring(0, point) + "." + digits.substring(point);
    }

    private static String withExponent(String digits, int exponent) {
        String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
        String magnitude = Integer.toString(Math.abs(exponent));
        return mantissa + "e" + (exponent < 0 ? "-" : "+") + (magnitude.length() < 2 ? "0" : "") + magnitude;
    }

    /**
     * Java's digits are the shortest too, except that it prefers two digits where one would do (4.9E-324 for Python's
     * 5e-324).
     */
    private static BigDecimal shortest(double value) {
        BigDecimal java = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        if (java.precision() != 2) {
            return java;
        }
        BigDecimal exact = new BigDecimal(value);
        BigDecimal below = java.setScale(java.scale() - 1, RoundingMode.DOWN);
        BigDecimal above = java.setScale(java.scale() - 1, RoundingMode.UP);
        boolean belowReads = below.doubleValue() == value;
        boolean aboveReads = above.doubleValue() == value;
        if (belowReads && aboveReads) {
            boolean belowIsCloser = exact.subtract(below).compareTo(above.subtract(exact)) <= 0;
            return (belowIsCloser ? below : above).stripTrailingZeros();
        }
        if (belowReads || aboveReads) {
            return (belowReads ? below : above).stripTrailingZeros();
        }
        return java;
    }

    /** Python's {@code repr(str)}: single quotes unless the text has some and no double ones. */
    private static void appendText(StringBuilder out, String text) {
        char quote = text.indexOf('\'') >= 0 && text.indexOf('"') < 0 ? '"' : '\'';
        out.append(quote);
        text.codePoints().forEach(point -> {
            switch (point) {
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (point == quote) {
                        out.append('\\').append(quote);
                    } else if (isPrintable(point)) {
                        out.appendCodePoint(point);
                    } else {
                        out.append(escape(point));
                    }
                }
            }
        });
        out.append(quote);
    }

    private static String escape(int point) {
        if (point < 0x100) {
            return "\\x%02x".formatted(point);
        }
        return (point < 0x10000 ? "\\u%04x" : "\\U%08x").formatted(point);
    }

    /** Python's {@code str.isprintable}: no control, format, surrogate, private, unassigned or odd space character. */
    private static boolean isPrintable(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED,
                Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
            case Character.SPACE_SEPARATOR -> point == ' ';
            default -> true;
        };
    }
}
