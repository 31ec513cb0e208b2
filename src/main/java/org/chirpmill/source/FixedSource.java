package org.chirpmill.source;

import static org.chirpmill.parameters.MassParameter.MASS_1;
import static org.chirpmill.parameters.MassParameter.MASS_2;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.chirpmill.parameters.MassParameter;
import org.chirpmill.physics.Cosmology;

/**
 * Sources that are given column by column. Files often repeat the masses in other forms; where mass_1 and
 * mass_2 are there, these count, as in bilby.
 */
public final class FixedSource {
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
        boolean hasComponents = names.containsAll(List.of(MASS_1.key(), MASS_2.key()));
        this.names = List.copyOf(names);
        repeated = IntStream.range(0, names.size())
            .filter(column -> hasComponents && isRepeated(names.get(column)))
            .toArray();
        used = IntStream.range(0, names.size())
            .filter(column -> !(hasComponents && isRepeated(names.get(column))))
            .toArray();
        OptionalDouble phase = names.contains(SourceConversion.SPIN_CONVERSION_PHASE)
            ? OptionalDouble.empty() : spinConversionPhase;
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

    /** Whether a name beside mass_1 and mass_2 says again what they say. */
    private static boolean isRepeated(String name) {
        return MassParameter.ofKey(name).filter(parameter -> parameter != MASS_1 && parameter != MASS_2).isPresent();
    }

    private void requireConsistentMasses(double[] values) throws UnphysicalSourceException {
        for (int column : repeated) {
            double one = values[names.indexOf(MASS_1.key())];
            double two = values[names.indexOf(MASS_2.key())];
            double expected = MassParameter.ofKey(names.get(column)).orElseThrow().of(one, two);
            Column.requireFinite(names.get(column), values[column]);
            if (StrictMath.abs(values[column] - expected) > REPEATED_DIGITS * expected) {
                throw new UnphysicalSourceException(
                    List.of(names.get(column), MASS_1.key(), MASS_2.key()), names.get(column) + " is " + values[column]
                    + ", but mass_1 and mass_2 make it " + (float) expected + ": keep one pair of masses.");
            }
        }
    }

    /** What is made of the columns. */
    public SourceConversion conversion() {
        return conversion;
    }
}
