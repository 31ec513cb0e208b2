package org.chirpmill.model.phenomx.spintaylor;

/** Takes the steps of a leg, one after another. Work space of one thread. */
final class OrbitStepper {
    private static final int SIZE = OrbitEquations.SIZE;

    /** Logarithms of the velocities of a step's stages. */
    private final double[] logs = new double[EighthOrderMethod.ALL_STAGES];
    private final double[] rates = new double[EighthOrderMethod.ALL_STAGES * SIZE];
    private final double[] state = new double[SIZE];
    private final double[] estimates = new double[2 * SIZE];
    private final double[] end = new double[SIZE];

    /** Takes a leg that was begun to its end. */
    void finish(OrbitLeg leg) {
        while (!leg.isDone()) {
            if (leg.accepts(step(leg))) {
                complete(leg);
                int at = leg.keep();
                EighthOrderMethod.interpolant(leg.width(), leg.state(), end, rates, leg.steps().interpolants(), at);
                leg.advance(logs[EighthOrderMethod.STAGES], end, rates, 0, EighthOrderMethod.STAGES * SIZE, 1);
            }
        }
    }

    /** Takes a step, to {@link #end}; gives its error. */
    private double step(OrbitLeg leg) {
        System.arraycopy(leg.rates(), 0, rates, 0, SIZE);
        double v = leg.velocity();
        double h = leg.length();
        // Ahead of the stages, of which each waits for the one before: these wait for nothing.
        for (int stage = 1; stage < EighthOrderMethod.ALL_STAGES; stage++) {
            double change = EighthOrderMethod.node(stage) * h;
            logs[stage] = leg.logVelocity() + OrbitEquations.logRatio(change, 2 * v + change);
        }
        for (int stage = 1; stage < EighthOrderMethod.STAGES; stage++) {
            EighthOrderMethod.state(stage, h, leg.state(), rates, state);
            evaluate(leg, stage, state);
        }
        EighthOrderMethod.state(EighthOrderMethod.STAGES, h, leg.state(), rates, end);
        return EighthOrderMethod.error(h, rates, leg.weights(), estimates);
    }

    /** The rates at the end of a step and the stages that the interpolant takes. */
    private void complete(OrbitLeg leg) {
        evaluate(leg, EighthOrderMethod.STAGES, end);
        for (int stage = EighthOrderMethod.STAGES + 1; stage < EighthOrderMethod.ALL_STAGES; stage++) {
            EighthOrderMethod.state(stage, leg.length(), leg.state(), rates, state);
            evaluate(leg, stage, state);
        }
    }

    private void evaluate(OrbitLeg leg, int stage, double[] at) {
        leg.equations().rates(leg.velocity() + EighthOrderMethod.node(stage) * leg.length(), logs[stage],
            leg.turn(), at, 0, rates, stage * SIZE);
    }
}
