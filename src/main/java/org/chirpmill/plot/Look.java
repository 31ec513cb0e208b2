package org.chirpmill.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.geom.Ellipse2D;
import java.util.ArrayList;
import java.util.List;

/**
 * Letters, lines and colours of a panel.
 *
 * @param letters size of titles, pixels
 * @param numbers size of the numbers at ticks and of the legend, pixels
 * @param left room beside the plot for numbers and a title, pixels
 * @param top room above it
 * @param below room for numbers and a title below it, without the legend
 * @param right room on the other side
 */
record Look(int letters, int numbers, int left, int top, int below, int right) {
    static final Color TEXT = new Color(0x202020);
    static final Color FRAME = new Color(0x707070);
    static final Color GRID = new Color(0xdedede);
    static final BasicStroke THIN = new BasicStroke(1);
    /** Diameter of what marks a measurement, pixels. */
    static final double MARK = 10;

    /** Colours that also colour-blind readers tell apart (Okabe and Ito 2008), the most distinct first. */
    private static final Color[] PALETTE = {
        new Color(0x0072b2), new Color(0xd55e00), new Color(0x009e73), new Color(0xcc79a7), new Color(0xe69f00),
        new Color(0x56b4e9), new Color(0x000000)
    };
    private static final int NARROW = 500;

    /** A panel that is one of many has smaller letters, which must leave room for its curves. */
    static Look of(int panelWidth) {
        return panelWidth < NARROW ? new Look(20, 18, 90, 34, 68, 14) : new Look(24, 22, 150, 56, 84, 40);
    }

    /** Whether the panel is one of many. */
    boolean isSmall() {
        return letters < 24;
    }

    /** The colours of curves: those to compare with are grey, the others differ. */
    static List<Color> colours(List<Curve> curves) {
        List<Color> colours = new ArrayList<>();
        int number = 0;
        for (Curve curve : curves) {
            colours.add(curve.style() == Curve.Style.REFERENCE ? FRAME : PALETTE[number++ % PALETTE.length]);
        }
        return colours;
    }

    /** A round mark about a point. */
    static Ellipse2D spot(double x, double y, double diameter) {
        return new Ellipse2D.Double(x - diameter / 2, y - diameter / 2, diameter, diameter);
    }

    static BasicStroke line(Curve.Style style) {
        return style == Curve.Style.REFERENCE
            ? new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] {8, 6}, 0)
            : new BasicStroke(2.6f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    }

    Font titleFont() {
        return new Font(Font.SANS_SERIF, Font.BOLD, letters);
    }

    Font axisFont() {
        return new Font(Font.SANS_SERIF, Font.PLAIN, letters);
    }

    Font numberFont() {
        return new Font(Font.SANS_SERIF, Font.PLAIN, numbers);
    }
}
