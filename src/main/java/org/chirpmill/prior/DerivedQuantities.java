package org.chirpmill.prior;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.chirpmill.parameters.DistanceMeasure;
import org.chirpmill.physics.Cosmology;
import org.chirpmill.physics.Masses;

/**
 * Quantities that constraints may be put on, worked out from the drawn ones. Each is compiled once into a
 * {@link Quantity} that reads a row of draws. Where more masses are given than needed, the pair is chosen in bilby's
 * order. NaN where a row has no such quantity, as for a symmetric mass ratio above 1/4.
 */
final class DerivedQuantities {
    private static final List<String> NAMES = List.of(
        "mass_1", "mass_2", "total_mass", "chirp_mass", "mass_ratio", "symmetric_mass_ratio",
        "a_1", "a_2", "tilt_1", "tilt_2", "cos_tilt_1", "cos_tilt_2", "chi_1", "chi_2",
        "chi_1_in_plane", "chi_2_in_plane", "chi_eff", "chi_p",
        "theta_jn", "cos_theta_jn", "luminosity_distance", "comoving_distance", "redshift");

    private final List<String> columns;
    private final Quantity massOne;
    private final Quantity massTwo;

    /**
     * A number that follows from a row of draws.
     *
     * @param columns the columns that it is worked out from
     * @param formula how
     */
    record Quantity(Set<Integer> columns, Formula formula) {
        /** The quantity of the row that starts at the offset. */
        double of(double[] row, int offset) {
            return formula.of(row, offset);
        }

        private Quantity then(DoubleUnaryOperator function) {
            return new Quantity(columns, (row, offset) -> function.applyAsDouble(formula.of(row, offset)));
        }
    }

    /** A function of a row of draws, which starts at the offset. */
    @FunctionalInterface
    interface Formula {
        double of(double[] row, int offset);
    }

    /** What follows from rows with these columns. */
    DerivedQuantities(List<String> columns) {
        this.columns = List.copyOf(columns);
        Quantity[] masses = componentMasses();
        massOne = masses == null ? null : masses[0];
        massTwo = masses == null ? null : masses[1];
    }

    /** Names of all that can be derived, the drawn columns themselves left out. */
    List<String> names() {
        return NAMES.stream().filter(name -> !columns.contains(name) && find(name) != null).toList();
    }

    /** The quantity of that name, or null where it does not follow from the columns. */
    Quantity find(String name) {
        int column = columns.indexOf(name);
        if (column >= 0) {
            return new Quantity(Set.of(column), (row, offset) -> row[offset + column]);
        }
        return switch (name) {
            case "mass_1" -> massOne;
            case "mass_2" -> massTwo;
            case "total_mass" -> ofMasses(Masses::totalMass);
            case "chirp_mass" -> ofMasses(Masses::chirpMass);
            case "mass_ratio" -> ofMasses(Masses::massRatio);
            case "symmetric_mass_ratio" -> ofMasses(Masses::symmetricMassRatio);
            case "a_1", "a_2" -> magnitude(body(name));
            case "chi_1", "chi_2" -> aligned(body(name));
            case "chi_1_in_plane", "chi_2_in_plane" -> inPlane(body(name.substring(0, 5)));
            case "cos_tilt_1", "cos_tilt_2" -> cosineOfTilt(body(name));
            case "tilt_1", "tilt_2" -> angleOf(cosineOfTilt(body(name)));
            case "chi_eff" -> effectiveSpin();
            case "chi_p" -> precessionSpin();
            case "theta_jn" -> angleOf(given("cos_theta_jn"));
            case "cos_theta_jn" -> cosineOf(given("theta_jn"));
            case "luminosity_distance", "comoving_distance", "redshift" -> distance(DistanceMeasure.ofKey(name));
            default -> null;
        };
    }

    private Quantity given(String name) {
        return columns.contains(name) ? find(name) : null;
    }

    private static int body(String name) {
        return name.charAt(name.length() - 1) - '0';
    }

    /** A function of two numbers. */
    @FunctionalInterface
    private interface Pair {
        double of(double first, double second);
    }

    /** The function of two quantities; null where one of them is. */
    private static Quantity combine(Quantity first, Quantity second, Pair pair) {
        if (first == null || second == null) {
            return null;
        }
        Set<Integer> columns = new TreeSet<>(first.columns());
        columns.addAll(second.columns());
        return new Quantity(columns, (row, offset) -> pair.of(first.of(row, offset), second.of(row, offset)));
    }

    private Quantity ofMasses(Pair pair) {
        return combine(massOne, massTwo, pair);
    }

