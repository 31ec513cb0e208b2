package org.chirpmill.settings;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a Python literal, as dingo-gw stores a dataset's settings, without running Python: dictionaries with text
 * keys, lists and tuples (both become lists), text, whole and real numbers, True, False and None.
 */
public final class PythonLiteralReader {
    private final String text;
    /** What the text is, for messages. */
    private final String what;
    private int at;
    private int depth;
    private int values;

    private PythonLiteralReader(String text, String what) {
        this.text = text;
        this.what = what;
    }

    /**
     * The value of a literal: {@link Map}, {@link List}, {@link String}, {@link Long}, {@link Double},
     * {@link Boolean} or null, all unmodifiable, dictionaries in the literal's order.
     *
     * @param what the text is, such as "The settings in set.hdf5", for the sentence
     * @throws SettingsException where the text is no such literal, or longer or deeper than settings are; the sentence
     *     names the position
     */
    public static Object read(String literal, String what) {
        if (literal.length() > SettingsLimits.LITERAL_CHARACTERS) {
            throw new SettingsException(what + " are longer than the " + SettingsLimits.LITERAL_CHARACTERS
                + " characters that are read.");
        }
        PythonLiteralReader reader = new PythonLiteralReader(literal, what);
        Object value = reader.value();
        reader.skipSpace();
        if (reader.at < literal.length()) {
            throw reader.unexpected("the end");
        }
        return value;
    }

    private Object value() {
        skipSpace();
        if (at >= text.length()) {
            throw unexpected("a value");
        }
        if (++values > SettingsLimits.LITERAL_VALUES) {
            throw unexpected("no more than " + SettingsLimits.LITERAL_VALUES + " values");
        }
        char first = text.charAt(at);
        return switch (first) {
            case '{' -> dictionary();
            case '[' -> list(']');
            case '(' -> tuple();
            case '\'', '"' -> texts();
            default -> isNumberStart(first) ? number() : name();
        };
    }

    private Map<String, Object> dictionary() {
        open();
        Map<String, Object> entries = new LinkedHashMap<>();
        while (!closes('}')) {
            skipSpace();
            if (at >= text.length() || text.charAt(at) != '\'' && text.charAt(at) != '"') {
                throw unexpected("a key in quotes");
            }
            String key = texts();
            expect(':');
            entries.put(key, value());
            separates('}');
        }
        depth--;
        return Collections.unmodifiableMap(entries);
    }

    private List<Object> list(char end) {
        open();
        List<Object> items = new ArrayList<>();
        while (!closes(end)) {
            items.add(value());
            separates(end);
        }
        depth--;
        return Collections.unmodifiableList(items);
    }

    /** Parentheses hold a tuple where there is a comma or nothing in them, else they only group. */
    private Object tuple() {
        int start = at;
        List<Object> items = list(')');
        int last = at - 2;
        while (Character.isWhitespace(text.charAt(last))) {
            last--;
        }
        return items.size() == 1 && text.charAt(last) != ',' && last > start ? items.getFirst() : items;
    }

    private void open() {
        at++;
        if (++depth > SettingsLimits.LITERAL_DEPTH) {
            throw unexpected("at most " + SettingsLimits.LITERAL_DEPTH + " levels of brackets");
        }
    }

    private boolean closes(char end) {
        skipSpace();
        if (at < text.length() && text.charAt(at) == end) {
            at++;
            return true;
        }
        return false;
    }

    private void separates(char end) {
        skipSpace();
        if (at < text.length() && text.charAt(at) == ',') {
            at++;
        } else if (at >= text.length() || text.charAt(at) != end) {
            throw unexpected("a comma or " + end);
        }
    }

    private void expect(char wanted) {
        skipSpace();
        if (at >= text.length() || text.charAt(at) != wanted) {
            throw unexpected(String.valueOf(wanted));
        }
        at++;
    }

    private void skipSpace() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    /** One or more adjacent strings, which Python joins. */
    private String texts() {
        StringBuilder out = new StringBuilder();
        while (at < text.length() && (text.charAt(at) == '\'' || text.charAt(at) == '"')) {
            at = new PythonTextReader(text, at, out, this).readQuoted();
            skipSpace();
        }
        return out.toString();
    }

    private static boolean isNumberStart(char first) {
        return first >= '0' && first <= '9' || first == '-' || first == '+' || first == '.';
    }

    private Object number() {
        int start = at;
        if (text.charAt(at) == '-' || text.charAt(at) == '+') {
            at++;
            skipSpace();
        }
        int digits = at;
        while (at < text.length() && isNumberPart(digits)) {
            at++;
        }
        if (at - digits > SettingsLimits.NUMBER) {
            at = start;
            throw unexpected("a number of at most " + SettingsLimits.NUMBER + " characters");
        }
        String magnitude = text.substring(digits, at).replaceAll("(?<=\\d)_(?=\\d)", "");
        String sign = text.charAt(start) == '-' ? "-" : "";
        try {
            if (magnitude.matches("[1-9]\\d*|0+")) {
                return Long.valueOf(sign + magnitude);
            }
            if (magnitude.matches("(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?") && !magnitude.matches("\\d+")) {
                double real = Double.parseDouble(sign + magnitude);
                if (Double.isInfinite(real)) {
                    at = start;
                    throw unexpected("a finite number");
                }
                return real;
            }
        } catch (NumberFormatException tooLarge) {
            at = start;
            throw unexpected("a whole number of at most 64 bits");
        }
        at = start;
        throw unexpected("a number");
    }

    private boolean isNumberPart(int digits) {
        char c = text.charAt(at);
        boolean exponentSign = (c == '+' || c == '-') && at > digits && "eE".indexOf(text.charAt(at - 1)) >= 0;
        return c >= '0' && c <= '9' || c == '.' || c == '_' || c == 'e' || c == 'E' || exponentSign;
    }

    private Object name() {
        int start = at;
        while (at < text.length() && Character.isJavaIdentifierPart(text.charAt(at))) {
            at++;
        }
        return switch (text.substring(start, at)) {
            case "True" -> Boolean.TRUE;
            case "False" -> Boolean.FALSE;
            case "None" -> null;
            default -> {
                at = start;
                throw unexpected("a value");
            }
        };
    }

    private SettingsException unexpected(String wanted) {
        return unexpected(at, wanted);
    }

    /** The refusal of what stands at an index. */
    SettingsException unexpected(int index, String wanted) {
        String found = index >= text.length() ? "it ends"
            : "it has " + PythonLiteral.of(text.substring(index, Math.min(index + 12, text.length())));
        return new SettingsException(
            what + " are no Python literal: at character " + (index + 1) + " " + found + " but must have " + wanted
                + ".");
    }
}
