package org.chirpmill.settings;

/** Reads one quoted string of a Python literal, triple quotes and escapes included. */
final class PythonTextReader {
    private final String text;
    private final StringBuilder out;
    private final PythonLiteralReader literal;
    private int at;

    /**
     * A reader of the string whose opening quote is at index {@code start} of a literal's text; what it reads goes to
     * {@code out}.
     */
    PythonTextReader(String text, int start, StringBuilder out, PythonLiteralReader literal) {
        this.text = text;
        this.at = start;
        this.out = out;
        this.literal = literal;
    }

    /** Reads the string and returns the index after its closing quote. */
    int readQuoted() {
        String quote = text.substring(at, at + 1);
        String end = text.startsWith(quote.repeat(3), at) ? quote.repeat(3) : quote;
        int start = at;
        at += end.length();
        while (!text.startsWith(end, at)) {
            boolean broken = at >= text.length() || text.charAt(at) == '\n' && end.length() == 1;
            if (broken) {
                throw literal.unexpected(start, "text with a closing " + end);
            }
            if (text.charAt(at) == '\\') {
                escape();
            } else {
                out.append(text.charAt(at++));
            }
        }
        return at + end.length();
    }

    private void escape() {
        if (at + 1 >= text.length()) {
            throw literal.unexpected(at, "a complete escape");
        }
        char kind = text.charAt(at + 1);
        switch (kind) {
            case '\n' -> at += 2;
            case '\\', '\'', '"' -> literal(kind);
            case 'a' -> literal('\u0007');
            case 'b' -> literal('\b');
            case 'f' -> literal('\f');
            case 'n' -> literal('\n');
            case 'r' -> literal('\r');
            case 't' -> literal('\t');
            case 'v' -> literal('\u000b');
            case 'x' -> number(at + 2, 2, 16);
            case 'u' -> number(at + 2, 4, 16);
            case 'U' -> number(at + 2, 8, 16);
            case '0', '1', '2', '3', '4', '5', '6', '7' -> number(at + 1, octalDigits(), 8);
            case 'N' -> throw literal.unexpected(at, "an escape other than a character's name");
            default -> {
                // Python keeps the backslash of an escape that it does not know.
                out.append('\\');
                at++;
            }
        }
    }

    private void literal(char meant) {
        out.append(meant);
        at += 2;
    }

    private int octalDigits() {
        int digits = 1;
        while (digits < 3 && at + 1 + digits < text.length() && Character.digit(text.charAt(at + 1 + digits), 8) >= 0) {
            digits++;
        }
        return digits;
    }

    private void number(int from, int digits, int radix) {
        int point = 0;
        for (int i = from; i < from + digits; i++) {
            int digit = i < text.length() ? Character.digit(text.charAt(i), radix) : -1;
            if (digit < 0 || point > Character.MAX_CODE_POINT / radix + 1) {
                throw literal.unexpected(at, "an escape of " + digits + " digits");
            }
            point = point * radix + digit;
        }
        if (point > Character.MAX_CODE_POINT) {
            throw literal.unexpected(at, "a character of Unicode");
        }
        out.appendCodePoint(point);
        at = from + digits;
    }
}
