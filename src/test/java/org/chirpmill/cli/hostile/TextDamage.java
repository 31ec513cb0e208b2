package org.chirpmill.cli.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What people and editors do to a text that is read: YAML, stored settings, priors, noise curves, JSON. */
final class TextDamage {
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.])[-+]?\\d+\\.?\\d*(?:[eE][-+]?\\d+)?(?![\\w.])");
    private static final Pattern WORD = Pattern.compile("[A-Za-z_][\\w.]*");
    private static final Pattern VALUE = Pattern.compile("(?<=[:=(,] ?)[^:=(),{}\\[\\]\\n]+");
    private static final Pattern LINE = Pattern.compile("(?m)^.*\\n");
    private static final String[] NUMBERS = {"1e309", "-0", "-0.0", ".nan", "nan", "NaN", ".inf", "-.inf", "Infinity",
        "1e-320", "5e-324", "1.7976931348623157e+308", "99999999999999999999999", "-1", "0", "0x10", "0o17", "017",
        "1_000", "1:30", "１２", "1e-3", "9223372036854775807",
        "-9223372036854775808", "2147483648", "1.0e-300", "1e300", "1.0e+12", "~", "null",
        "true", "None", "''", "!!int 3", "!!str 20", "2**3", "20.", "1e", "+-3"};
    private static final String[] VALUES = {"default", "[]", "{}", "()", "[1, 2]", "{a: 1}", "{'a': 1}",
        "IMRPhenomXPHM", "TaylorF2", "MFD", "!!python/object/apply:os.system ['touch pwned']", "!!binary aGk=",
        "!!set {a, b}", "2001-12-14", "*x", "&x [*x]", "|", "> folded", "\"\\u0000\"",
        "\"\\x1b[31m\"", "@at", "`tick", "%dir", "- 1",
        "\uD83D\uDE00", "Uniform(1, 0)", "Uniform(0, 1e400)", "Constraint(minimum=1, maximum=2)", "fast(nan)",
        "/etc/passwd", "../../etc/passwd", "/dev/zero", "\"a\\0b\"", "[[1, 2], [3, 4]]", "__import__('os')",
        "\\N{BULLET}", "'''", "\u202egnp"};
    private static final String[] SNIPPETS = {"\t", "\u0000", "\r\n", "\r", "\uFEFF", "\u0085", "\u2028", "  ", "\n",
        "{", "}", "[", "]", "(", ")", ": ", "- ", "#", "'", "\"", "&a ", "*a", "!!", "|", "---\n", "...\n",
        "%YAML 9.9\n---\n", ",", "\\", "\u001b[2J", "<<: *a\n", "? "};

    private final Random random;
    private final List<String> done = new ArrayList<>();

    private TextDamage(Random random) {
        this.random = random;
    }

    /** Damages a text in one to three places. */
    static ByteDamage.Damaged of(String intact, Random random) {
        TextDamage damage = new TextDamage(random);
        String text = intact;
        for (int times = 1 + random.nextInt(3); times > 0; times--) {
            text = damage.once(text);
        }
        byte[] bytes = switch (random.nextInt(40)) {
            case 0 -> text.getBytes(UTF_16);
            case 1 -> ("\uFEFF" + text).getBytes(UTF_8);
            case 2 -> text.getBytes(ISO_8859_1);
            default -> text.getBytes(UTF_8);
        };
        return new ByteDamage.Damaged(bytes, String.join(", ", damage.done));
    }

    private String once(String text) {
        return switch (random.nextInt(14)) {
            case 0, 1, 2 -> replaced(NUMBER, text, _ -> pick(NUMBERS));
            case 3, 4 -> replaced(VALUE, text, _ -> pick(VALUES));
            case 5 -> replaced(WORD, text, _ -> pick(VALUES));
            case 6 -> replaced(NUMBER, text, found -> found.group() + "0".repeat(random.nextInt(8)));
            case 7 -> replaced(NUMBER, text, found -> "-" + found.group());
            case 8 -> replaced(LINE, text, found -> random.nextBoolean() ? "" : found.group() + found.group());
            case 9 -> inserted(text, pick(SNIPPETS));
            case 10 -> inserted(text, String.valueOf((char) random.nextInt(0x250)));
            case 11 -> cut(text);
            case 12 -> replaced(VALUE, text, _ -> "[".repeat(random.nextInt(3000)) + "1");
            default -> replaced(VALUE, text, found -> found.group().repeat(random.nextInt(2000)));
        };
    }

    private String replaced(Pattern pattern, String text, Function<MatchResult, String> with) {
        List<MatchResult> all = pattern.matcher(text).results().toList();
        if (all.isEmpty()) {
            return text;
        }
        MatchResult found = all.get(random.nextInt(all.size()));
        String replacement = with.apply(found);
        done.add("'" + shortened(found.group()) + "' replaced by '" + shortened(replacement) + "'");
        return text.substring(0, found.start()) + replacement + text.substring(found.end());
    }

    private String inserted(String text, String snippet) {
        int at = random.nextInt(text.length() + 1);
        done.add("'" + snippet + "' put in at " + at);
        return text.substring(0, at) + snippet + text.substring(at);
    }

    private String cut(String text) {
        int from = random.nextInt(text.length() + 1);
        int to = random.nextInt(5) == 0 ? text.length() : Math.min(text.length(), from + random.nextInt(40));
        done.add("cut from " + from + " to " + to);
        return text.substring(0, from) + text.substring(to);
    }

    private String pick(String[] choices) {
        return choices[random.nextInt(choices.length)];
    }

    private static String shortened(String text) {
        return text.length() > 60 ? text.substring(0, 60) + "..." : text;
    }
}
