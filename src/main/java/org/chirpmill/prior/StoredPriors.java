package org.chirpmill.prior;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Priors as a dataset stores them, for dingo-gw's {@code build_prior_with_defaults} to read, which it does with bilby's
 * {@code PriorDict.from_dictionary} when it analyses what a network was trained on. That splits at commas and finds no
 * class without its module unless it is one of bilby.core.prior, no argument in an empty pair of brackets, and takes
 * whatever has round brackets for a class: so names are full, arguments named, a name always given and numbers worked
 * out, with all their digits.
 */
public final class StoredPriors {
    /** What survives bilby's splitting at commas, brackets and equals signs, and its removal of spaces. */
    private static final Pattern PLAIN = Pattern.compile(
        "(?:[^\\s,=(){}\\[\\]'\"]|\\{[^\\s,=(){}\\[\\]'\"]*\\})*");
    private static final double LARGEST_EXACT = 0x1p53;

    private StoredPriors() {}

    /**
     * The stored form of a section; absent entries are left out.
     *
     * @param priors see {@link PriorSet#of}
     * @throws PriorSyntaxException where a prior cannot be understood, or has no form that bilby could read
     */
    public static Map<String, Object> of(Map<String, ?> priors) {
        Map<String, Object> stored = new LinkedHashMap<>();
        priors.forEach((key, value) -> {
            Object form = value instanceof String text ? of(key, text) : value;
            if (form != null) {
                stored.put(key, form);
            }
        });
        return stored;
    }

    private static Object of(String key, String text) {
        return switch (text.strip()) {
            case "None" -> null;
            case PriorDefaults.WORD -> PriorDefaults.WORD;
            default -> switch (PriorParser.value(key, text)) {
                case Value.Nested(Prior prior, Arguments arguments) -> {
                    arguments.requireReadableByBilby();
                    yield call(arguments, key);
                }
                case Value.Number number when isExactWhole(number) -> (long) number.value();
                case Value.Number number -> number.value();
                case Value other -> throw new IllegalStateException(other.kind() + " is no prior");
            };
        };
    }

    /**
     * The call of a class.
     *
     * @param name the prior's where it gives none that can be stored; {@code null} for none
     */
    private static String call(Arguments arguments, String name) {
        StringJoiner call = new StringJoiner(", ", arguments.known().fullName() + "(", ")");
        for (String parameter : arguments.known().parameters()) {
            Arguments.Argument given = arguments.bound().get(parameter);
            Value value = given == null ? new Value.Nothing() : given.value();
            if (parameter.equals("name")) {
                call.add("name=" + (value instanceof Value.Text text && isPlain(text) ? literal(value) : quoted(name)));
            } else if (isStored(parameter, value, arguments)) {
                call.add(parameter + "=" + literal(value));
            }
        }
        return call.toString();
    }

    /** Nothing is what an argument is without being given; what cannot be read back is a label. */
    private static boolean isStored(String parameter, Value value, Arguments arguments) {
        return switch (value) {
            case Value.Nothing none -> false;
            case Value.Text text -> isPlain(text) && !(parameter.equals("unit") && arguments.isOfRedshift());
            default -> true;
        };
    }

    private static String literal(Value value) {
        return switch (value) {
            case Value.Number number -> literal(number);
            case Value.Text text -> quoted(text.value());
            case Value.Flag flag -> flag.value() ? "True" : "False";
            case Value.Nothing none -> "None";
            case Value.Sequence list -> literal(list.values());
            case Value.Dictionary dictionary -> dictionary.entries().entrySet().stream()
                .map(entry -> quoted(entry.getKey()) + ": " + literal(entry.getValue()))
                .collect(Collectors.joining(", ", "{", "}"));
            case Value.Nested(Prior prior, Arguments arguments) -> call(arguments, null);
        };
    }

    private static String literal(List<Value> values) {
        return values.stream().map(StoredPriors::literal).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String literal(Value.Number number) {
        double value = number.value();
        if (isExactWhole(number)) {
            return Long.toString((long) value);
        }
        return Double.isNaN(value) ? "np.nan" : Double.isFinite(value) ? Double.toString(value)
            : value > 0 ? "np.inf" : "-np.inf";
    }

    private static boolean isExactWhole(Value.Number number) {
        return number.whole() && StrictMath.abs(number.value()) <= LARGEST_EXACT;
    }

    private static boolean isPlain(Value.Text text) {
        return PLAIN.matcher(text.value()).matches();
    }

    private static String quoted(String text) {
        return text == null ? "None" : "'" + text + "'";
    }
}
