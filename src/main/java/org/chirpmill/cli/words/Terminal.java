package org.chirpmill.cli.words;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Standard output or standard error, which may be a terminal, and the one place where text of files, names and settings
 * gets there. A terminal obeys some characters and hides or reorders others, so that a file could forge a line or a
 * title: such characters are written as escapes.
 *
 * <p>What is printed with {@code println} is one line, whatever it holds, and so is what fills a place in a format;
 * line ends within are escapes too. What is printed with {@code print} is a text of our own in several lines, such as
 * the help: its line ends, tabs and colours stay. Escapes are those of JSON, so that JSON stays the same JSON.
 */
public final class Terminal extends PrintWriter {
    private static final Pattern LAYOUT = Pattern.compile("\\r?\\n|\\t|\\x1b\\[[0-9;]*m");

    /** Writes to {@code out}, line by line. */
    public Terminal(Writer out) {
        super(out, true);
    }

    @Override
    public void println(String line) {
        super.println(oneLine(String.valueOf(line)));
    }

    /** As the lines of a stack trace come, whose first character is a tab of ours. */
    @Override
    public void println(Object line) {
        String text = String.valueOf(line);
        super.println(text.startsWith("\t") ? "\t" + oneLine(text.substring(1)) : oneLine(text));
    }

    @Override
    public void print(String text) {
        String whole = String.valueOf(text);
        StringBuilder shown = new StringBuilder(whole.length());
        Matcher layout = LAYOUT.matcher(whole);
        int done = 0;
        while (layout.find()) {
            shown.append(oneLine(whole.substring(done, layout.start()))).append(layout.group());
            done = layout.end();
        }
        super.print(shown.append(oneLine(whole.substring(done))).toString());
    }

    @Override
    public void print(Object text) {
        print(String.valueOf(text));
    }

    @Override
    public PrintWriter format(String format, Object... values) {
        return super.format(format, oneLineEach(values));
    }

    @Override
    public PrintWriter format(Locale locale, String format, Object... values) {
        return super.format(locale, format, oneLineEach(values));
    }

    private static Object[] oneLineEach(Object... values) {
        return Arrays.stream(values).map(value -> value == null || value instanceof Number || value instanceof Boolean
            ? value : oneLine(value.toString())).toArray();
    }

    /** The text with escapes for whatever is not to be seen as a character in a line. */
    static String oneLine(String text) {
        if (text.codePoints().allMatch(Terminal::isVisible)) {
            return text;
        }
        StringBuilder shown = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(point -> {
            if (isVisible(point)) {
                shown.appendCodePoint(point);
            } else {
                escape(point, shown);
            }
        });
        return shown.toString();
    }

    /** Of format characters some turn the direction of writing, and all cannot be seen. */
    private static boolean isVisible(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR,
                Character.SURROGATE -> false;
            default -> true;
        };
    }

    private static void escape(int point, StringBuilder shown) {
        switch (point) {
            case '\n' -> shown.append("\\n");
            case '\r' -> shown.append("\\r");
            case '\t' -> shown.append("\\t");
            default -> {
                for (char unit : Character.toChars(point)) {
                    shown.append(String.format(Locale.ROOT, "\\u%04x", (int) unit));
                }
            }
        }
    }
}
