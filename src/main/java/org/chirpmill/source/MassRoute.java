package org.chirpmill.source;

import java.util.ArrayList;
import java.util.List;
import org.chirpmill.physics.ComponentMasses;

/**
 * How the detector-frame masses follow from a row: two quantities that determine them, each possibly given in the
 * source's frame, where it is smaller by 1 + redshift.
 */
final class MassRoute {
    private static final List<String> MASSES = List.of("mass_1", "mass_2", "total_mass", "chirp_mass");
    private static final List<String> RATIOS = List.of("mass_ratio", "symmetric_mass_ratio");
    private static final String SOURCE_FRAME = "_source";

    private final Pair pair;
    private final Quantity first;
    private final Quantity second;

    private MassRoute(Pair pair, Quantity first, Quantity second) {
        this.pair = pair;
        this.first = first;
        this.second = second;
    }

    static MassRoute of(Columns columns) {
        List<String> given = new ArrayList<>();
        List<String> base = new ArrayList<>();
        for (String mass : MASSES) {
            List<String> frames = columns.present(mass, mass + SOURCE_FRAME);
            if (frames.size() == 2) {
                throw new UnusableParametersException(
                    "Both " + Columns.and(frames) + " are given, which determine one another: keep one of them.");
            }
            frames.forEach(name -> {
                given.add(name);
                base.add(mass);
            });
        }
        boolean hasScale = !given.isEmpty();
        given.addAll(columns.present(RATIOS.toArray(String[]::new)));
        base.addAll(columns.present(RATIOS.toArray(String[]::new)));
        if (given.size() > 2) {
            throw new UnusableParametersException(
                "The masses are given more than once: keep two of " + Columns.and(given) + ".");
        }
        if (given.size() < 2 || !hasScale) {
            throw new UnusableParametersException(missing(given, hasScale));
        }
        for (Pair pair : Pair.values()) {
            if (pair.first.equals(base.get(0)) && pair.second.equals(base.get(1))) {
                return new MassRoute(pair, quantity(columns, given.get(0)), quantity(columns, given.get(1)));
            }
        }
        throw new IllegalStateException("no relation for " + base);
    }

    private static String missing(List<String> given, boolean hasScale) {
        if (given.isEmpty()) {
            return "The masses are not given: add two of mass_1, mass_2, total_mass, chirp_mass, mass_ratio and "
                + "symmetric_mass_ratio, at least one of them a mass.";
        }
        List<String> additions = new ArrayList<>(MASSES);
        if (hasScale) {
            additions.addAll(RATIOS);
            additions.removeIf(name -> given.getFirst().startsWith(name));
        }
        return "The masses are not determined by " + Columns.and(given) + " alone: add " + Columns.or(additions) + ".";
    }

    private static Quantity quantity(Columns columns, String name) {
        return new Quantity(columns.column(name), name.endsWith(SOURCE_FRAME));
    }

    /** Whether the conversion needs the source's redshift. */
    boolean needsRedshift() {
        return first.inSourceFrame || second.inSourceFrame;
    }

    /** The detector-frame masses of a row, solar masses. */
    ComponentMasses masses(double[] values, int offset, double redshift) throws UnphysicalSourceException {
        double one = first.detectorFrame(values, offset, redshift);
        double two = second.detectorFrame(values, offset, redshift);
        ComponentMasses masses = pair.relation.masses(one, two);
        if (!masses.arePhysical()) {
            throw new UnphysicalSourceException("No binary has " + first.column.name() + " = "
                + first.column.in(values, offset) + " and " + second.column.name() + " = "
                + second.column.in(values, offset) + ".");
        }
        return masses;
    }

    private record Quantity(Column column, boolean inSourceFrame) {
        double detectorFrame(double[] values, int offset, double redshift) throws UnphysicalSourceException {
            double value = column.positiveIn(values, offset);
            return inSourceFrame ? value * (1 + redshift) : value;
        }
    }

    /** Masses from two numbers. */
    @FunctionalInterface
    private interface Relation {
        ComponentMasses masses(double first, double second);
    }

    /** Every pair of quantities that determines the masses, in the order of {@link #MASSES} and {@link #RATIOS}. */
    private enum Pair {
        ONE_TWO("mass_1", "mass_2", ComponentMasses::new),
        ONE_TOTAL("mass_1", "total_mass", ComponentMasses::ofPrimaryAndTotal),
        ONE_CHIRP("mass_1", "chirp_mass", ComponentMasses::ofPrimaryAndChirp),
        ONE_RATIO("mass_1", "mass_ratio", ComponentMasses::ofPrimaryAndRatio),
        ONE_SYMMETRIC("mass_1", "symmetric_mass_ratio", ComponentMasses::ofPrimaryAndSymmetricRatio),
        TWO_TOTAL("mass_2", "total_mass", ComponentMasses::ofSecondaryAndTotal),
        TWO_CHIRP("mass_2", "chirp_mass", ComponentMasses::ofSecondaryAndChirp),
        TWO_RATIO("mass_2", "mass_ratio", ComponentMasses::ofSecondaryAndRatio),
        TWO_SYMMETRIC("mass_2", "symmetric_mass_ratio", ComponentMasses::ofSecondaryAndSymmetricRatio),
        TOTAL_CHIRP("total_mass", "chirp_mass", ComponentMasses::ofTotalAndChirp),
        TOTAL_RATIO("total_mass", "mass_ratio", ComponentMasses::ofTotalAndRatio),
        TOTAL_SYMMETRIC("total_mass", "symmetric_mass_ratio", ComponentMasses::ofTotalAndSymmetricRatio),
        CHIRP_RATIO("chirp_mass", "mass_ratio", ComponentMasses::ofChirpAndRatio),
        CHIRP_SYMMETRIC("chirp_mass", "symmetric_mass_ratio", ComponentMasses::ofChirpAndSymmetricRatio);

        private final String first;
        private final String second;
        private final Relation relation;

        Pair(String first, String second, Relation relation) {
            this.first = first;
            this.second = second;
            this.relation = relation;
        }
    }
}
