package org.chirpmill.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** Sine and cosine together have the bits of {@link ScalarMath}'s, but for the signs of zeros. */
class SineCosineTest {
    private static final int MANY = 400_000;

    private final SineCosine both = new SineCosine();

    @Test
    void hasTheBitsOfScalarMath() {
        SplittableRandom random = new SplittableRandom(1);
        DoubleStream near = random.doubles(MANY, -10, 10);
        DoubleStream far = random.doubles(MANY, -20, 9)
            .map(exponent -> (random.nextBoolean() ? 1 : -1) * Math.pow(10, exponent));
        DoubleStream quarters = DoubleStream.iterate(1, n -> n < 6e8, n -> Math.rint(n * 1.03 + 1))
            .flatMap(n -> DoubleStream.of(n * Math.PI / 2, -n * Math.PI / 2, Math.nextUp(n * Math.PI / 2)));
        DoubleStream.concat(DoubleStream.of(0, 1e-300, -0.5), DoubleStream.concat(near,
            DoubleStream.concat(far, quarters))).forEach(this::check);
    }

    private void check(double x) {
        both.take(x);
        assertEquals(ScalarMath.sin(x) + 0.0, both.sine() + 0.0, "sine of " + x);
        assertEquals(ScalarMath.cos(x) + 0.0, both.cosine() + 0.0, "cosine of " + x);
    }
}
