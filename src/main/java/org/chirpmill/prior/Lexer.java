package org.chirpmill.prior;

import java.util.ArrayList;
import java.util.List;

/** Cuts a prior string into tokens, with Python's rules for numbers, names and quotes. */
final class Lexer {
    private static final String SYMBOLS = "()[]{},:=+-*/";

    private final String key;
    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int next;

    private Lexer(String key, String text) {
        this.key = key;
        this.text = text;
    }

    /** All tokens of the text, the last one an END. */
    static List<Token> tokens(String key, String text) {
        Lexer lexer = new Lexer(key, text);
        lexer.run();
        return lexer.tokens;
    }

    private void run() {
        while (next < text.length()) {
            char c = text.charAt(next);
            if (Character.isWhitespace(c)) {
                next++;
            } else if (isDigit(c) || c == '.' && isDigit(peek(1))) {
                number();
            } else if (c == '\'' || c == '"') {
                string(next);
            } else if ("rRuU".indexOf(c) >= 0 && (peek(1) == '\'' || peek(1) == '"')) {
                next++;
                string(next - 1);
            } else if (isNameStart(c)) {
                name();
            } else {
                symbol(c);
            }
        }
        tokens.add(new Token(Token.Kind.END, "", text.length()));
    }

    private void number() {
        int start = next;
        digits();
        if (peek(0) == '.') {
            next++;
            digits();
        }
        if (peek(0) == 'e' || peek(0) == 'E') {
            next++;
            if (peek(0) == '+' || peek(0) == '-') {
                next++;
            }
            int exponent = next;
            digits();
            if (next == exponent) {
                throw problem(start, "the number " + Token.quoted(text.substring(start, next)) + " lacks its exponent");
            }
        }
        if (isNameStart(peek(0)) || peek(0) == '.' || text.charAt(next - 1) == '_') {
            throw problem(start, Token.quoted(text.substring(start, StrictMath.min(next + 1, text.length())))
                + " is not a number");
        }
        tokens.add(new Token(Token.Kind.NUMBER, text.substring(start, next).replace("_", ""), start));
    }

    /** Digits with single underscores between them. */
    private void digits() {
        while (isDigit(peek(0)) || peek(0) == '_' && next > 0 && isDigit(text.charAt(next - 1))) {
            next++;
        }
    }

    private void string(int start) {
        char quote = text.charAt(next);
        int begin = ++next;
        while (peek(0) != quote) {
            if (next >= text.length()) {
                throw problem(start, "the string is not closed");
            }
            next += peek(0) == '\\' ? 2 : 1;
        }
        tokens.add(new Token(Token.Kind.STRING, text.substring(begin, next), start));
        next++;
    }

    /** A name, dotted ones in one piece. */
    private void name() {
        int start = next;
        while (isNameStart(peek(0)) || isDigit(peek(0)) || peek(0) == '.' && isNameStart(peek(1))) {
            next++;
        }
        tokens.add(new Token(Token.Kind.NAME, text.substring(start, next), start));
    }

    private void symbol(char c) {
        if (SYMBOLS.indexOf(c) < 0) {
            throw problem(next, "'" + c + "' has no meaning");
        }
        boolean power = c == '*' && peek(1) == '*';
        int length = power ? 2 : 1;
        tokens.add(new Token(Token.Kind.SYMBOL, text.substring(next, next + length), next));
        next += length;
    }

    private PriorSyntaxException problem(int at, String what) {
        return PriorSyntaxException.at(key, text, at, what, "");
    }

    private char peek(int ahead) {
        return next + ahead < text.length() ? text.charAt(next + ahead) : '\0';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isNameStart(char c) {
        return c == '_' || Character.isLetter(c);
    }
}
