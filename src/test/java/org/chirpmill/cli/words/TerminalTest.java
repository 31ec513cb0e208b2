package org.chirpmill.cli.words;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.StringWriter;
import java.util.Locale;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalTest {
    private static final String END = System.lineSeparator();

    private static String written(Consumer<Terminal> writing) {
        StringWriter out = new StringWriter();
        writing.accept(new Terminal(out));
        return out.toString();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        7   | \\u0007
        9   | \\t
        a   | \\n
        d   | \\r
        1b  | \\u001b
        7f  | \\u007f
        9b  | \\u009b
        ad  | \\u00ad
        200b | \\u200b
        202a | \\u202a
        202e | \\u202e
        2066 | \\u2066
        2069 | \\u2069
        2028 | \\u2028
        2029 | \\u2029
        feff | \\ufeff
        d800 | \\ud800
        dc00 | \\udc00
        e0041 | \\udb40\\udc41
        """)
    void aCharacterThatIsNotSeenAsOneIsWrittenAsAnEscape(String point, String escape) {
        String text = "a" + Character.toString(Integer.parseInt(point, 16)) + "b";
        String line = "a" + escape + "b" + END;
        assertEquals(line, written(terminal -> terminal.println(text)));
        assertEquals(line, written(terminal -> terminal.println((Object) text)));
        assertEquals(line, written(terminal -> terminal.printf("%s%n", text)));
        assertEquals(line, written(terminal -> terminal.printf(Locale.ROOT, "%s%n", text)));
        assertEquals(line, written(terminal -> terminal.format("%s%n", new StringBuilder(text))));
    }

    @Test
    void lettersOfAllScriptsStay() {
        String text = "chirp \u00e9\u4e2d\u05d0\u0661 \\n \ud83d\ude00 'quoted' \u2264 100 %";
        assertEquals(text + END, written(terminal -> terminal.println(text)));
        assertEquals(text, written(terminal -> terminal.print(text)));
    }

    @Test
    void numbersKeepTheirFormatAndColumnsTheirWidth() {
        assertEquals("1,234 2.50  [a\\nb ]   null true" + END, written(terminal ->
            terminal.printf(Locale.ROOT, "%,d %.2f  [%-5s]   %s %s%n", 1234, 2.5, "a\nb", null, true)));
    }

    @Test
    void aTextOfOurOwnKeepsItsLinesAndColoursAndNothingElse() {
        assertEquals("a\n\tb\r\n\u001b[1mbold\u001b[0m\\u001b]0;title\\u0007\\u001b[2J\\r\\u202e",
            written(terminal -> terminal.print(
                "a\n\tb\r\n\u001b[1mbold\u001b[0m\u001b]0;title\u0007\u001b[2J\r\u202e")));
    }

    @Test
    void aTraceHasALineForEachCallAndOneForItsMessage() {
        String trace = written(terminal -> new IllegalStateException("a\nchirpmill: all is well").printStackTrace(
            terminal));
        assertEquals("java.lang.IllegalStateException: a\\nchirpmill: all is well", trace.lines().findFirst().get());
        assertEquals(true, trace.lines().skip(1).allMatch(line -> line.startsWith("\tat ")), trace);
    }
}
