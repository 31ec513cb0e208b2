package org.chirpmill.prior;

import java.util.Map;
import org.chirpmill.names.NearestName;
import org.chirpmill.parameters.DistanceMeasure;
import org.chirpmill.physics.Cosmology;

/**
 * The arguments of one distribution as written, read by the distribution's own names and kinds.
 *
 * @param key what the prior is of
 * @param text the whole prior string
 * @param start index at which the distribution's name begins
 * @param module what stands before it, its last dot included
 * @param known the distribution
 * @param bound the arguments given, by name
 */
record Arguments(
    String key, String text, int start, String module, KnownPrior known, Map<String, Argument> bound) {

    /** Of categories or degrees of freedom: more of them are meant to be another distribution. */
    private static final int LARGEST_COUNT = 1_000_000;

    /**
     * One argument.
     *
     * @param value what it means
     * @param start index at which it begins
     */
    record Argument(Value value, int start) {}

    /** The number given for a parameter without default. */
    double number(String parameter) {
        if (!isGiven(parameter)) {
            throw PriorSyntaxException.at(
                key, text, start, known.bilbyName() + " lacks its argument " + parameter, known.usage());
        }
        return numberOr(parameter, Double.NaN);
    }

    /** The number given, or the default. */
    double numberOr(String parameter, double absent) {
        return switch (value(parameter)) {
            case null -> absent;
            case Value.Number number -> number.value();
            case Value.Nothing none when Double.isNaN(absent) && !isRequired(parameter) -> absent;
            case Value other -> throw wrongKind(parameter, "a number", other);
        };
    }

    /** The whole number given for a parameter without default, at least 1. */
    int count(String parameter) {
        double number = number(parameter);
        if (!((Value.Number) value(parameter)).whole() || !(number >= 1 && number <= LARGEST_COUNT)) {
            throw wrong(parameter, "must be a whole number from 1 to " + LARGEST_COUNT + ", written without a point");
        }
        return (int) number;
    }

    /** The truth given, or false. */
    boolean flag(String parameter) {
        return switch (value(parameter)) {
            case null -> false;
            case Value.Flag flag -> flag.value();
            case Value other -> throw wrongKind(parameter, "True or False", other);
        };
    }

    /** The list of numbers given. */
    double[] table(String parameter) {
        if (!isGiven(parameter)) {
            throw PriorSyntaxException.at(
                key, text, start, known.bilbyName() + " lacks its argument " + parameter, known.usage());
        }
        if (!(value(parameter) instanceof Value.Sequence list)) {
            throw wrongKind(parameter, "a list of numbers such as [0, 1, 2]", value(parameter));
        }
        return numbers(parameter, list);
    }

    /** The list of numbers given, or null. */
    double[] tableOrNull(String parameter) {
        return switch (value(parameter)) {
            case null -> null;
            case Value.Nothing none -> null;
            case Value other -> table(parameter);
        };
    }

    private double[] numbers(String parameter, Value.Sequence list) {
        return list.values().stream().mapToDouble(entry -> {
            if (entry instanceof Value.Number number) {
                return number.value();
            }
            throw wrongKind(parameter, "a list of numbers such as [0, 1, 2]", entry);
        }).toArray();
    }

    /** The distribution given, or the default. */
    Distribution distributionOr(String parameter, Distribution absent) {
        return switch (value(parameter)) {
            case null -> absent;
            case Value.Nested(Distribution distribution, Arguments inner) -> distribution;
            case Value other -> throw wrongKind(parameter, "a distribution", other);
        };
    }

    /** The string given, or null for none. */
    String textOrNull(String parameter) {
        return switch (value(parameter)) {
            case null -> null;
            case Value.Nothing none -> null;
            case Value.Text string -> string.value();
            case Value other -> throw wrongKind(parameter, "a string or None", other);
        };
    }

    /** Checks what every distribution has and none needs for drawing. */
    void checkLabels() {
        textOrNull("name");
        textOrNull("latex_label");
        textOrNull("unit");
        String boundary = textOrNull("boundary");
        if (boundary != null && !boundary.equals("periodic") && !boundary.equals("reflective")) {
            throw wrong("boundary", "must be 'periodic', 'reflective' or None, not " + Token.quoted(boundary));
        }
    }

    /** Which distance a cosmological distribution draws: that of its key, which its name must repeat if given. */
    DistanceMeasure distanceMeasure() {
        DistanceMeasure measure = DistanceMeasure.ofKey(key);
        if (measure == null) {
            throw PriorSyntaxException.at(key, text, start, known.bilbyName() + " cannot be the prior of " + key,
                "only of luminosity_distance, comoving_distance or redshift");
        }
        String name = textOrNull("name");
        if (name != null && !name.equals(key)) {
            throw wrong("name", "must be the key it stands at, '" + key + "', not " + Token.quoted(name));
        }
        String unit = textOrNull("unit");
        if (unit != null && !unit.equals("Mpc") && measure != DistanceMeasure.REDSHIFT) {
            throw wrong("unit", "must be 'Mpc' or None, not " + Token.quoted(unit));
        }
        return measure;
    }

    /** Whether the values are redshifts, which have no unit. */
    boolean isOfRedshift() {
        return DistanceMeasure.ofKey(key) == DistanceMeasure.REDSHIFT;
    }

    /** The cosmology named or described, or bilby's default. */
    Cosmology cosmology() {
        try {
            return value("cosmology") instanceof Value.Dictionary described
                ? DescribedCosmology.of(described) : named(textOrNull("cosmology"));
        } catch (IllegalArgumentException unknown) {
            throw wrong("cosmology", unknown.getMessage());
        }
    }

    private static Cosmology named(String name) {
        if (name == null) {
            return Cosmology.planck15();
        }
        return Cosmology.named(name).orElseThrow(() -> new IllegalArgumentException("is " + Token.quoted(name)
            + NearestName.hint(name, Cosmology.names()) + " but must be one of " + String.join(", ", Cosmology.names())
            + ", or a dictionary such as {'H0': 67.7, 'Om0': 0.31}"));
    }

    /**
     * Checks that bilby could read this, whatever the spelling: it has nothing but its own modules, and within another
     * distribution it loses its way in lists and further distributions.
     *
     * @throws PriorSyntaxException where it could not
     */
    void requireReadableByBilby() {
        if (!module.isEmpty() && !module.startsWith("bilby.")) {
            throw PriorSyntaxException.at(key, text, start,
                "the module of " + Token.quoted(module + known.bilbyName()) + " is not bilby's",
                "write " + known.bilbyName() + " or " + known.fullName() + " if that is meant");
        }
        bound.forEach((parameter, argument) -> {
            if (argument.value() instanceof Value.Nested(Prior prior, Arguments inner)) {
                inner.requireReadableByBilby();
                inner.bound.forEach((name, within) -> {
                    if (within.value() instanceof Value.Sequence || within.value() instanceof Value.Nested) {
                        throw wrong(parameter, "cannot be " + inner.known.bilbyName() + " with its " + name
                            + ", which neither bilby nor dingo-gw can read within another distribution");
                    }
                });
            }
        });
    }

    private boolean isGiven(String parameter) {
        return bound.containsKey(parameter);
    }

    private boolean isRequired(String parameter) {
        return known.required().contains(parameter);
    }

    private Value value(String parameter) {
        Argument argument = bound.get(parameter);
        return argument == null ? null : argument.value();
    }

    private PriorSyntaxException wrongKind(String parameter, String wanted, Value found) {
        return wrong(parameter, "must be " + wanted + ", not " + found.kind());
    }

    private PriorSyntaxException wrong(String parameter, String problem) {
        return PriorSyntaxException.at(key, text, bound.get(parameter).start(),
            parameter + " of " + known.bilbyName() + " " + problem, "");
    }
}