    /** Both masses from the first pair of columns, in bilby's order, that determines them; null where none does. */
    private Quantity[] componentMasses() {
        Quantity one = given("mass_1");
        Quantity two = given("mass_2");
        Quantity total = given("total_mass");
        Quantity chirp = given("chirp_mass");
        Quantity eta = given("symmetric_mass_ratio");
        Quantity ratio = given("mass_ratio") != null ? given("mass_ratio") : ratioOf(eta);
        if (one != null) {
            return withOther(one, Stream.of(
                two,
                combine(total, one, (sum, mass) -> sum - mass),
                combine(one, ratio, (mass, q) -> q * mass),
                combine(chirp, one, Masses::companionOfChirp)), false);
        }
        if (two != null) {
            return withOther(two, Stream.of(
                combine(total, two, (sum, mass) -> sum - mass),
                combine(two, ratio, (mass, q) -> mass / q),
                combine(chirp, two, Masses::companionOfChirp)), true);
        }
        if (total != null && ratio == null) {
            ratio = ratioOf(combine(chirp, total, Masses::symmetricMassRatioOfChirpAndTotal));
        }
        Quantity sum = total != null ? total : combine(chirp, ratio, Masses::totalMassOfChirpAndRatio);
        Quantity heavier = combine(sum, ratio, (mass, q) -> mass / (1 + q));
        return heavier == null
            ? null : new Quantity[] {heavier, combine(heavier, ratio, (mass, q) -> q * mass)};
    }

    private static Quantity[] withOther(Quantity mass, Stream<Quantity> others, boolean massIsSecond) {
        Quantity other = others.filter(quantity -> quantity != null).findFirst().orElse(null);
        if (other == null) {
            return null;
        }
        return massIsSecond ? new Quantity[] {other, mass} : new Quantity[] {mass, other};
    }

    /** The mass ratio, at most 1, of a symmetric one. */
    private static Quantity ratioOf(Quantity symmetric) {
        return symmetric == null ? null : symmetric.then(Masses::massRatioOfSymmetric);
    }

    private Quantity magnitude(int body) {
        if (given("a_" + body) != null) {
            return given("a_" + body);
        }
        Quantity aligned = given("chi_" + body);
        Quantity inPlane = given("chi_" + body + "_in_plane");
        return inPlane == null
            ? aligned == null ? null : aligned.then(StrictMath::abs)
            : combine(aligned, inPlane, StrictMath::hypot);
    }

    private Quantity cosineOfTilt(int body) {
        if (given("cos_tilt_" + body) != null) {
            return given("cos_tilt_" + body);
        }
        if (given("tilt_" + body) != null) {
            return cosineOf(given("tilt_" + body));
        }
        return combine(given("chi_" + body), magnitude(body), (chi, a) -> a == 0 ? 1 : chi / a);
    }

    private Quantity aligned(int body) {
        Quantity chi = given("chi_" + body);
        return chi != null ? chi : combine(given("a_" + body), cosineOfTilt(body), (a, cosine) -> a * cosine);
    }

    private Quantity inPlane(int body) {
        Quantity chi = given("chi_" + body + "_in_plane");
        return chi != null ? chi : combine(magnitude(body), cosineOfTilt(body),
            (a, cosine) -> a * StrictMath.sqrt(StrictMath.max(1 - cosine * cosine, 0)));
    }

    /** chi_eff = (chi_1 + q chi_2) / (1 + q) (arXiv:1106.1021). */
    private Quantity effectiveSpin() {
        Quantity ratio = find("mass_ratio");
        Quantity first = combine(aligned(1), ratio, (chi, q) -> chi / (1 + q));
        Quantity second = combine(aligned(2), ratio, (chi, q) -> q * chi / (1 + q));
        return combine(first, second, Double::sum);
    }

    /** chi_p, the larger of the in-plane spins as they drive precession (arXiv:1408.1810, eq. 3.4). */
    private Quantity precessionSpin() {
        Quantity second = combine(inPlane(2), find("mass_ratio"), (chi, q) -> (4 * q + 3) / (4 + 3 * q) * q * chi);
        return combine(inPlane(1), second, StrictMath::max);
    }

    private Quantity distance(DistanceMeasure wanted) {
        Cosmology cosmology = Cosmology.planck15();
        for (DistanceMeasure measure : DistanceMeasure.values()) {
            Quantity value = given(measure.key());
            if (value != null) {
                return value.then(given -> converted(cosmology, measure, given, wanted));
            }
        }
        return null;
    }

    /** NaN, which satisfies no constraint, beyond the cosmology's range. */
    private static double converted(Cosmology cosmology, DistanceMeasure from, double value, DistanceMeasure to) {
        try {
            return to.ofRedshift(cosmology, from.toRedshift(cosmology, value));
        } catch (IllegalArgumentException beyond) {
            return Double.NaN;
        }
    }

    private static Quantity cosineOf(Quantity angle) {
        return angle == null ? null : angle.then(StrictMath::cos);
    }

    private static Quantity angleOf(Quantity cosine) {
        return cosine == null ? null : cosine.then(StrictMath::acos);
    }
}
