package org.chirpmill.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.chirpmill.plot.Axis;
import org.chirpmill.plot.Curve;
import org.chirpmill.plot.Panel;
import org.chirpmill.plot.Picture;

/** The bands of a multibanded grid. */
public final class GridFigure {
    private GridFigure() {}

    /**
     * A band.
     *
     * @param start its lower edge, Hz
     * @param end its upper edge, Hz
     * @param deltaF the spacing of its bins, Hz
     * @param bins how many bins it has
     */
    public record Band(double start, double end, double deltaF, int bins) {}

    /**
     * The picture.
     *
     * @param title what is shown
     * @param bands from low to high frequencies
     * @param baseDeltaF the spacing of the uniform grid beneath, Hz
     */
    public static Picture of(String title, List<Band> bands, double baseDeltaF) {
        List<Double> edges = new ArrayList<>();
        List<Double> spacings = new ArrayList<>();
        List<Double> counts = new ArrayList<>();
        List<Double> atEdges = new ArrayList<>();
        for (Band band : bands) {
            edges.addAll(List.of(band.start(), band.end()));
            spacings.addAll(List.of(band.deltaF(), band.deltaF()));
            // The area falls to the axis between bands, so that each is a bar of its own.
            atEdges.addAll(List.of(band.start(), band.start(), band.end(), band.end()));
            counts.addAll(List.of(0.0, (double) band.bins(), (double) band.bins(), 0.0));
        }
        double first = edges.getFirst();
        double last = edges.getLast();
        double most = bands.stream().mapToInt(Band::bins).max().orElseThrow();
        int total = bands.stream().mapToInt(Band::bins).sum();
        String saved = String.format(Locale.ROOT, "%,d bins in place of %,.0f", total, (last - first) / baseDeltaF);
        Axis frequency = Axis.logarithmic(WaveformFigure.FREQUENCY).within(first, last);
        return Picture.stacked(
            new Panel(title.isEmpty() ? saved : title + ": " + saved, frequency,
                Axis.logarithmic("bin width delta_f (Hz)")
                    .within(baseDeltaF / 1.5, bands.getLast().deltaF() * 1.5),
                List.of(new Curve("multibanded grid", numbers(edges), numbers(spacings), Curve.Style.LINE),
                    Curve.reference("uniform grid beneath", List.of(first, last), List.of(baseDeltaF, baseDeltaF)))),
            new Panel("", frequency, Axis.linear("bins per band").within(0, 1.08 * most),
                List.of(new Curve("bins per band", numbers(atEdges), numbers(counts), Curve.Style.AREA))));
    }

    private static double[] numbers(List<Double> list) {
        return list.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
