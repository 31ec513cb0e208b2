package org.chirpmill.prior;

import static org.chirpmill.parameters.MassParameter.CHIRP_MASS;
import static org.chirpmill.parameters.MassParameter.MASS_RATIO;
import static org.chirpmill.parameters.MassParameter.SYMMETRIC_MASS_RATIO;
import static org.chirpmill.parameters.MassParameter.TOTAL_MASS;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.chirpmill.parameters.MassPair;
import org.chirpmill.parameters.MassParameter;
import org.chirpmill.physics.ComponentMasses;
import org.chirpmill.physics.Masses;

/**
 * The masses that follow from draws: from the first pair, in bilby's order, that is there. A symmetric mass ratio
 * counts as the mass ratio that belongs to it, and so do a chirp mass and a total mass where no ratio is drawn. A mass
 * that is drawn in the source's frame counts as 1 + redshift times that.
 */
final class MassQuantities {
    private static final List<MassPair> BILBYS_ORDER = List.of(
        MassPair.ONE_TWO, MassPair.ONE_TOTAL, MassPair.ONE_RATIO, MassPair.ONE_CHIRP,
        MassPair.TWO_TOTAL, MassPair.TWO_RATIO, MassPair.TWO_CHIRP,
        MassPair.TOTAL_RATIO, MassPair.CHIRP_RATIO);

    /** Of these pairs masses and ratios are products of powers of both and of 1 + q, with exponents that sum to 2. */
    private static final Set<MassPair> PAIRS_OF_POWERS =
        EnumSet.of(MassPair.ONE_RATIO, MassPair.TOTAL_RATIO, MassPair.CHIRP_RATIO);
    /** Two and what relative errors of a hundredth are more than their logarithms. */
    private static final double STEEPNESS_OF_POWERS = 2.1;

    private final List<String> columns;
    private final DerivedQuantity redshift;
    private final MassPair pair;

    /**
     * What follows from rows with these columns.
     *
     * @param redshift of the source; null where it does not follow
     */
    MassQuantities(List<String> columns, DerivedQuantity redshift) {
        this.columns = columns;
        this.redshift = redshift;
        pair = BILBYS_ORDER.stream()
            .filter(candidate -> given(candidate.first()) != null && given(candidate.second()) != null)
            .findFirst()
            .orElse(null);
    }

    /** A mass in the detector's frame, or a ratio; null where it does not follow. */
    DerivedQuantity of(MassParameter wanted) {
        if (pair == null) {
            return null;
        }
        DerivedQuantity first = given(pair.first());
        DerivedQuantity second = given(pair.second());
        DerivedQuantity quantity = DerivedQuantity.combine(first, second, (one, two) -> {
            ComponentMasses masses = pair.masses(one, two);
            return wanted.of(masses.one(), masses.two());
        });
        return PAIRS_OF_POWERS.contains(pair)
            ? quantity.ofSteepness(STEEPNESS_OF_POWERS * Math.max(first.steepness(), second.steepness())) : quantity;
    }

    /** A mass in the source's frame; null where it does not follow. */
    DerivedQuantity inSourceFrame(MassParameter wanted) {
        return DerivedQuantity.combine(of(wanted), redshift, (mass, z) -> mass / (1 + z));
    }

    private DerivedQuantity given(MassParameter parameter) {
        DerivedQuantity drawn = drawn(parameter);
        return drawn == null && parameter == MASS_RATIO ? ratioOfOthers() : drawn;
    }

    private DerivedQuantity ratioOfOthers() {
        DerivedQuantity drawn = drawn(SYMMETRIC_MASS_RATIO);
        DerivedQuantity symmetric = drawn != null ? drawn : DerivedQuantity.combine(
            drawn(CHIRP_MASS), drawn(TOTAL_MASS), Masses::symmetricMassRatioOfChirpAndTotal);
        return symmetric == null ? null : symmetric.then(Masses::massRatioOfSymmetric);
    }

    private DerivedQuantity drawn(MassParameter parameter) {
        DerivedQuantity drawn = DerivedQuantity.drawn(columns, parameter.key());
        return drawn != null || !parameter.isMass() ? drawn : DerivedQuantity.combine(
            DerivedQuantity.drawn(columns, parameter.keys().getLast()), redshift, (mass, z) -> mass * (1 + z));
    }
}
