package org.chirpmill.engine.lookup;

import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.chirpmill.engine.EvaluatorProvider;
import org.chirpmill.engine.cuda.CudaProvider;
import org.chirpmill.engine.scalar.ScalarProvider;
import org.chirpmill.engine.vector.VectorProvider;

/** Decides who evaluates: the first in {@link #all()} that can run here, or the one that the user names. */
public final class EvaluatorLookup {
    private static final EvaluatorProvider WITHOUT_TORNADOVM =
        new MissingProvider("tornado", "OpenCL and CUDA devices through TornadoVM",
            "was built without TornadoVM: install its SDK, set TORNADOVM_HOME to its folder and build again");

    private EvaluatorLookup() {}

    /** Every backend known by name, the preferred first. */
    public static List<EvaluatorProvider> all() {
        return List.of(
            new CudaProvider(),
            tornado(),
            new VectorProvider(),
            new ScalarProvider());
    }

    /** TornadoVM's backend where it was built with it: src/tornado names it as a service. */
    private static EvaluatorProvider tornado() {
        try {
            return ServiceLoader.load(EvaluatorProvider.class, EvaluatorProvider.class.getClassLoader()).findFirst()
                .orElse(WITHOUT_TORNADOVM);
        } catch (ServiceConfigurationError leftover) {
            // A build without TornadoVM after one with it: Maven has removed the class but not the service's name.
            return WITHOUT_TORNADOVM;
        }
    }

    /**
     * The best backend that runs here, which is the next best for models that the best one cannot evaluate; each better
     * one that is passed over is explained to {@code log}.
     */
    public static EvaluatorProvider automatic(Consumer<String> log) {
        return automatic(all(), log);
    }

    /** The same among some backends, the preferred first. */
    static EvaluatorProvider automatic(List<EvaluatorProvider> backends, Consumer<String> log) {
        for (int place = 0; place < backends.size(); place++) {
            Optional<String> reason = backends.get(place).obstacle().or(backends.get(place)::drawback);
            if (reason.isEmpty()) {
                List<EvaluatorProvider> others = backends.subList(place + 1, backends.size()).stream()
                    .filter(each -> each.obstacle().or(each::drawback).isEmpty()).toList();
                return new PreferredProvider(backends.get(place), others, log);
            }
            log.accept(reason.get());
        }
        throw new UnsupportedOperationException("no backend runs on this machine, not even the plain Java one");
    }

    /**
     * The backend of the given name.
     *
     * @throws UnsupportedOperationException where there is none of that name, or it cannot run here; another one is
     *     never taken in its place
     */
    public static EvaluatorProvider forced(String name) {
        EvaluatorProvider provider = all().stream()
            .filter(candidate -> candidate.name().equals(name))
            .findFirst()
            .orElseThrow(() -> new UnsupportedOperationException("there is no backend '" + name + "': choose among "
                + all().stream().map(EvaluatorProvider::name).collect(Collectors.joining(", ")) + " or auto"));
        provider.obstacle().ifPresent(reason -> {
            throw new UnsupportedOperationException(reason);
        });
        return provider;
    }
}
