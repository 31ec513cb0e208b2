package org.chirpmill.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PythonLiteralTest {
    /** What {@code repr} gives in Python 3.11. */
    @ParameterizedTest
    @CsvSource({
        "20.0, 20.0", "0.125, 0.125", "-0.25, -0.25", "0.0, 0.0", "-0.0, -0.0", "0.1, 0.1",
        "0.30000000000000004, 0.30000000000000004", "3.141592653589793, 3.141592653589793",
        "0.0001, 0.0001", "0.00012345, 0.00012345", "0.00001, 1e-05", "1.5e-7, 1.5e-07",
        "6.62607015e-34, 6.62607015e-34",
        "9999999999999998, 9999999999999998.0", "1e15, 1000000000000000.0", "1e16, 1e+16", "1.2345e16, 1.2345e+16",
        "1e22, 1e+22", "1e23, 1e+23", "2e23, 2e+23", "9007199254740993, 9007199254740992.0",
        "1.7976931348623157e308, 1.7976931348623157e+308", "2.2250738585072014e-308, 2.2250738585072014e-308",
        "4.9e-324, 5e-324", "1e-323, 1e-323", "1.2345678e100, 1.2345678e+100", "-1e-10, -1e-10"
    })
    void realNumbersArePrintedAsPythonPrintsThem(double value, String python) {
        assertEquals(python, PythonLiteral.of(value));
    }

    static List<Arguments> texts() {
        // The second of each pair is Python 3.11's repr; ast.literal_eval gives the first back.
        return List.of(
            Arguments.of("IMRPhenomD", "'IMRPhenomD'"),
            Arguments.of("", "''"),
            Arguments.of("it's", "\"it's\""),
            Arguments.of("say \"hi\"", "'say \"hi\"'"),
            Arguments.of("it's \"both\"", "'it\\'s \"both\"'"),
            Arguments.of("back\\slash", "'back\\\\slash'"),
            Arguments.of("line\nbreak\ttab\rreturn", "'line\\nbreak\\ttab\\rreturn'"),
            Arguments.of("\u0000\u0007\u001b\u007f", "'\\x00\\x07\\x1b\\x7f'"),
            Arguments.of("M\u2299, \u03c7\u2081, \u00e9", "'M\u2299, \u03c7\u2081, \u00e9'"),
            Arguments.of("no-break\u00a0space, soft\u00adhyphen", "'no-break\\xa0space, soft\\xadhyphen'"),
            Arguments.of("\u2028\u200b\ufeff", "'\\u2028\\u200b\\ufeff'"),
            Arguments.of("\ud83c\udf0c", "'\ud83c\udf0c'"),
            Arguments.of("\udb80\udc00", "'\\U000f0000'"),
            Arguments.of("\ud800", "'\\ud800'"),
            Arguments.of("Uniform(minimum=0., maximum=2*np.pi, boundary=\"periodic\", name='phase')",
                "'Uniform(minimum=0., maximum=2*np.pi, boundary=\"periodic\", name=\\'phase\\')'"));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void textIsQuotedAsPythonQuotesItAndReadBack(String text, String python) {
        assertEquals(python, PythonLiteral.of(text));
        assertEquals(text, PythonLiteralReader.read(python, "The settings"));
    }

    @Test
    void settingsArePrintedAsPythonPrintsADictionary() {
        Map<String, Object> domain = new LinkedHashMap<>();
        domain.put("type", "MFD");
        domain.put("nodes", List.of(20.0, 26, 1038.0));
        domain.put("empty", List.of());
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("domain", domain);
        settings.put("none", null);
        settings.put("flags", Arrays.asList(true, false, null));
        settings.put("rows", 5_000_000L);
        settings.put("more", Map.of());
        assertEquals("{'domain': {'type': 'MFD', 'nodes': [20.0, 26, 1038.0], 'empty': []}, 'none': None, "
            + "'flags': [True, False, None], 'rows': 5000000, 'more': {}}", PythonLiteral.of(settings));
    }

    @Test
    void whatPythonHasNoLiteralForIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> PythonLiteral.of(Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> PythonLiteral.of(List.of(Double.POSITIVE_INFINITY)));
        assertThrows(IllegalArgumentException.class, () -> PythonLiteral.of('c'));
    }

    @Test
    void randomTreesSurviveWritingAndReading() {
        Random random = new Random(11);
        for (int i = 0; i < 2000; i++) {
            Object tree = randomValue(random, 4);
            String literal = PythonLiteral.of(tree);
            assertEquals(tree, PythonLiteralReader.read(literal, "The settings"), () -> "after reading " + literal);
        }
    }

    private static Object randomValue(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 8 : 6)) {
            case 0 -> null;
            case 1 -> random.nextBoolean();
            case 2 -> random.nextLong() >> random.nextInt(64);
            case 3 -> random.nextGaussian() * Math.pow(10, random.nextInt(600) - 300);
            case 4 -> (double) random.nextInt(1000) / 8;
            case 5 -> randomText(random);
            case 6 -> {
                Object[] items = new Object[random.nextInt(4)];
                Arrays.setAll(items, i -> randomValue(random, depth - 1));
                yield Arrays.asList(items);
            }
            default -> {
                Map<String, Object> map = new LinkedHashMap<>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    map.put(randomText(random), randomValue(random, depth - 1));
                }
                yield map;
            }
        };
    }

    private static String randomText(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            int kind = random.nextInt(3);
            text.appendCodePoint(kind == 0 ? "'\"\\\n{}[](),: ".codePointAt(random.nextInt(13))
                : random.nextInt(kind == 1 ? 0x80 : 0xd800));
        }
        return text.toString();
    }
}
