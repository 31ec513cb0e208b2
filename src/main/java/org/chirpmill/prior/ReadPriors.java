package org.chirpmill.prior;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Priors that were read one by one, and not yet held against each other. */
public final class ReadPriors {
    private final Map<String, ?> written;
    private final Map<String, Distribution> drawn = new LinkedHashMap<>();
    private final Map<String, Constraint> conditions = new LinkedHashMap<>();

    private ReadPriors(Map<String, ?> written, Consumer<PriorSyntaxException> faults) {
        this.written = written;
        written.forEach((key, value) -> {
            try {
                switch (PriorSet.read(key, value)) {
                    case Distribution distribution -> drawn.put(key, distribution);
                    case Constraint constraint -> conditions.put(key, constraint);
                    case null -> { } // absent
                }
            } catch (PriorSyntaxException fault) {
                faults.accept(fault);
            }
        });
    }

    /**
     * Reads a section of priors.
     *
     * @param priors see {@link PriorSet#of}
     * @throws PriorSyntaxException where a prior cannot be understood
     */
    public static ReadPriors of(Map<String, ?> priors) {
        return new ReadPriors(priors, fault -> {
            throw fault;
        });
    }

    /**
     * Reads of a section what can be understood.
     *
     * @param faults told of each entry that cannot
     */
    public static ReadPriors of(Map<String, ?> priors, Consumer<PriorSyntaxException> faults) {
        return new ReadPriors(priors, faults);
    }

    /** The drawn and fixed parameters in the order of their keys, constraints left out. */
    public List<String> columns() {
        return List.copyOf(drawn.keySet());
    }

    /**
     * Without the constraints that follow from nothing. bilby, and so dingo-gw, draws as if these were not there.
     *
     * @param passedOver told of their keys
     */
    public ReadPriors withoutIdleConstraints(Consumer<String> passedOver) {
        DerivedQuantities derived = new DerivedQuantities(columns());
        Map<String, Object> kept = new LinkedHashMap<>(written);
        conditions.keySet().stream().filter(key -> derived.find(key) == null).forEach(key -> {
            kept.remove(key);
            passedOver.accept(key);
        });
        return kept.size() == written.size() ? this : of(kept);
    }

    /**
     * The set that they make.
     *
     * @throws PriorSyntaxException where a constraint is on a quantity that does not follow from the other keys
     */
    public PriorSet together() {
        return new PriorSet(drawn, conditions, written);
    }
}
