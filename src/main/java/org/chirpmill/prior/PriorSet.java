package org.chirpmill.prior;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.chirpmill.names.NearestName;

/**
 * The priors of all parameters, and the constraints between them, as bilby's {@code BBHPriorDict} holds them.
 * Immutable; each thread draws with a {@link PriorSampler} of its own.
 */
public final class PriorSet {
    private final List<String> columns;
    private final Distribution[] distributions;
    private final List<String> constraintKeys;
    private final Constraint[] constraints;
    private final DerivedQuantity[] constrained;
    /** The columns on which constraints depend, and the others; each in the order of the columns. */
    private final int[] constrainedColumns;
    private final int[] freeColumns;
    private final boolean isConstrainedToFixedValues;
    private final boolean looksRoughly;

    PriorSet(Map<String, Distribution> drawn, Map<String, Constraint> conditions, Map<String, ?> written) {
        columns = List.copyOf(drawn.keySet());
        distributions = drawn.values().toArray(Distribution[]::new);
        constraintKeys = List.copyOf(conditions.keySet());
        constraints = conditions.values().toArray(Constraint[]::new);
        constrained = new DerivedQuantity[constraints.length];
        DerivedQuantities derived = new DerivedQuantities(columns);
        for (int i = 0; i < constraints.length; i++) {
            String key = constraintKeys.get(i);
            constrained[i] = derived.find(key);
            if (constrained[i] == null) {
                throw PriorSyntaxException.of(key, written.get(key), key + " does not follow from the other keys ("
                    + String.join(", ", columns) + "), constraints can be put on " + derivable(derived)
                    + (derived.knows(key) ? "" : NearestName.hint(key, derived.names())));
            }
        }
        Predicate<Integer> isConstrained =
            column -> Arrays.stream(constrained).anyMatch(quantity -> quantity.columns().contains(column));
        constrainedColumns = indices().filter(isConstrained::test).toArray();
        freeColumns = indices().filter(column -> !isConstrained.test(column)).toArray();
        isConstrainedToFixedValues =
            Arrays.stream(constrainedColumns).allMatch(column -> distributions[column].isFixed());
        looksRoughly = Arrays.stream(constrainedColumns).anyMatch(column -> distributions[column].hasRoughQuantile())
            && Arrays.stream(constrained).anyMatch(quantity -> Double.isFinite(quantity.steepness()));
    }

    /**
     * Reads a whole section of priors.
     *
     * @param priors key to number (a fixed value), prior string, {@code "default"} for dingo-gw's, or null or
     *     {@code "None"} for absent; their order is the columns' order
     * @throws PriorSyntaxException where a prior cannot be understood, or a constraint is on a quantity that does not
     *     follow from the other keys
     */
    public static PriorSet of(Map<String, ?> priors) {
        return ReadPriors.of(priors).together();
    }

    /** The prior that one entry stands for, null for an absent one. */
    static Prior read(String key, Object value) {
        return switch (value) {
            case null -> null;
            case Number number when Double.isFinite(number.doubleValue()) -> new DeltaFunction(number.doubleValue());
            case Number number ->
                throw PriorSyntaxException.of(key, number, "a fixed value must be finite");
            case String text when text.strip().equals("None") -> null;
            case String text when text.strip().equals(PriorDefaults.WORD) -> read(key, PriorDefaults.of(key));
            case String text -> PriorParser.parse(key, text);
            default -> throw PriorSyntaxException.of(
                key, value, "a prior is a number or a string such as 'Uniform(minimum=10, maximum=80)'");
        };
    }

    /**
     * The drawn and fixed parameters in the order of their keys, constraints left out: the fields of dingo-gw's
     * {@code /parameters}.
     */
    public List<String> columns() {
        return columns;
    }

    /** A new sampler of this set, for one thread. */
    public PriorSampler sampler() {
        return new PriorSampler(this);
    }

    /** The least value that a drawn or fixed parameter can have. */
    public double least(String column) {
        return distributions[columns.indexOf(column)].quantile(0);
    }

    /** Whether a column has the same value in every row. */
    public boolean isFixed(String column) {
        return columns.contains(column) && distributions[columns.indexOf(column)].isFixed();
    }

    /** Whether there is only one row to draw. */
    public boolean isFixed() {
        return Arrays.stream(distributions).allMatch(Distribution::isFixed);
    }

    /**
     * How many draws satisfy the constraints, the same at every call; empty where there are none, or none that chance
     * decides.
     */
    public Optional<AcceptanceRate> acceptanceRate() {
        return isConstrainedToFixedValues ? Optional.empty() : Optional.of(AcceptanceRate.of(this));
    }

    /** Whether the first draw decides if constraints can be satisfied. */
    boolean isConstrainedToFixedValues() {
        return isConstrainedToFixedValues;
    }

    Distribution distribution(int column) {
        return distributions[column];
    }

    /** Indices of the columns on which constraints depend, increasing; read-only. */
    int[] constrainedColumns() {
        return constrainedColumns;
    }

    /** Indices of the columns that no constraint looks at, increasing; read-only. */
    int[] freeColumns() {
        return freeColumns;
    }

    int constraintCount() {
        return constraints.length;
    }

    String constraintKey(int constraint) {
        return constraintKeys.get(constraint);
    }

    Constraint constraint(int constraint) {
        return constraints[constraint];
    }

    /** What that constraint is on, in the row at the offset. */
    double constrained(int constraint, double[] row, int offset) {
        return constrained[constraint].of(row, offset);
    }

    /** Names of the columns that it follows from. */
    List<String> columnsOf(int constraint) {
        return constrained[constraint].columns().stream().map(columns::get).toList();
    }

    /** Whether the row at the offset satisfies that constraint. */
    boolean satisfies(int constraint, double[] row, int offset) {
        return constraints[constraint].admits(constrained(constraint, row, offset));
    }

    /** Whether the row at the offset satisfies all constraints. */
    boolean satisfiesAll(double[] row, int offset) {
        for (int i = 0; i < constraints.length; i++) {
            if (!satisfies(i, row, offset)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a row of rough quantiles takes less time than one of quantiles, and may tell that it is refused. */
    boolean looksRoughly() {
        return looksRoughly;
    }

    /** Whether the row of which the one at the offset has rough quantiles cannot satisfy all constraints. */
    boolean refuses(double[] roughRow, int offset) {
        for (int i = 0; i < constraints.length; i++) {
            if (constraints[i].refuses(constrained(i, roughRow, offset),
                    constrained[i].steepness() * Distribution.ROUGHNESS)) {
                return true;
            }
        }
        return false;
    }

    private IntStream indices() {
        return IntStream.range(0, columns.size());
    }

    private static String derivable(DerivedQuantities derived) {
        List<String> names = derived.names();
        return names.isEmpty() ? "nothing here" : String.join(", ", names);
    }
}
