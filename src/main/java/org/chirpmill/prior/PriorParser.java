package org.chirpmill.prior;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.chirpmill.names.NearestName;

/**
 * Reads the prior strings that bilby users write, such as {@code Uniform(minimum=0, maximum=2*np.pi)}. Nothing is
 * executed: calls name a {@link KnownPrior} or one of a few functions of a number.
 *
 * <pre>
 * sum     := product (('+' | '-') product)*
 * product := signed (('*' | '/') signed)*
 * signed  := ('+' | '-') signed | power
 * power   := atom ('**' signed)?
 * atom    := NUMBER | STRING | NAME | NAME '(' arguments ')' | '(' sum ')' | '[' (sum ',')* ']'
 *          | '{' (STRING ':' sum ',')* '}'
 * </pre>
 */
final class PriorParser {
    private static final int DEEPEST_NESTING = 60;
    private static final String ALLOWED_VALUES =
        "a prior is a distribution such as Uniform(minimum=10, maximum=80), a number, or default";

    private static final Map<String, Double> CONSTANTS =
        Map.of("pi", StrictMath.PI, "e", StrictMath.E, "inf", Double.POSITIVE_INFINITY,
            "nan", Double.NaN);

    private static final Map<String, DoubleUnaryOperator> FUNCTIONS = Map.ofEntries(
        Map.entry("sqrt", StrictMath::sqrt),
        Map.entry("exp", StrictMath::exp),
        Map.entry("log", StrictMath::log),
        Map.entry("log10", StrictMath::log10),
        Map.entry("sin", StrictMath::sin),
        Map.entry("cos", StrictMath::cos),
        Map.entry("tan", StrictMath::tan),
        Map.entry("arcsin", StrictMath::asin),
        Map.entry("arccos", StrictMath::acos),
        Map.entry("arctan", StrictMath::atan),
        Map.entry("radians", StrictMath::toRadians),
        Map.entry("deg2rad", StrictMath::toRadians));

    private final String key;
    private final String text;
    private final List<Token> tokens;
    private int next;
    private int depth;

    private PriorParser(String key, String text) {
        this.key = key;
        this.text = text;
        this.tokens = Lexer.tokens(key, text);
    }

    /**
     * The prior that {@code text} stands for, a number meaning a fixed value.
     *
     * @param key what the prior is of
     * @throws PriorSyntaxException where it cannot be understood
     */
    static Prior parse(String key, String text) {
        return switch (value(key, text)) {
            case Value.Nested nested -> nested.prior();
            case Value.Number number -> new DeltaFunction(number.value());
            case Value other -> throw new IllegalStateException("value lets " + other.kind() + " through");
        };
    }

    /**
     * The same as it was written: a number that is finite, or a distribution with its arguments.
     *
     * @throws PriorSyntaxException where it cannot be understood
     */
    static Value value(String key, String text) {
        PriorParser parser = new PriorParser(key, text);
        if (parser.peek().kind() == Token.Kind.END) {
            throw PriorSyntaxException.of(key, text, "the prior is empty, " + ALLOWED_VALUES);
        }
        Value value = parser.sum();
        if (parser.peek().kind() != Token.Kind.END) {
            throw parser.problem(parser.peek(), "unexpected " + parser.peek().shown(), "the prior ends before it");
        }
        return switch (value) {
            case Value.Nested nested -> nested;
            case Value.Number number when Double.isFinite(number.value()) -> number;
            case Value.Number number ->
                throw PriorSyntaxException.of(key, text, "a fixed value must be finite, here " + number.value());
            default -> throw PriorSyntaxException.of(key, text, "this is " + value.kind() + ", " + ALLOWED_VALUES);
        };
    }

    private Value sum() {
        Value left = product();
        while (peek().is("+") || peek().is("-")) {
            Token operator = take();
            Value.Number a = number(left, operator);
            Value.Number b = number(product(), operator);
            double sum = operator.is("+") ? a.value() + b.value() : a.value() - b.value();
            left = new Value.Number(sum, a.whole() && b.whole());
        }
        return left;
    }

    private Value product() {
        Value left = signed();
        while (peek().is("*") || peek().is("/")) {
            Token operator = take();
            Value.Number a = number(left, operator);
            Value.Number b = number(signed(), operator);
            if (operator.is("/") && b.value() == 0) {
                throw problem(operator, "division by zero", "");
            }
            left = operator.is("*")
                ? new Value.Number(a.value() * b.value(), a.whole() && b.whole())
                : new Value.Number(a.value() / b.value(), false);
        }
        return left;
    }

    private Value signed() {
        if (++depth > DEEPEST_NESTING) {
            throw problem(peek(), "nested too deeply", DEEPEST_NESTING + " levels are allowed");
        }
        try {
            if (peek().is("-") || peek().is("+")) {
                Token operator = take();
                Value.Number operand = number(signed(), operator);
                return operator.is("-") ? new Value.Number(-operand.value(), operand.whole()) : operand;
            }
            return power();
        } finally {
            depth--;
        }
    }

    private Value power() {
        Value base = atom();
        if (!peek().is("**")) {
            return base;
        }
        Token operator = take();
        Value.Number a = number(base, operator);
        Value.Number b = number(signed(), operator);
        return new Value.Number(
            StrictMath.pow(a.value(), b.value()), a.whole() && b.whole() && b.value() >= 0);
    }

    private Value atom() {
        Token token = take();
        return switch (token.kind()) {
            case NUMBER -> new Value.Number(Double.parseDouble(token.text()), isWhole(token.text()));
            case STRING -> new Value.Text(token.text());
            case NAME -> peek().is("(") ? call(token) : named(token);
            case SYMBOL, END -> bracketed(token);
        };
    }

