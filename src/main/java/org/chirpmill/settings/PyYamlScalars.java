package org.chirpmill.settings;

import java.math.BigInteger;
import java.util.Locale;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Which plain scalars are numbers, truth values or nothing, by PyYAML's rules (YAML 1.1 as PyYAML 6 resolves it),
 * since the settings must mean in Java what they mean in Python: {@code 5_000_000} is a number, {@code 1e-3} is text,
 * {@code None} is text.
 */
final class PyYamlScalars extends Resolver {
    private static final Pattern TRUTH = Pattern.compile(
        "yes|Yes|YES|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF");
    /** Parts of sexagesimals repeat possessively: the engine takes a level of its stack for each one otherwise. */
    private static final Pattern REAL = Pattern.compile(
        "[-+]?[0-9][0-9_]*\\.[0-9_]*(?:[eE][-+][0-9]+)?"
            + "|\\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?"
            + "|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])++\\.[0-9_]*"
            + "|[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN)");
    private static final Pattern WHOLE = Pattern.compile(
        "[-+]?0b[01_]+|[-+]?0[0-7_]+|[-+]?(?:0|[1-9][0-9_]*)|[-+]?0x[0-9a-fA-F_]+"
            + "|[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])++");
    private static final Pattern NOTHING = Pattern.compile("~|null|Null|NULL|");
    private static final int SEXAGESIMAL = 60;

    @Override
    public Tag resolve(NodeId kind, String text, boolean implicit) {
        if (kind != NodeId.scalar || !implicit) {
            return super.resolve(kind, text, implicit);
        }
        if (TRUTH.matcher(text).matches()) {
            return Tag.BOOL;
        }
        if (REAL.matcher(text).matches()) {
            return Tag.FLOAT;
        }
        if (WHOLE.matcher(text).matches()) {
            return Tag.INT;
        }
        if (NOTHING.matcher(text).matches()) {
            return Tag.NULL;
        }
        return text.equals("<<") ? Tag.MERGE : Tag.STR;
    }

    /** The value that PyYAML makes of a truth value's text. */
    static Boolean truth(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "yes", "true", "on" -> true;
            case "no", "false", "off" -> false;
            default -> throw new NumberFormatException(text);
        };
    }

    /**
     * The value that PyYAML makes of a whole number's text.
     *
     * @throws NumberFormatException where the text is none, or has more than 64 bits
     */
    static Long whole(String text) {
        String digits = text.replace("_", "");
        boolean negative = digits.startsWith("-");
        digits = negative || digits.startsWith("+") ? digits.substring(1) : digits;
        BigInteger magnitude = digits.startsWith("0b") ? magnitude(digits.substring(2), 2)
            : digits.startsWith("0x") ? magnitude(digits.substring(2), 16)
            : digits.startsWith("0") ? magnitude(digits, 8) : sexagesimal(digits);
        BigInteger value = negative ? magnitude.negate() : magnitude;
        if (value.bitLength() >= Long.SIZE) {
            throw new NumberFormatException(text);
        }
        return value.longValue();
    }

    /** Numbers that have more digits than 64 bits have in any base are refused before they are worked out. */
    private static BigInteger magnitude(String digits, int radix) {
        int first = 0;
        while (first < digits.length() - 1 && digits.charAt(first) == '0') {
            first++;
        }
        if (digits.length() - first > Long.SIZE) {
            throw new NumberFormatException("a number of " + digits.length() + " digits");
        }
        return new BigInteger(digits.substring(first), radix);
    }

    /** Parts of sixty with colons between them; one part is a decimal number. */
    private static BigInteger sexagesimal(String digits) {
        BigInteger magnitude = BigInteger.ZERO;
        for (String part : digits.split(":")) {
            magnitude = magnitude.multiply(BigInteger.valueOf(SEXAGESIMAL)).add(magnitude(part, 10));
            if (magnitude.bitLength() > Long.SIZE) {
                throw new NumberFormatException("a number of more than 64 bits");
            }
        }
        return magnitude;
    }

    /**
     * The value that PyYAML makes of a real number's text.
     *
     * @throws NumberFormatException where the text is no real number, or is infinite or NaN
     */
    static Double real(String text) {
        String digits = text.replace("_", "");
        boolean negative = digits.startsWith("-");
        digits = negative || digits.startsWith("+") ? digits.substring(1) : digits;
        double magnitude = 0;
        for (String part : digits.split(":")) {
            magnitude = magnitude * SEXAGESIMAL + Double.parseDouble(part);
        }
        if (!Double.isFinite(magnitude)) {
            throw new NumberFormatException(text);
        }
        return negative ? -magnitude : magnitude;
    }
}
