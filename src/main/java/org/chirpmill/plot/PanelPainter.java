package org.chirpmill.plot;

import java.awt.Color;
import java.awt.Rectangle;
import java.awt.geom.Line2D;
import java.util.List;

/** Draws one panel: grid, curves, frame, numbers, titles, legend. */
final class PanelPainter {
    private static final int MARK = 7;
    private static final int MINOR_MARK = 4;

    private final Canvas canvas;
    private final Panel panel;
    private final Look look;
    private final Legend legend;
    private final Rectangle plot;
    private final Scale x;
    private final Scale y;
    private final Ticks xTicks;
    private final Ticks yTicks;
    private final List<Curve> curves;
    private final int height;

    PanelPainter(Canvas canvas, Panel panel, int width, int height) {
        this.canvas = canvas;
        this.panel = panel;
        this.height = height;
        look = Look.of(width);
        curves = panel.curves().stream().map(curve -> curve.shownOn(panel.x(), panel.y())).toList();
        x = Scale.of(panel.x(), curves.stream().map(Curve::x).toList(), false);
        y = Scale.of(panel.y(), curves.stream().map(Curve::y).toList(), true);
        legend = new Legend(look, panel.curves(), width - look.left() - look.right());
        int top = panel.title().isEmpty() && !look.isSmall() ? look.top() / 2 : look.top();
        plot = new Rectangle(look.left(), top, width - look.left() - look.right(),
            height - top - look.below() - legend.height());
        xTicks = Ticks.of(x, look.isSmall() ? 5 : 8);
        yTicks = Ticks.of(y, look.isSmall() ? 5 : 6);
    }

    void paint() {
        xTicks.numbered().forEach(tick -> vertical(tick, plot.y, plot.y + plot.height, Look.GRID));
        yTicks.numbered().forEach(tick -> horizontal(tick, plot.x, plot.x + plot.width, Look.GRID));
        canvas.within(plot, this::paintCurves);
        canvas.draw(plot, Look.THIN, Look.FRAME);
        paintMarks(xTicks.numbered(), yTicks.numbered(), MARK);
        paintMarks(xTicks.minor(), yTicks.minor(), MINOR_MARK);
        paintNumbers();
        paintTitles();
        legend.paint(canvas, plot.x + plot.width / 2.0, height - legend.height() - 8);
    }

    private void paintCurves(Canvas window) {
        CurvePainter painter = new CurvePainter(window, x, y, plot.width, plot.height);
        List<Color> colours = Look.colours(curves);
        for (int k = 0; k < curves.size(); k++) {
            painter.paint(curves.get(k), colours.get(k));
        }
    }

    private void paintMarks(List<Double> horizontal, List<Double> vertical, int length) {
        if (!panel.x().title().isEmpty()) {
            horizontal.forEach(tick -> vertical(tick, plot.y + plot.height, plot.y + plot.height + length, Look.FRAME));
        }
        if (!panel.y().title().isEmpty()) {
            vertical.forEach(tick -> horizontal(tick, plot.x - length, plot.x, Look.FRAME));
        }
    }

    private void paintNumbers() {
        double ascent = new Letters(look.numberFont()).ascent();
        if (!panel.x().title().isEmpty()) {
            for (double tick : xTicks.numbered()) {
                canvas.write(Ticks.text(tick), look.numberFont(), Look.TEXT, Canvas.Anchor.MIDDLE,
                    across(tick), plot.y + plot.height + MARK + ascent + 2);
            }
        }
        if (!panel.y().title().isEmpty()) {
            for (double tick : yTicks.numbered()) {
                canvas.write(Ticks.text(tick), look.numberFont(), Look.TEXT, Canvas.Anchor.END,
                    plot.x - MARK - 5, down(tick) + ascent * 0.38);
            }
        }
    }

    private void paintTitles() {
        Letters letters = new Letters(look.axisFont());
        canvas.write(panel.x().title(), look.axisFont(), Look.TEXT, Canvas.Anchor.MIDDLE,
            plot.getCenterX(), plot.y + plot.height + look.below() - letters.descent() - 4);
        canvas.writeUpwards(panel.y().title(), look.axisFont(), Look.TEXT, Canvas.Anchor.MIDDLE,
            letters.ascent() + 3, plot.getCenterY());
        canvas.write(panel.title(), look.titleFont(), Look.TEXT, Canvas.Anchor.MIDDLE,
            plot.getCenterX(), plot.y - new Letters(look.titleFont()).descent() - 6);
    }

    private void vertical(double tick, double from, double to, Color colour) {
        canvas.draw(new Line2D.Double(across(tick), from, across(tick), to), Look.THIN, colour);
    }

    private void horizontal(double tick, double from, double to, Color colour) {
        canvas.draw(new Line2D.Double(from, down(tick), to, down(tick)), Look.THIN, colour);
    }

    private double across(double value) {
        return plot.x + x.share(value) * plot.width;
    }

    private double down(double value) {
        return plot.y + (1 - y.share(value)) * plot.height;
    }
}
