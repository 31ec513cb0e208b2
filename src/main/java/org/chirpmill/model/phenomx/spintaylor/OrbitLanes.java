package org.chirpmill.model.phenomx.spintaylor;

import static org.chirpmill.model.lanes.Lanes.COUNT;
import static org.chirpmill.model.lanes.Lanes.SPECIES;

import java.util.Comparator;
import java.util.List;
import jdk.incubator.vector.DoubleVector;

/**
 * Takes the steps of several legs side by side, each to the bits that {@link OrbitStepper} gives it alone: as many at
 * a time as there are lanes, and in the place of one that is done the next. Work space of one thread.
 */
final class OrbitLanes {
    private static final int SIZE = OrbitEquations.SIZE;
    private static final int STRIDE = EighthOrderLanes.STRIDE;
    private static final int STAGES = EighthOrderMethod.STAGES;
    private static final int ALL_STAGES = EighthOrderMethod.ALL_STAGES;

    private final EighthOrderLanes method = new EighthOrderLanes();
    private final OrbitEquationLanes equations = new OrbitEquationLanes();
    /** Who is in the lanes, or null; and whether the step was accepted. */
    private final OrbitLeg[] legs = new OrbitLeg[COUNT];
    private final boolean[] accepted = new boolean[COUNT];
    private final double[] starts = new double[COUNT];
    private final double[] startLogs = new double[COUNT];
    private final double[] lengths = new double[COUNT];
    private final double[] widths = new double[COUNT];
    private final double[] turning = new double[COUNT];
    private final double[] errors = new double[COUNT];
    /** By stage. */
    private final double[] velocities = new double[ALL_STAGES * COUNT];
    private final double[] logs = new double[ALL_STAGES * COUNT];
    private final double[] rates = new double[ALL_STAGES * STRIDE];
    private final double[] now = new double[STRIDE];
    private final double[] weights = new double[STRIDE];
    private final double[] state = new double[STRIDE];
    private final double[] end = new double[STRIDE];
    private final double[] interpolants = new double[EighthOrderMethod.INTERPOLANT * STRIDE];

    /** Takes legs that were begun to their ends. Sorts them. */
    void finish(List<OrbitLeg> begun) {
        // The shorter their first steps, the more steps they take, and the long ones are not to be left to the end.
        begun.sort(Comparator.comparingDouble(leg -> Math.abs(leg.length())));
        int next = 0;
        while (true) {
            boolean going = false;
            for (int lane = 0; lane < COUNT; lane++) {
                while (next < begun.size() && (legs[lane] == null || legs[lane].isDone())) {
                    legs[lane] = begun.get(next++);
                    equations.set(lane, legs[lane].equations());
                }
                if (legs[lane] != null && legs[lane].isDone()) {
                    legs[lane] = null;
                }
                if (legs[lane] != null) {
                    load(lane);
                    going = true;
                }
            }
            if (!going) {
                return;
            }
            step();
            if (isAnyAccepted()) {
                complete();
                advance();
            }
        }
    }

    /** Writes the step that a lane's leg is to take. */
    private void load(int lane) {
        OrbitLeg leg = legs[lane];
        starts[lane] = leg.velocity();
        startLogs[lane] = leg.logVelocity();
        lengths[lane] = leg.length();
        turning[lane] = leg.turn();
        double[] stateOfLeg = leg.state();
        double[] ratesOfLeg = leg.rates();
        double[] weightsOfLeg = leg.weights();
        for (int i = 0; i < SIZE; i++) {
            now[i * COUNT + lane] = stateOfLeg[i];
            rates[i * COUNT + lane] = ratesOfLeg[i];
            weights[i * COUNT + lane] = weightsOfLeg[i];
        }
    }

    private void step() {
        places();
        for (int stage = 1; stage < STAGES; stage++) {
            method.states(stage, lengths, now, rates, state);
            equations.rates(velocities, logs, stage, turning, state, rates, stage * STRIDE);
        }
        method.states(STAGES, lengths, now, rates, end);
        method.errors(lengths, rates, weights, errors);
    }

    /** The velocities of the steps' stages and their logarithms, as {@link OrbitEquations#logRatio} has them. */
    private void places() {
        DoubleVector v = DoubleVector.fromArray(SPECIES, starts, 0);
        DoubleVector logV = DoubleVector.fromArray(SPECIES, startLogs, 0);
        DoubleVector h = DoubleVector.fromArray(SPECIES, lengths, 0);
        DoubleVector twice = v.mul(2);
        for (int stage = 1; stage < ALL_STAGES; stage++) {
            DoubleVector change = h.mul(EighthOrderMethod.node(stage));
            v.add(change).intoArray(velocities, stage * COUNT);
            DoubleVector s = change.div(twice.add(change));
            DoubleVector square = s.mul(s);
            DoubleVector series = square.fma(1.0 / 13, 1.0 / 11);
            series = square.fma(square.fma(series, DoubleVector.broadcast(SPECIES, 1.0 / 9)),
                DoubleVector.broadcast(SPECIES, 1.0 / 7));
            series = square.fma(square.fma(series, DoubleVector.broadcast(SPECIES, 1.0 / 5)),
                DoubleVector.broadcast(SPECIES, 1.0 / 3));
            s.mul(square).fma(series, s).mul(2).add(logV).intoArray(logs, stage * COUNT);
        }
    }

    private boolean isAnyAccepted() {
        boolean any = false;
        for (int lane = 0; lane < COUNT; lane++) {
            accepted[lane] = legs[lane] != null && legs[lane].accepts(errors[lane]);
            if (accepted[lane]) {
                widths[lane] = legs[lane].width();
                any = true;
            }
        }
        return any;
    }

    /** The rates at the ends of steps, the stages that the interpolants take, and these. */
    private void complete() {
        equations.rates(velocities, logs, STAGES, turning, end, rates, STAGES * STRIDE);
        for (int stage = STAGES + 1; stage < ALL_STAGES; stage++) {
            method.states(stage, lengths, now, rates, state);
            equations.rates(velocities, logs, stage, turning, state, rates, stage * STRIDE);
        }
        method.interpolants(widths, now, end, rates, interpolants);
    }

    private void advance() {
        for (int lane = 0; lane < COUNT; lane++) {
            if (accepted[lane]) {
                OrbitLeg leg = legs[lane];
                int at = leg.keep();
                double[] kept = leg.steps().interpolants();
                for (int number = 0; number < EighthOrderMethod.INTERPOLANT; number++) {
                    for (int i = 0; i < SIZE; i++) {
                        kept[at + number * SIZE + i] = interpolants[number * STRIDE + i * COUNT + lane];
                    }
                }
                leg.advance(logs[STAGES * COUNT + lane], end, rates, lane, STAGES * STRIDE + lane, COUNT);
            }
        }
    }
}
