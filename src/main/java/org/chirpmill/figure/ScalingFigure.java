package org.chirpmill.figure;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import org.chirpmill.plot.Axis;
import org.chirpmill.plot.Curve;
import org.chirpmill.plot.Panel;
import org.chirpmill.plot.Picture;

/** How the rate grows with threads. */
public final class ScalingFigure {
    private static final String RATE = "waveforms per second (1/s)";
    private static final double EVEN_UP_TO = 10;

    private ScalingFigure() {}

    /**
     * One curve.
     *
     * @param name what was measured
     * @param threads numbers of threads, ascending
     * @param rates waveforms a second
     */
    public record Rates(String name, List<Double> threads, List<Double> rates) {}

    /**
     * The rates themselves, and how many times the first one each is beside what perfect scaling would give.
     *
     * @param title what is shown
     * @param cases the curves, one or more
     * @param cores of the machine: beyond them no more is to be had
     */
    public static Picture of(String title, List<Rates> cases, int cores) {
        List<Curve> rates = new ArrayList<>();
        List<Curve> speedUps = new ArrayList<>();
        double most = 1;
        for (Rates one : cases) {
            rates.add(Curve.marked(one.name(), one.threads(), one.rates()));
            speedUps.add(Curve.marked(one.name(), one.threads(),
                one.rates().stream().map(rate -> rate / one.rates().getFirst()).toList()));
            most = Math.max(most, one.threads().getLast());
        }
        double full = Math.min(cores, most);
        speedUps.add(Curve.reference("all cores in full", List.of(1.0, full, most), List.of(1.0, full, full)));
        Axis threads = Axis.counting("threads", most);
        return Picture.stacked(
            new Panel(title, threads, rateAxis(cases), rates),
            new Panel("", threads, Axis.linear("times as fast as 1 thread").within(0, Double.NaN), speedUps));
    }

    /** From 0 on, unless the slowest of several cases would lie on the axis. */
    private static Axis rateAxis(List<Rates> cases) {
        DoubleSummaryStatistics rates = cases.stream().flatMap(one -> one.rates().stream())
            .mapToDouble(Double::doubleValue).summaryStatistics();
        return rates.getMax() < EVEN_UP_TO * rates.getMin()
            ? Axis.linear(RATE).within(0, 1.1 * rates.getMax()) : Axis.logarithmic(RATE);
    }
}
