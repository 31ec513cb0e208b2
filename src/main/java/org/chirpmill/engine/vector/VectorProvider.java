package org.chirpmill.engine.vector;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import java.util.Optional;
import org.chirpmill.domain.FrequencyGrid;
import org.chirpmill.engine.Evaluator;
import org.chirpmill.engine.EvaluatorProvider;
import org.chirpmill.model.WaveformModel;
import org.chirpmill.model.lanes.Lanes;
import org.chirpmill.model.lanes.NodeMath;
import org.chirpmill.rows.Accuracy;
import org.chirpmill.rows.Precision;

/**
 * Offers the SIMD evaluator where the JVM was given the Vector API and compiles it to what it is for. Asks for that
 * before any class is loaded that needs the module.
 */
public final class VectorProvider implements EvaluatorProvider {
    private static final String MODULE = "jdk.incubator.vector";
    private static final String REMEDY = "or take the scalar backend";

    @Override
    public String name() {
        return "vector";
    }

    @Override
    public String description() {
        return "the CPU's SIMD lanes, " + Lanes.COUNT + " lanes of double, on "
            + Runtime.getRuntime().availableProcessors() + " cores";
    }

    @Override
    public Optional<String> obstacle() {
        if (!NodeMath.HAS_LANES) {
            return Optional.of("the vector backend needs the module " + MODULE + ", without which this JVM was "
                + "started: start it with ./chirpmill or with --add-modules " + MODULE + ", " + REMEDY);
        }
        if (!fuses()) {
            return Optional.of("the vector backend needs fused multiply-adds, which this JVM does not take from the "
                + "CPU: run on one that has them (x86 since 2013, ARM) and without -XX:-UseFMA, " + REMEDY);
        }
        if (Lanes.COUNT < 2) {
            return Optional.of("the vector backend needs vectors of 2 doubles or more, and this JVM has none: run on a "
                + "CPU that has them (x86-64, ARM) and without -XX:MaxVectorSize, " + REMEDY);
        }
        return Optional.empty();
    }

    /**
     * Whether this JVM takes fused multiply-adds from the CPU; true where that is unknown. Without,
     * {@link Math#fma} and the Vector API compute each as a BigDecimal.
     */
    public static boolean fuses() {
        HotSpotDiagnosticMXBean machine = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        try {
            return machine == null || Boolean.parseBoolean(machine.getVMOption("UseFMA").getValue());
        } catch (IllegalArgumentException unknown) {
            return true;
        }
    }

    @Override
    public String way(WaveformModel model) {
        return model.hasLanes() ? name() : name() + " (point by point)";
    }

    /** Every model is evaluated through polynomials where these are good enough. */
    @Override
    public Accuracy kept(WaveformModel model, Precision precision, Accuracy asked) {
        return asked.fitted();
    }

    @Override
    public Evaluator open(WaveformModel model, FrequencyGrid grid, Precision precision, Accuracy accuracy) {
        return new VectorEvaluator(model, grid, precision, accuracy.fitted());
    }
}
