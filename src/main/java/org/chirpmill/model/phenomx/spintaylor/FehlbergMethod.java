package org.chirpmill.model.phenomx.spintaylor;

/**
 * Fehlberg's method of order 5 with an error estimate of order 4: E. Fehlberg, NASA TR R-315, 1969, Table III. States
 * are {@link #SIZE} numbers; the rates of the stages lie one behind another.
 */
final class FehlbergMethod {
    /** Stages of a step, that at its start included. */
    static final int STAGES = 6;
    /** Numbers of a state. */
    static final int SIZE = 14;
    private static final int N = SIZE;

    private FehlbergMethod() {}

    /**
     * The state at a stage.
     *
     * @param stage from 1; 6 is the end of the step, by order 5
     * @param h length of the step
     * @param y the state at its start
     * @param k rates of the stages before
     * @param to receives the state
     */
    static void state(int stage, double h, double[] y, double[] k, double[] to) {
        switch (stage) {
            case 1 -> stage1(h, y, k, to);
            case 2 -> stage2(h, y, k, to);
            case 3 -> stage3(h, y, k, to);
            case 4 -> stage4(h, y, k, to);
            case 5 -> stage5(h, y, k, to);
            case 6 -> end(h, y, k, to);
            default -> throw new IllegalArgumentException("no stage " + stage);
        }
    }

    private static void stage1(double h, double[] y, double[] k, double[] to) {
        for (int i = 0; i < N; i++) {
            to[i] = Math.fma(h, 1.0 / 4 * k[i], y[i]);
        }
    }

    private static void stage2(double h, double[] y, double[] k, double[] to) {
        for (int i = 0; i < N; i++) {
            to[i] = Math.fma(h, Math.fma(9.0 / 32, k[N + i], 3.0 / 32 * k[i]), y[i]);
        }
    }

    private static void stage3(double h, double[] y, double[] k, double[] to) {
        for (int i = 0; i < N; i++) {
            to[i] = Math.fma(h, Math.fma(7296.0 / 2197, k[2 * N + i], Math.fma(-7200.0 / 2197, k[N + i],
                1932.0 / 2197 * k[i])), y[i]);
        }
    }

    private static void stage4(double h, double[] y, double[] k, double[] to) {
        for (int i = 0; i < N; i++) {
            to[i] = Math.fma(h, Math.fma(-845.0 / 4104, k[3 * N + i], Math.fma(3680.0 / 513, k[2 * N + i],
                Math.fma(-8, k[N + i], 439.0 / 216 * k[i]))), y[i]);
        }
    }

    private static void stage5(double h, double[] y, double[] k, double[] to) {
        for (int i = 0; i < N; i++) {
            to[i] = Math.fma(h, Math.fma(-11.0 / 40, k[4 * N + i], Math.fma(1859.0 / 4104, k[3 * N + i],
                Math.fma(-3544.0 / 2565, k[2 * N + i], Math.fma(2, k[N + i], -8.0 / 27 * k[i])))), y[i]);
        }
    }

    private static void end(double h, double[] y, double[] k, double[] to) {
        for (int i = 0; i < N; i++) {
            to[i] = Math.fma(h, Math.fma(2.0 / 55, k[5 * N + i], Math.fma(-9.0 / 50, k[4 * N + i],
                Math.fma(28561.0 / 56430, k[3 * N + i], Math.fma(6656.0 / 12825, k[2 * N + i], 16.0 / 135 * k[i])))),
                y[i]);
        }
    }

    /** Writes by how much the step by order 5 differs from that by order 4. */
    static void difference(double h, double[] k, double[] to) {
        for (int i = 0; i < N; i++) {
            to[i] = h * Math.fma(2.0 / 55, k[5 * N + i], Math.fma(1.0 / 50, k[4 * N + i], Math.fma(-2197.0 / 75240,
                k[3 * N + i], Math.fma(-128.0 / 4275, k[2 * N + i], 1.0 / 360 * k[i]))));
        }
    }
}
