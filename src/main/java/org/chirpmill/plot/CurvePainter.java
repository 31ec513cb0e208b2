package org.chirpmill.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Path2D;

/**
 * Paints curves into a plot.
 *
 * @param canvas whose origin is the plot's upper left corner
 * @param x along the plot
 * @param y from its bottom to its top
 * @param width of the plot, pixels
 * @param height of the plot, pixels
 */
record CurvePainter(Canvas canvas, Scale x, Scale y, int width, int height) {
    private static final double DOT = 3;
    private static final int DOT_ALPHA = 110;
    private static final int AREA_ALPHA = 70;

    void paint(Curve curve, Color colour) {
        double[] across = x.shares(curve.x());
        double[] down = y.shares(curve.y());
        for (int k = 0; k < across.length; k++) {
            across[k] *= width;
            down[k] = (1 - down[k]) * height;
        }
        BasicStroke stroke = Look.line(curve.style());
        switch (curve.style()) {
            case LINE, REFERENCE -> canvas.draw(line(across, down), stroke, colour);
            case MARKED -> {
                canvas.draw(line(across, down), stroke, colour);
                spots(across, down, Look.MARK, colour);
            }
            case DOTS -> spots(across, down, DOT, translucent(colour, DOT_ALPHA));
            case AREA -> {
                canvas.fill(area(across, down), translucent(colour, AREA_ALPHA));
                canvas.draw(line(across, down), stroke, colour);
            }
        }
    }

    private static Path2D line(double[] across, double[] down) {
        Path2D line = new Path2D.Double();
        line.moveTo(across[0], down[0]);
        for (int k = 1; k < across.length; k++) {
            line.lineTo(across[k], down[k]);
        }
        return line;
    }

    /** What lies between a line and the bottom. */
    private Path2D area(double[] across, double[] down) {
        Path2D area = line(across, down);
        area.lineTo(across[across.length - 1], height);
        area.lineTo(across[0], height);
        area.closePath();
        return area;
    }

    private void spots(double[] across, double[] down, double diameter, Color colour) {
        for (int k = 0; k < across.length; k++) {
            canvas.fill(Look.spot(across[k], down[k], diameter), colour);
        }
    }

    private static Color translucent(Color colour, int alpha) {
        return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), alpha);
    }
}
