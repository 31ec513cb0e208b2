package org.chirpmill.plot;

import java.util.List;

/**
 * Curves over a common pair of axes.
 *
 * @param title above the panel; may be empty
 * @param x the horizontal axis
 * @param y the vertical axis
 * @param curves in the order of the legend, which is drawn below the panel where there is more than one
 */
public record Panel(String title, Axis x, Axis y, List<Curve> curves) {
    /** Copies the list. */
    public Panel {
        curves = List.copyOf(curves);
    }

    /** The same panel as one of many: without titles and numbers at the axes that its neighbours label. */
    public Panel labelled(boolean horizontally, boolean vertically) {
        return new Panel(title, horizontally ? x : x.untitled(), vertically ? y : y.untitled(), curves);
    }
}
