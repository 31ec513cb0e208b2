package org.chirpmill.figure;

import java.util.ArrayList;
import java.util.List;
import org.chirpmill.plot.Axis;
import org.chirpmill.plot.Curve;
import org.chirpmill.plot.Panel;
import org.chirpmill.plot.Picture;

/** Both polarizations against time. */
public final class StrainFigure {
    private static final int POINTS = 3000;

    private StrainFigure() {}

    /**
     * The picture.
     *
     * @param title what is shown
     * @param waves the polarizations, on a grid where bin k lies at k delta_f
     * @param before how much is shown before the merger, s
     * @param after how much after it, s
     */
    public static Picture of(String title, List<Polarization> waves, double before, double after) {
        List<Panel> panels = new ArrayList<>();
        for (Polarization wave : waves) {
            TimeSeries shown = TimeSeries.of(wave).between(-before, after);
            panels.add(new Panel(panels.isEmpty() ? title : "",
                Axis.linear("time from merger (s)").within(-before, after),
                Axis.linear("strain " + wave.name()),
                List.of(Curve.line(wave.name(), shown.times(), shown.strain()).thinnedTo(POINTS))));
        }
        return Picture.stacked(panels.toArray(Panel[]::new));
    }
}
