package org.chirpmill.model.phenomx;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Lays fits over binaries out as a {@link FitSheet} has them. */
final class FitSheetLayout {
    private final List<FitDefinition> fits;
    /** Polynomials in eta, the longest first. */
    private final List<double[]> rows;
    /** Those P and Q of all terms that have powers of S, most powers first. */
    private final List<double[][]> polynomials;
    private final Map<double[][], FitDefinition.Spin> spins = new IdentityHashMap<>();
    private final Map<Object, Integer> places = new IdentityHashMap<>();

    private FitSheetLayout(List<FitDefinition> fits) {
        this.fits = fits;
        for (FitDefinition fit : fits) {
            fit.terms().stream().flatMap(FitSheetLayout::polynomials)
                .forEach(polynomial -> spins.put(polynomial, fit.spin()));
        }
        List<double[][]> all = terms().flatMap(FitSheetLayout::polynomials).toList();
        Comparator<double[]> byLength = Comparator.comparingInt(row -> -row.length);
        Comparator<double[][]> byPowers = Comparator.comparingInt(polynomial -> -polynomial.length);
        rows = all.stream().flatMap(Stream::of).sorted(byLength).toList();
        polynomials = all.stream().filter(polynomial -> polynomial.length > 1).sorted(byPowers).toList();
        rows.forEach(row -> places.put(row, places.size()));
        polynomials.forEach(polynomial -> places.put(polynomial, places.size()));
        all.stream().filter(polynomial -> polynomial.length == 1)
            .forEach(polynomial -> places.put(polynomial, places.get(polynomial[0])));
    }

    static FitSheet of(List<FitDefinition> fits) {
        return new FitSheetLayout(fits).sheet();
    }

    private FitSheet sheet() {
        List<FitTerm> quotients = terms().filter(FitTerm::isQuotient).toList();
        List<FitTerm.Factor> factors = List.copyOf(new LinkedHashSet<>(terms().map(FitTerm::factor).toList()));
        List<FitTerm> ordered = new ArrayList<>();
        List<Integer> termFits = new ArrayList<>();
        // All first terms, then all second ones: sums that lie side by side need not wait for one another.
        for (int rank = 0; ordered.size() < terms().count(); rank++) {
            for (int fit = 0; fit < fits.size(); fit++) {
                if (rank < fits.get(fit).terms().size()) {
                    ordered.add(fits.get(fit).terms().get(rank));
                    termFits.add(fit);
                }
            }
        }
        return new FitSheet(inEta(), inSpin(),
            ints(polynomials.stream().map(
                polynomial -> spins.get(polynomial) == FitDefinition.Spin.TOTAL_SPIN ? 1 : 0)),
            ints(rows.stream().map(row -> row.length)),
            rows.stream().flatMapToDouble(row -> IntStream.range(0, row.length)
                .mapToDouble(i -> row[row.length - 1 - i])).toArray(),
            ints(polynomials.stream().map(polynomial -> polynomial.length)),
            ints(polynomials.stream().flatMap(polynomial -> List.of(polynomial).reversed().stream())
                .map(places::get)),
            ints(quotients.stream().map(FitTerm::numerator).map(places::get)),
            ints(quotients.stream().map(FitTerm::denominator).map(places::get)),
            new FitFactors(factors),
            ints(ordered.stream().map(FitTerm::factor).map(factors::indexOf)),
            ints(ordered.stream().map(FitTerm::numerator).map(places::get)),
            ints(termFits.stream()),
            ints(fits.stream().map(fit -> fit.terms().size())),
            IntStream.range(0, fits.size()).flatMap(fit -> IntStream.range(0, ordered.size())
                .filter(term -> termFits.get(term) == fit)).toArray(),
            fits.size());
    }

    private double[][] inEta() {
        int powers = rows.stream().mapToInt(row -> row.length).max().orElse(0);
        return IntStream.range(0, powers)
            .mapToObj(i -> rows.stream().filter(row -> row.length > i).mapToDouble(row -> row[i]).toArray())
            .toArray(double[][]::new);
    }

    private int[][] inSpin() {
        int powers = polynomials.stream().mapToInt(polynomial -> polynomial.length).max().orElse(0);
        return IntStream.range(0, powers)
            .mapToObj(j -> ints(polynomials.stream().filter(polynomial -> polynomial.length > j)
                .map(polynomial -> places.get(polynomial[j]))))
            .toArray(int[][]::new);
    }

    private Stream<FitTerm> terms() {
        return fits.stream().flatMap(fit -> fit.terms().stream());
    }

    private static Stream<double[][]> polynomials(FitTerm term) {
        Stream<double[][]> numerator = Stream.<double[][]>of(term.numerator());
        return term.isQuotient() ? Stream.concat(numerator, Stream.<double[][]>of(term.denominator())) : numerator;
    }

    private static int[] ints(Stream<Integer> numbers) {
        return numbers.mapToInt(Integer::intValue).toArray();
    }
}
