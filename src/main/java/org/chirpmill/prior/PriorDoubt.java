package org.chirpmill.prior;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.chirpmill.names.Enumeration;
import org.chirpmill.parameters.ParameterUnit;

/**
 * What a set of priors says that can hardly be meant, though it can be drawn from.
 *
 * @param key whose prior; empty where all are meant
 * @param clause about it, to follow its name
 */
public record PriorDoubt(String key, String clause) {
    /** Of a distribution without ends, what lies between these quantiles counts. */
    private static final double LOW = 0.01;
    private static final double HIGH = 0.99;

    /**
     * Looks at all priors.
     *
     * @param withoutEffect names of the columns that change no waveform
     */
    public static List<PriorDoubt> of(PriorSet priors, List<String> withoutEffect) {
        List<PriorDoubt> doubts = new ArrayList<>();
        ofSameness(priors, withoutEffect).ifPresent(doubts::add);
        for (int column = 0; column < priors.columns().size(); column++) {
            ofUnit(priors.columns().get(column), priors.distribution(column)).ifPresent(doubts::add);
        }
        return List.copyOf(doubts);
    }

    private static Optional<PriorDoubt> ofSameness(PriorSet priors, List<String> withoutEffect) {
        List<String> varying = IntStream.range(0, priors.columns().size())
            .filter(column -> !priors.distribution(column).isFixed()).mapToObj(priors.columns()::get).toList();
        if (varying.isEmpty()) {
            return Optional.of(new PriorDoubt("", "fixes every parameter, so that all rows are the same"));
        }
        return withoutEffect.containsAll(varying) ? Optional.of(new PriorDoubt("", "varies nothing but "
            + Enumeration.and(varying) + ", so that all waveforms are the same")) : Optional.empty();
    }

    private static Optional<PriorDoubt> ofUnit(String key, Distribution distribution) {
        double least = Double.isInfinite(distribution.minimum()) ? distribution.quantile(LOW) : distribution.minimum();
        double most = Double.isInfinite(distribution.maximum()) ? distribution.quantile(HIGH) : distribution.maximum();
        boolean isAngle = ParameterUnit.of(key).filter("rad"::equals).isPresent();
        if (!isAngle || !Angles.exceedATurn(least, most)) {
            return Optional.empty();
        }
        String range = distribution.isFixed() ? "is " + least : "reaches from " + least + " to " + most;
        return Optional.of(new PriorDoubt(key,
            range + ", more than a full turn: like bilby's, angles are in radians, and these look like degrees"));
    }
}
