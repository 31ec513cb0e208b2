package org.chirpmill.plot;

import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.util.List;

/** Draws one panel: grid, curves, frame, numbers, titles, legend. */
final class PanelPainter {
    private static final int MARK = 7;
    private static final int MINOR_MARK = 4;

    private final Graphics2D canvas;
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

    PanelPainter(Graphics2D canvas, Panel panel, int width, int height) {
        this.canvas = canvas;
        this.panel = panel;
        this.height = height;
        look = Look.of(width);
        curves = panel.curves().stream().map(curve -> curve.shownOn(panel.x(), panel.y())).toList();
        x = Scale.of(panel.x(), curves.stream().map(Curve::x).toList(), false);
        y = Scale.of(panel.y(), curves.stream().map(Curve::y).toList(), true);
        legend = new Legend(canvas, look, panel.curves(), width - look.left() - look.right());
        int top = panel.title().isEmpty() && !look.isSmall() ? look.top() / 2 : look.top();
        plot = new Rectangle(look.left(), top, width - look.left() - look.right(),
            height - top - look.below() - legend.height());
        xTicks = Ticks.of(x, look.isSmall() ? 5 : 8);
        yTicks = Ticks.of(y, look.isSmall() ? 5 : 6);
    }

    void paint() {
        canvas.setStroke(Look.THIN);
        canvas.setColor(Look.GRID);
        xTicks.numbered().forEach(tick -> vertical(tick, plot.y, plot.y + plot.height));
        yTicks.numbered().forEach(tick -> horizontal(tick, plot.x, plot.x + plot.width));
        paintCurves();
        canvas.setStroke(Look.THIN);
        canvas.setColor(Look.FRAME);
        canvas.draw(plot);
        paintMarks(xTicks.numbered(), yTicks.numbered(), MARK);
        paintMarks(xTicks.minor(), yTicks.minor(), MINOR_MARK);
        paintNumbers();
        paintTitles();
        legend.paint(canvas, plot.x + plot.width / 2, height - legend.height() - 8);
    }

    private void paintCurves() {
        Graphics2D part = (Graphics2D) canvas.create();
        part.translate(plot.x, plot.y);
        part.clip(new Rectangle(0, 0, plot.width, plot.height));
        Curves.chart(curves, x, y, plot.width, plot.height).paint(part, plot.width, plot.height);
        part.dispose();
    }

    private void paintMarks(List<Double> horizontal, List<Double> vertical, int length) {
        if (!panel.x().title().isEmpty()) {
            horizontal.forEach(tick -> vertical(tick, plot.y + plot.height, plot.y + plot.height + length));
        }
        if (!panel.y().title().isEmpty()) {
            vertical.forEach(tick -> horizontal(tick, plot.x - length, plot.x));
        }
    }

    private void paintNumbers() {
        FontMetrics letters = canvas.getFontMetrics(look.numberFont());
        canvas.setFont(look.numberFont());
        canvas.setColor(Look.TEXT);
        if (!panel.x().title().isEmpty()) {
            for (double tick : xTicks.numbered()) {
                String text = Ticks.text(tick);
                canvas.drawString(text, (float) (across(tick) - letters.stringWidth(text) / 2.0),
                    plot.y + plot.height + MARK + letters.getAscent() + 2);
            }
        }
        if (!panel.y().title().isEmpty()) {
            for (double tick : yTicks.numbered()) {
                String text = Ticks.text(tick);
                canvas.drawString(text, plot.x - MARK - 5 - letters.stringWidth(text),
                    (float) (down(tick) + letters.getAscent() * 0.38));
            }
        }
    }

    private void paintTitles() {
        FontMetrics letters = canvas.getFontMetrics(look.axisFont());
        canvas.setFont(look.axisFont());
        String below = panel.x().title();
        canvas.drawString(below, plot.x + (plot.width - letters.stringWidth(below)) / 2,
            plot.y + plot.height + look.below() - letters.getDescent() - 4);
        String beside = panel.y().title();
        AffineTransform upright = canvas.getTransform();
        canvas.translate(letters.getAscent() + 3,
            plot.y + (plot.height + letters.stringWidth(beside)) / 2);
        canvas.rotate(-Math.PI / 2);
        canvas.drawString(beside, 0, 0);
        canvas.setTransform(upright);
        FontMetrics bold = canvas.getFontMetrics(look.titleFont());
        canvas.setFont(look.titleFont());
        canvas.drawString(panel.title(), plot.x + (plot.width - bold.stringWidth(panel.title())) / 2,
            plot.y - bold.getDescent() - 6);
    }

    private void vertical(double tick, double from, double to) {
        canvas.draw(new Line2D.Double(across(tick), from, across(tick), to));
    }

    private void horizontal(double tick, double from, double to) {
        canvas.draw(new Line2D.Double(from, down(tick), to, down(tick)));
    }

    private double across(double value) {
        return plot.x + x.share(value) * plot.width;
    }

    private double down(double value) {
        return plot.y + (1 - y.share(value)) * plot.height;
    }
}
