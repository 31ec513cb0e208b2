package org.chirpmill.source;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;
import org.chirpmill.physics.Cosmology;
import org.chirpmill.physics.Masses;

/**
 * Sources that somebody wrote down, column by column. Files often repeat the masses in other forms; where mass_1 and
 * mass_2 are there, these count, as in bilby.
 */
public final class FixedSource {
    private static final Set<String> REPEATED_MASSES =
        Set.of("chirp_mass", "total_mass", "mass_ratio", "symmetric_mass_ratio");

    /** Files round what they repeat; beyond this it is another source. */
    private static final double REPEATED_DIGITS = 1e-4;

    private final List<String> names;
    private final int[] used;
    private final int[] repeated;
    private final SourceConversion conversion;

    /**
     * Sources whose parameters have the given names.
     *
     * @param names names of the columns
     * @param referenceFrequency f_ref, Hz
     * @param spinConversionPhase the setting, rad; where there is a column of that name, the column counts
     */
    public FixedSource(List<String> names, double referenceFrequency, OptionalDouble spinConversionPhase) {
        boolean hasComponents = names.containsAll(Set.of("mass_1", "mass_2"));
        this.names = List.copyOf(names);
        repeated = IntStream.range(0, names.size())
            .filter(column -> hasComponents && REPEATED_MASSES.contains(names.get(column)))
            .toArray();
        used = IntStream.range(0, names.size())
            .filter(column -> !(hasComponents && REPEATED_MASSES.contains(names.get(column))))
            .toArray();
        OptionalDouble phase = names.contains("spin_conversion_phase") ? OptionalDouble.empty() : spinConversionPhase;
        conversion = new SourceConversion(
            Arrays.stream(used).mapToObj(names::get).toList(), referenceFrequency, phase,
            Cosmology::planck15);
    }

    /**
     * The source of one row of columns.
     *
     * @throws UnphysicalSourceException where there is none, or a repeated mass contradicts mass_1 and mass_2
     */
    public SourceParameters at(double[] values) throws UnphysicalSourceException {
        requireConsistentMasses(values);
        double[] row = Arrays.stream(used).mapToDouble(column -> values[column]).toArray();
        return conversion.convert(row, 0);
    }

    private void requireConsistentMasses(double[] values) throws UnphysicalSourceException {
        for (int column : repeated) {
            double one = values[names.indexOf("mass_1")];
            double two = values[names.indexOf("mass_2")];
            double expected = switch (names.get(column)) {
                case "chirp_mass" -> Masses.chirpMass(one, two);
                case "total_mass" -> Masses.totalMass(one, two);
                case "mass_ratio" -> Masses.massRatio(one, two);
                default -> Masses.symmetricMassRatio(one, two);
            };
            if (Math.abs(values[column] - expected) > REPEATED_DIGITS * expected) {
                throw new UnphysicalSourceException(names.get(column) + " is " + values[column]
                    + ", but mass_1 and mass_2 make it " + (float) expected + ": keep one pair of masses.");
            }
        }
    }

    /** Columns that say nothing about a source; a misspelt name is among them. */
    public List<String> ignoredColumns() {
        return conversion.ignoredColumns();
    }
}
