package org.chirpmill.plot;

import java.awt.Color;
import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.List;

/** The names of curves, in rows below a plot, where they cover nothing. */
final class Legend {
    private static final int SAMPLE = 44;
    private static final int GAP = 10;
    private static final int BETWEEN = 34;
    private static final int ABOVE = 12;

    private final List<List<Entry>> rows = new ArrayList<>();
    private final Letters letters;

    private record Entry(Curve curve, Color colour, double width) {}

    /** Arranges the names of two curves or more; a single one needs none. */
    Legend(Look look, List<Curve> curves, int width) {
        letters = new Letters(look.numberFont());
        List<Color> colours = Look.colours(curves);
        double used = Double.POSITIVE_INFINITY;
        for (int k = 0; k < curves.size() && curves.size() > 1; k++) {
            Entry entry = new Entry(curves.get(k), colours.get(k),
                SAMPLE + GAP + letters.width(curves.get(k).name()));
            if (used > width - BETWEEN - entry.width) {
                rows.add(new ArrayList<>());
                used = 0;
            }
            rows.getLast().add(entry);
            used += BETWEEN + entry.width;
        }
    }

    int height() {
        return rows.isEmpty() ? 0 : ABOVE + rows.size() * rowHeight();
    }

    private int rowHeight() {
        return (int) letters.height() + GAP / 2;
    }

    /** Draws the rows centred about {@code centre}, the first below {@code top}. */
    void paint(Canvas canvas, double centre, int top) {
        double middle = top + ABOVE + letters.height() / 2;
        for (List<Entry> row : rows) {
            double width = row.stream().mapToDouble(Entry::width).sum() + (row.size() - 1) * BETWEEN;
            double x = centre - width / 2;
            for (Entry entry : row) {
                canvas.draw(new Line2D.Double(x, middle, x + SAMPLE, middle), Look.line(entry.curve.style()),
                    entry.colour);
                if (entry.curve.style() == Curve.Style.MARKED) {
                    canvas.fill(Look.spot(x + SAMPLE / 2.0, middle, Look.MARK), entry.colour);
                }
                canvas.write(entry.curve.name(), letters.font(), Look.TEXT, Canvas.Anchor.START, x + SAMPLE + GAP,
                    middle + letters.ascent() / 2 - letters.descent() / 4);
                x += entry.width + BETWEEN;
            }
            middle += rowHeight();
        }
    }
}
