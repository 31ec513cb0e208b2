package org.chirpmill.model.phenomx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Reads tables of fits line by line. A fit opens with {@code fit NAME}; {@code what}, {@code from} and {@code lal} are
 * for people; {@code spin} says which spin is S; each {@code term} names its factors, such as {@code dchi^2 eta^7/2}
 * ({@code threeEta} is 1 - 3 eta), and is followed by {@code p} and {@code q} lines, one for each power of S from 0,
 * with the coefficients of eta^0, eta^1, ... of numerator and denominator.
 */
final class FitReader {
    private final String resource;
    private final List<FitDefinition> definitions = new ArrayList<>();
    private final List<FitTerm> terms = new ArrayList<>();
    private final List<double[]> numerator = new ArrayList<>();
    private final List<double[]> denominator = new ArrayList<>();
    private String name;
    private FitDefinition.Spin spin;
    private FitTerm.Factor factor;

    FitReader(String resource) {
        this.resource = resource;
    }

    Map<String, Fit> fits(Stream<String> lines) {
        lines.map(String::strip).filter(line -> !line.isEmpty() && !line.startsWith("#")).forEach(this::take);
        finishFit();
        List<FitDefinition> overBinaries = definitions.stream().filter(FitDefinition::isOverBinaries).toList();
        FitSheet sheet = FitSheetLayout.of(overBinaries);
        Map<String, Fit> fits = new LinkedHashMap<>();
        for (FitDefinition definition : definitions) {
            fits.put(definition.name(), definition.isOverBinaries()
                ? Fit.overBinaries(sheet, overBinaries.indexOf(definition)) : definition.overFinalSpin());
        }
        return Collections.unmodifiableMap(fits);
    }

    private void take(String line) {
        String[] words = line.split("\\s+");
        switch (words[0]) {
            case "fit" -> {
                finishFit();
                name = words[1];
            }
            case "what", "from", "lal" -> { /* for people */ }
            case "spin" -> spin = spin(words[1]);
            case "term" -> {
                finishTerm();
                factor = factor(words);
            }
            case "p" -> numerator.add(numbers(words));
            case "q" -> denominator.add(numbers(words));
            default -> throw unreadable("the line '" + line + "'");
        }
    }

    private void finishFit() {
        finishTerm();
        if (name != null) {
            definitions.add(new FitDefinition(name, spin, List.copyOf(terms)));
            terms.clear();
        }
    }

    private void finishTerm() {
        if (factor != null) {
            terms.add(new FitTerm(
                factor, numerator.toArray(double[][]::new), denominator.toArray(double[][]::new)));
            numerator.clear();
            denominator.clear();
            factor = null;
        }
    }

    private FitDefinition.Spin spin(String label) {
        return Arrays.stream(FitDefinition.Spin.values()).filter(known -> known.label.equals(label)).findFirst()
            .orElseThrow(() -> unreadable("the spin '" + label + "'"));
    }

    /** The powers of chi_1 - chi_2, delta, sqrt(eta) and sqrt(1 - 3 eta). */
    private FitTerm.Factor factor(String[] words) {
        int[] found = new int[4];
        for (String word : Arrays.asList(words).subList(1, words.length)) {
            String[] parts = word.split("\\^");
            String exponent = parts.length > 1 ? parts[1] : "1";
            boolean halves = exponent.endsWith("/2");
            int power = Integer.parseInt(halves ? exponent.substring(0, exponent.length() - 2) : exponent);
            switch (parts[0]) {
                case "dchi" -> found[0] = power;
                case "delta" -> found[1] = power;
                case "eta" -> found[2] = halves ? power : 2 * power;
                case "threeEta" -> found[3] = halves ? power : 2 * power;
                default -> throw unreadable("the factor '" + word + "'");
            }
        }
        return new FitTerm.Factor(found[0], found[1], found[2], found[3]);
    }

    private static double[] numbers(String[] words) {
        return Arrays.stream(words).skip(1).mapToDouble(Double::parseDouble).toArray();
    }

    private IllegalStateException unreadable(String what) {
        return new IllegalStateException("cannot read " + what + " in fit " + name + " of " + resource);
    }
}
