package org.chirpmill.plot;

import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
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
    private final FontMetrics letters;

    private record Entry(Curve curve, Color colour, int width) {}

    /** Arranges the names of two curves or more; a single one needs none. */
    Legend(Graphics2D canvas, Look look, List<Curve> curves, int width) {
        letters = canvas.getFontMetrics(look.numberFont());
        int colour = 0;
        int used = Integer.MAX_VALUE;
        for (Curve curve : curves.size() > 1 ? curves : List.<Curve>of()) {
            boolean isReference = curve.style() == Curve.Style.REFERENCE;
            Entry entry = new Entry(curve, isReference ? Look.FRAME : Look.colour(colour++),
                SAMPLE + GAP + letters.stringWidth(curve.name()));
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
        return letters.getHeight() + GAP / 2;
    }

    /** Draws the rows centred about {@code centre}, the first below {@code top}. */
    void paint(Graphics2D canvas, int centre, int top) {
        int middle = top + ABOVE + letters.getHeight() / 2;
        for (List<Entry> row : rows) {
            int width = row.stream().mapToInt(Entry::width).sum() + (row.size() - 1) * BETWEEN;
            int x = centre - width / 2;
            for (Entry entry : row) {
                canvas.setColor(entry.colour);
                canvas.setStroke(Look.line(entry.curve.style()));
                canvas.draw(new Line2D.Double(x, middle, x + SAMPLE, middle));
                if (entry.curve.style() == Curve.Style.MARKED) {
                    canvas.fill(new Ellipse2D.Double(x + SAMPLE / 2.0 - 5, middle - 5, 10, 10));
                }
                canvas.setColor(Look.TEXT);
                canvas.setFont(letters.getFont());
                canvas.drawString(entry.curve.name(), x + SAMPLE + GAP,
                    middle + letters.getAscent() / 2 - letters.getDescent() / 4);
                x += entry.width + BETWEEN;
            }
            middle += rowHeight();
        }
    }
}
