package org.chirpmill.prior;

import static org.chirpmill.prior.DerivedQuantity.combine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.chirpmill.parameters.DistanceMeasure;
import org.chirpmill.parameters.Inclination;
import org.chirpmill.parameters.MassParameter;
import org.chirpmill.parameters.OrbitalPhase;
import org.chirpmill.parameters.SpinParameter;
import org.chirpmill.parameters.TideParameter;
import org.chirpmill.physics.Cosmology;

/**
 * Quantities that constraints may be put on, worked out from the drawn ones. Each is compiled once into a
 * {@link DerivedQuantity} that reads a row of draws: all that the conversions of bilby's BBHPriorDict and BNSPriorDict
 * add to a sample, and masses in the source's frame, redshifts, distances and effective spins. Where more is given than
 * needed, the choice is bilby's. NaN where a row has no such quantity, as for a symmetric mass ratio above 1/4.
 */
final class DerivedQuantities {
    private final List<String> columns;
    private final MassQuantities masses;
    private final TideQuantities tides;
    private final SpinQuantities spinOne;
    private final SpinQuantities spinTwo;
    /** All that can be asked for by name, each giving null where it does not follow. */
    private final Map<String, Supplier<DerivedQuantity>> derivations = new LinkedHashMap<>();

    /** What follows from rows with these columns. */
    DerivedQuantities(List<String> columns) {
        this.columns = List.copyOf(columns);
        masses = new MassQuantities(this.columns, distance(DistanceMeasure.REDSHIFT));
        tides = new TideQuantities(
            this.columns, masses.of(MassParameter.MASS_1), masses.of(MassParameter.MASS_2));
        spinOne = new SpinQuantities(this.columns, 1);
        spinTwo = new SpinQuantities(this.columns, 2);
        for (MassParameter mass : MassParameter.values()) {
            derivations.put(mass.key(), () -> masses.of(mass));
            if (mass.isMass()) {
                derivations.put(mass.keys().getLast(), () -> masses.inSourceFrame(mass));
            }
        }
        for (TideParameter tide : TideParameter.values()) {
            derivations.put(tide.key(), () -> tides.of(tide));
        }
        for (SpinParameter spin : SpinParameter.values()) {
            derivations.put(spin.key(1), () -> spinOne.of(spin));
            derivations.put(spin.key(2), () -> spinTwo.of(spin));
        }
        derivations.put("chi_eff", this::effectiveSpin);
        derivations.put("chi_p", this::precessionSpin);
        derivations.put(Inclination.THETA_JN.key(), this::angle);
        derivations.put(Inclination.COS_THETA_JN.key(), this::cosine);
        derivations.put(OrbitalPhase.PHASE.key(), this::phase);
        for (DistanceMeasure measure : DistanceMeasure.values()) {
            derivations.put(measure.key(), () -> distance(measure));
        }
    }

    /** Names of all that can be derived, the drawn columns themselves left out. */
    List<String> names() {
        return derivations.keySet().stream().filter(name -> !columns.contains(name) && find(name) != null).toList();
    }

    /** Whether there is such a quantity, be it one that does not follow from the columns. */
    boolean knows(String name) {
        return derivations.containsKey(name);
    }

    /** The quantity of that name, or null where it does not follow from the columns. */
    DerivedQuantity find(String name) {
        DerivedQuantity drawn = drawn(name);
        return drawn != null ? drawn : derivations.getOrDefault(name, () -> null).get();
    }

    private DerivedQuantity drawn(String name) {
        return DerivedQuantity.drawn(columns, name);
    }

    /** chi_eff = (chi_1 + q chi_2) / (1 + q) (arXiv:1106.1021). */
    private DerivedQuantity effectiveSpin() {
        DerivedQuantity ratio = find(MassParameter.MASS_RATIO.key());
        DerivedQuantity first = combine(spinOne.of(SpinParameter.ALIGNED), ratio, (chi, q) -> chi / (1 + q));
        DerivedQuantity second = combine(spinTwo.of(SpinParameter.ALIGNED), ratio, (chi, q) -> q * chi / (1 + q));
        return combine(first, second, Double::sum);
    }

    /** chi_p, the larger of the in-plane spins as they drive precession (arXiv:1408.1810, eq. 3.4). */
    private DerivedQuantity precessionSpin() {
        DerivedQuantity second = combine(spinTwo.of(SpinParameter.IN_PLANE), find(MassParameter.MASS_RATIO.key()),
            (chi, q) -> (4 * q + 3) / (4 + 3 * q) * q * chi);
        return combine(spinOne.of(SpinParameter.IN_PLANE), second, StrictMath::max);
    }

    private DerivedQuantity angle() {
        DerivedQuantity cosine = drawn(Inclination.COS_THETA_JN.key());
        return cosine == null ? null : cosine.then(Inclination.COS_THETA_JN::angle);
    }

    private DerivedQuantity cosine() {
        DerivedQuantity angle = drawn(Inclination.THETA_JN.key());
        return angle == null ? null : angle.then(Inclination.THETA_JN::cosine);
    }

    private DerivedQuantity phase() {
        DerivedQuantity delta = drawn(OrbitalPhase.DELTA_PHASE.key());
        DerivedQuantity polarization = drawn("psi");
        DerivedQuantity inclination = find(Inclination.THETA_JN.key());
        return DerivedQuantity.following((row, offset) -> OrbitalPhase.ofDelta(
            delta.of(row, offset), polarization.of(row, offset), inclination.of(row, offset)),
            delta, polarization, inclination);
    }

    private DerivedQuantity distance(DistanceMeasure wanted) {
        if (drawn(wanted.key()) != null) {
            return drawn(wanted.key());
        }
        Cosmology cosmology = Cosmology.planck15();
        for (DistanceMeasure measure : DistanceMeasure.values()) {
            DerivedQuantity value = drawn(measure.key());
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
}
