package org.chirpmill.cli.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.chirpmill.benchmark.ScalingCase;
import org.chirpmill.benchmark.ScalingPoint;
import org.chirpmill.numbers.Quantity;
import org.chirpmill.plot.Axis;
import org.chirpmill.plot.Curve;
import org.chirpmill.plot.Panel;
import org.chirpmill.plot.Picture;
import org.chirpmill.run.Machine;

/** How many times faster more threads are than one, as a picture. */
public final class ScalingChart {
    private ScalingChart() {}

    /** A curve for each of one or more cases. */
    public static Picture of(List<ScalingCase.Found> cases) {
        List<Curve> curves = new ArrayList<>();
        for (ScalingCase.Found found : cases) {
            curves.add(Curve.marked(String.format(Locale.ROOT, "%s (%s/s on 1)", found.scaled().name(),
                Quantity.number(ScalingPoint.automatic(1, found.points()).rate().median())),
                found.threads().stream().map(Integer::doubleValue).toList(),
                found.threads().stream().map(found::speedUp).toList()));
        }
        double cores = Runtime.getRuntime().availableProcessors();
        double most = Math.max(cores, cases.getFirst().threads().getLast());
        curves.add(Curve.reference(String.format(Locale.ROOT, "all %.0f cores in full", cores),
            List.of(1.0, cores, most), List.of(1.0, cores, cores)));
        return Picture.stacked(new Panel("Chirpmill on " + Machine.processor(), Axis.counting("threads", most),
            Axis.linear("times as fast as 1 thread").within(0, Double.NaN), curves));
    }
}
