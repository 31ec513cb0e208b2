package org.chirpmill.plot;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.font.LineMetrics;

/** How much room the letters of a font take, in pixels. */
record Letters(Font font) {
    private static final FontRenderContext SMOOTH = new FontRenderContext(null, true, false);

    double width(String text) {
        return font.getStringBounds(text, SMOOTH).getWidth();
    }

    /** From the baseline up. */
    double ascent() {
        return metrics().getAscent();
    }

    /** From the baseline down. */
    double descent() {
        return metrics().getDescent();
    }

    /** From a line to the next. */
    double height() {
        return metrics().getHeight();
    }

    private LineMetrics metrics() {
        return font.getLineMetrics("x", SMOOTH);
    }
}
