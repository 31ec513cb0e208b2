package org.chirpmill.model;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import org.chirpmill.engine.EvaluatorProvider;
import org.chirpmill.engine.lookup.EvaluatorLookup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.ac.manchester.tornado.api.TaskGraph;
import uk.ac.manchester.tornado.api.TornadoExecutionPlan;
import uk.ac.manchester.tornado.api.annotations.Parallel;
import uk.ac.manchester.tornado.api.common.TornadoFunctions.Task3;
import uk.ac.manchester.tornado.api.enums.DataTransferMode;
import uk.ac.manchester.tornado.api.exceptions.TornadoExecutionPlanException;

/**
 * The elementary functions of kernels, compiled by TornadoVM for its first device and by the JVM. One ulp apart is
 * allowed, since a device's compiler may fuse multiply-adds.
 */
class TornadoScalarMathTest {
    private static final int MANY = 1 << 20;
    private static final double[] ZEROS_AND_LOST = {0.0, -0.0, Double.MIN_VALUE, -Double.MIN_VALUE, 1e-308, -1e-308,
        Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};

    @BeforeEach
    void requireDevice() {
        EvaluatorProvider tornado = EvaluatorLookup.all().stream()
            .filter(backend -> backend.name().equals("tornado")).findFirst().orElseThrow();
        Optional<String> obstacle = tornado.obstacle();
        assumeTrue(obstacle.isEmpty(), () -> obstacle.get());
    }

    @Test
    void sinesAndCosinesAreThoseOfTheJvm() throws TornadoExecutionPlanException {
        double[] angles = with(ZEROS_AND_LOST, new SplittableRandom(1), -20, 9);
        requireOneUlp("sine", TornadoScalarMathTest::sines, ScalarMath::sin, angles);
        requireOneUlp("cosine", TornadoScalarMathTest::cosines, ScalarMath::cos, angles);
    }

    @Test
    void exponentialsAreThoseOfTheJvm() throws TornadoExecutionPlanException {
        double[] arguments = with(ZEROS_AND_LOST, new SplittableRandom(2), -20, 3);
        requireOneUlp("exponential", TornadoScalarMathTest::exponentials, ScalarMath::exp, arguments);
    }

    @Test
    void logarithmsAreThoseOfTheJvm() throws TornadoExecutionPlanException {
        SplittableRandom random = new SplittableRandom(3);
        DoubleSupplier one = () -> StrictMath.pow(10, random.nextDouble(-307, 308));
        double[] edges = DoubleStream.iterate(Double.MIN_NORMAL, power -> power <= 0x1p1023, power -> 2 * power)
            .flatMap(power -> DoubleStream.of(power, Math.nextUp(power), power * Math.sqrt(2))).toArray();
        double[] arguments = DoubleStream.concat(DoubleStream.of(edges), DoubleStream.generate(one)).limit(MANY)
            .toArray();
        requireOneUlp("logarithm", TornadoScalarMathTest::logarithms, ScalarMath::log, arguments);
    }

    /** Those numbers first, then random ones of both signs, as large as powers of ten between two. */
    private static double[] with(double[] first, SplittableRandom random, int least, int most) {
        DoubleSupplier one = () -> (random.nextBoolean() ? 1 : -1) * StrictMath.pow(10, random.nextDouble(least, most));
        return DoubleStream.concat(DoubleStream.of(first), DoubleStream.generate(one)).limit(MANY).toArray();
    }

    private static void requireOneUlp(String name, Task3<double[], double[], Integer> device, DoubleUnaryOperator jvm,
            double[] arguments) throws TornadoExecutionPlanException {
        double[] found = new double[arguments.length];
        TaskGraph graph = new TaskGraph(name)
            .transferToDevice(DataTransferMode.EVERY_EXECUTION, (Object) arguments)
            .task("all", device, arguments, found, arguments.length)
            .transferToHost(DataTransferMode.EVERY_EXECUTION, (Object) found);
        try (TornadoExecutionPlan plan = new TornadoExecutionPlan(graph.snapshot())) {
            plan.execute();
        }
        long differing = 0;
        for (int i = 0; i < arguments.length; i++) {
            double argument = arguments[i];
            double want = jvm.applyAsDouble(argument);
            double have = found[i];
            assertTrue(Double.isNaN(want) ? Double.isNaN(have) : Math.abs(have - want) <= Math.ulp(want),
                () -> name + " of " + argument + ": " + have + " on the device, " + want
                    + " on the JVM, allowed is 1 ulp");
            differing += Double.compare(want, have) == 0 ? 0 : 1;
        }
        if (Boolean.getBoolean("chirpmill.quantiles")) {
            System.out.println(name + ", " + arguments.length + " arguments: " + differing + " differ in their bits");
        }
    }

    private static void sines(double[] x, double[] result, int size) {
        for (@Parallel int i = 0; i < size; i++) {
            result[i] = ScalarMath.sin(x[i]);
        }
    }

    private static void cosines(double[] x, double[] result, int size) {
        for (@Parallel int i = 0; i < size; i++) {
            result[i] = ScalarMath.cos(x[i]);
        }
    }

    private static void exponentials(double[] x, double[] result, int size) {
        for (@Parallel int i = 0; i < size; i++) {
            result[i] = ScalarMath.exp(x[i]);
        }
    }

    private static void logarithms(double[] x, double[] result, int size) {
        for (@Parallel int i = 0; i < size; i++) {
            result[i] = ScalarMath.log(x[i]);
        }
    }
}
