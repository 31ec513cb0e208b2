package org.chirpmill.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A slip of the hand in a settings file.
 *
 * @param text what the file holds after it
 * @param story what was done
 */
record SettingsEdit(String text, String story) {
    /** A line with a key, where comments are none. */
    private static final Pattern ENTRY = Pattern.compile("(?m)^( *)([a-z_0-9]+):(?: +([^#\\n]*[^#\\s]))?.*$");
    private static final Pattern DIGIT = Pattern.compile("(?m)^[^#\\n]*?\\d");
    private static final String[] VALUES = {"true", "null", "None", "''", "[1, 2]", "[]", "{a: 1}", "-3", "0", "1.5",
        "1e400", ".nan", "default", "IMRPhenomD", "Uniform(0, 1)", "Constraint(1, 2)", "seven", "2023-01-01", "1/8",
        "[[2, 2]]", "12345678901234567890", "aLIGO_ZERO_DET_high_P_asd.txt"};

    /** One random edit of a text. */
    static SettingsEdit of(String text, Random random) {
        List<MatchResult> entries = ENTRY.matcher(text).results().toList();
        MatchResult entry = entries.get(random.nextInt(entries.size()));
        MatchResult other = entries.get(random.nextInt(entries.size()));
        return switch (random.nextInt(6)) {
            case 0 -> misspelt(text, entry, random);
            case 1 -> moved(text, entry, other, random.nextBoolean());
            case 2 -> new SettingsEdit(text.substring(0, entry.end()) + "\n" + entry.group()
                + text.substring(entry.end()), "doubled: " + entry.group().strip());
            case 3 -> retyped(text, entry, VALUES[random.nextInt(VALUES.length)]);
            case 4 -> redialled(text, random);
            default -> new SettingsEdit(text.substring(0, entry.start()) + text.substring(entry.end()),
                "dropped: " + entry.group().strip());
        };
    }

    private static SettingsEdit misspelt(String text, MatchResult entry, Random random) {
        String key = entry.group(2);
        int at = random.nextInt(key.length());
        char letter = (char) ('a' + random.nextInt(26));
        String typed = switch (random.nextInt(4)) {
            case 0 -> key.substring(0, at) + key.substring(at + 1);
            case 1 -> key.substring(0, at) + letter + key.substring(at);
            case 2 -> key.substring(0, at) + letter + key.substring(at + 1);
            default -> at == 0 ? Character.toUpperCase(key.charAt(0)) + key.substring(1)
                : key.substring(0, at - 1) + key.charAt(at) + key.charAt(at - 1) + key.substring(at + 1);
        };
        return new SettingsEdit(text.substring(0, entry.start(2)) + typed + text.substring(entry.end(2)),
            "misspelt: " + key + " as " + typed);
    }

    /** Behind another entry, with the indentation that it had or that the other one has. */
    private static SettingsEdit moved(String text, MatchResult entry, MatchResult other, boolean asItWas) {
        String line = asItWas ? entry.group() : other.group(1) + entry.group().strip();
        StringBuilder edited = new StringBuilder(text);
        if (other.start() > entry.start()) {
            edited.insert(other.end(), "\n" + line).delete(entry.start(), entry.end());
        } else {
            edited.delete(entry.start(), entry.end()).insert(Math.min(other.end(), edited.length()), "\n" + line);
        }
        return new SettingsEdit(edited.toString(),
            "moved: " + entry.group().strip() + " behind " + other.group().strip());
    }

    private static SettingsEdit retyped(String text, MatchResult entry, String value) {
        int from = entry.group(3) == null ? entry.end(2) + 1 : entry.start(3);
        int to = entry.group(3) == null ? from : entry.end(3);
        return new SettingsEdit(text.substring(0, from) + (entry.group(3) == null ? " " : "") + value
            + text.substring(to), "retyped: " + entry.group(2) + " as " + value);
    }

    private static SettingsEdit redialled(String text, Random random) {
        List<Integer> digits = new ArrayList<>();
        Matcher line = DIGIT.matcher(text);
        while (line.find()) {
            String rest = text.substring(line.start(), text.indexOf('\n', line.start())).split("#")[0];
            for (int i = 0; i < rest.length(); i++) {
                if (Character.isDigit(rest.charAt(i))) {
                    digits.add(line.start() + i);
                }
            }
        }
        int at = digits.get(random.nextInt(digits.size()));
        char digit = (char) ('0' + random.nextInt(10));
        return new SettingsEdit(text.substring(0, at) + digit + text.substring(at + 1), "digit: "
            + text.substring(text.lastIndexOf('\n', at) + 1, at) + "[" + digit + "]"
            + text.substring(at + 1, text.indexOf('\n', at)));
    }
}