    private Value bracketed(Token opening) {
        if (opening.is("(")) {
            Value inner = sum();
            expect(")");
            return inner;
        }
        if (opening.is("[")) {
            List<Value> values = new ArrayList<>();
            while (!peek().is("]")) {
                values.add(sum());
                if (!peek().is("]")) {
                    expect(",");
                }
            }
            take();
            return new Value.Sequence(values);
        }
        if (opening.is("{")) {
            return dictionary();
        }
        throw problem(opening, "expected a value but found " + opening.shown(), "");
    }

    private Value dictionary() {
        Map<String, Value> entries = new LinkedHashMap<>();
        while (!peek().is("}")) {
            Token name = take();
            if (name.kind() != Token.Kind.STRING) {
                throw problem(name, "expected a key in quotes but found " + name.shown(), "");
            }
            expect(":");
            if (entries.putIfAbsent(name.text(), sum()) != null) {
                throw problem(name, "the key " + Token.quoted(name.text()) + " is given twice", "");
            }
            if (!peek().is("}")) {
                expect(",");
            }
        }
        take();
        return new Value.Dictionary(entries);
    }

    private Value named(Token token) {
        String module = moduleOf(token);
        String name = token.text().substring(module.length());
        boolean mathematical = isMathematical(module);
        if (mathematical && CONSTANTS.containsKey(name)) {
            return new Value.Number(CONSTANTS.get(name), false);
        }
        if (module.isEmpty()) {
            switch (name) {
                case "None":
                    return new Value.Nothing();
                case "True":
                    return new Value.Flag(true);
                case "False":
                    return new Value.Flag(false);
                default:
            }
        }
        if (KnownPrior.named(name) != null) {
            throw problem(token, "the distribution " + name + " lacks its arguments",
                KnownPrior.named(name).usage());
        }
        List<String> meant = new ArrayList<>(KnownPrior.names());
        if (token.text().equals(text.strip())) {
            meant.add(PriorDefaults.WORD);
        }
        throw problem(token, "unknown name " + token.shown() + NearestName.hint(name, meant), ALLOWED_VALUES);
    }

    private Value call(Token callee) {
        String module = moduleOf(callee);
        String name = callee.text().substring(module.length());
        if (isMathematical(module) && (FUNCTIONS.containsKey(name) || name.equals("array"))) {
            return applied(callee, name);
        }
        String refusal = OtherClasses.refusal(name);
        if (refusal != null) {
            throw PriorSyntaxException.of(key, text, refusal);
        }
        KnownPrior known = KnownPrior.named(name);
        if (known == null) {
            throw problem(callee, "unknown distribution " + Token.quoted(name)
                + NearestName.hint(name, KnownPrior.names()),
                "known are " + String.join(", ", KnownPrior.names()));
        }
        Arguments arguments = arguments(callee, known);
        return new Value.Nested(known.build(arguments), arguments);
    }

    /** A function of one number, or numpy's array, which is its own list. */
    private Value applied(Token callee, String name) {
        expect("(");
        Value argument = sum();
        expect(")");
        if (name.equals("array")) {
            return argument;
        }
        return new Value.Number(FUNCTIONS.get(name).applyAsDouble(number(argument, callee).value()), false);
    }

    private Arguments arguments(Token callee, KnownPrior known) {
        expect("(");
        Map<String, Arguments.Argument> bound = new LinkedHashMap<>();
        boolean keywordsOnly = false;
        while (!peek().is(")")) {
            Token start = peek();
            String parameter;
            if (start.kind() == Token.Kind.NAME && tokens.get(next + 1).is("=")) {
                parameter = start.text();
                next += 2;
                keywordsOnly = true;
                if (!known.parameters().contains(parameter)) {
                    throw problem(start, known.bilbyName() + " has no argument " + Token.quoted(parameter)
                        + NearestName.hint(parameter, known.parameters()), known.usage());
                }
            } else if (keywordsOnly) {
                throw problem(start, "unexpected " + start.shown(),
                    "an argument without a name must stand before the named ones");
            } else if (bound.size() >= known.parameters().size()) {
                throw problem(start, "too many arguments", known.usage());
            } else {
                parameter = known.parameters().get(bound.size());
            }
            int valueStart = peek().start();
            if (bound.putIfAbsent(parameter, new Arguments.Argument(sum(), valueStart)) != null) {
                throw problem(start, "the argument '" + parameter + "' is given twice", "");
            }
            if (!peek().is(")")) {
                expect(",");
            }
        }
        take();
        return new Arguments(key, text, callee.start(), moduleOf(callee), known, bound);
    }

    /** Everything up to the last dot of a dotted name, the dot included. */
    private static String moduleOf(Token token) {
        return token.text().substring(0, token.text().lastIndexOf('.') + 1);
    }

    private static boolean isMathematical(String module) {
        return module.isEmpty() || module.equals("np.") || module.equals("numpy.") || module.equals("math.");
    }

    private static boolean isWhole(String digits) {
        return digits.chars().allMatch(Character::isDigit);
    }

    private Value.Number number(Value value, Token operator) {
        if (value instanceof Value.Number number) {
            return number;
        }
        throw problem(operator, operator.shown() + " needs numbers, not " + value.kind(), "");
    }

    private Token peek() {
        return tokens.get(next);
    }

    private Token take() {
        Token token = tokens.get(next);
        if (token.kind() != Token.Kind.END) {
            next++;
        }
        return token;
    }

    private void expect(String symbol) {
        Token token = take();
        if (!token.is(symbol)) {
            throw problem(token, "expected '" + symbol + "' but found " + token.shown(), "");
        }
    }

    private PriorSyntaxException problem(Token token, String what, String allowed) {
        return PriorSyntaxException.at(key, text, token.start(), what, allowed);
    }
}
