package org.chirpmill.plot;

import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import org.knowm.xchart.style.markers.Marker;

/** A small round mark for clouds of thousands. */
final class Dot extends Marker {
    private static final double DIAMETER = 3;

    @Override
    public void paint(Graphics2D canvas, double x, double y, int size) {
        canvas.fill(new Ellipse2D.Double(x - DIAMETER / 2, y - DIAMETER / 2, DIAMETER, DIAMETER));
    }
}
