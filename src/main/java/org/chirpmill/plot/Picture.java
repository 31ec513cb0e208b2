package org.chirpmill.plot;

import java.awt.Color;
import java.awt.Font;
import java.awt.Rectangle;
import java.awt.font.FontRenderContext;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Panels in rows and columns, as an image file.
 *
 * @param columns how many panels stand side by side
 * @param panelWidth of each panel, pixels
 * @param panelHeight of each panel, pixels
 * @param overlap how far neighbours' margins lie on each other, pixels: those of panels without numbers are empty
 * @param panels row by row, null where a place stays empty
 */
public record Picture(int columns, int panelWidth, int panelHeight, int overlap, List<Panel> panels) {
    private static final int WIDTH = 1200;
    private static final int SMALL = 400;
    private static final int SMALL_OVERLAP = 90;

    /** Copies the list. */
    public Picture {
        panels = Collections.unmodifiableList(new ArrayList<>(panels));
    }

    /** Panels below each other, of a size that stays legible at half of it. */
    public static Picture stacked(Panel... panels) {
        return new Picture(1, WIDTH, panels.length == 1 ? 720 : 560, 0, Arrays.asList(panels));
    }

    /** Small panels in so many columns, of which only those at the left and at the bottom have numbers. */
    public static Picture matrix(int columns, List<Panel> panels) {
        return new Picture(columns, SMALL, SMALL, SMALL_OVERLAP, panels);
    }

    /**
     * Draws the picture into a file whose name says the format, replacing a file that is there.
     *
     * @throws IOException where it cannot be written, or this machine has no fonts to draw letters with
     */
    public void write(Path file) throws IOException {
        System.setProperty("java.awt.headless", "true");
        requireFonts();
        PictureFormat.of(file).orElseThrow(() -> new IOException(file + " names no picture: use "
            + PictureFormat.ENDINGS)).write(this, file);
    }

    int width() {
        return columns * (panelWidth - overlap) + overlap;
    }

    int height() {
        return (panels.size() + columns - 1) / columns * (panelHeight - overlap) + overlap;
    }

    void paint(Canvas canvas) {
        canvas.fill(new Rectangle(width(), height()), Color.WHITE);
        for (int place = 0; place < panels.size(); place++) {
            Panel panel = panels.get(place);
            if (panel != null) {
                canvas.at(place % columns * (panelWidth - overlap), place / columns * (panelHeight - overlap),
                    part -> new PanelPainter(part, panel, panelWidth, panelHeight).paint());
            }
        }
    }

    /** Measures a letter: how a JDK without fonts complains differs with what exactly is missing. */
    private static void requireFonts() throws IOException {
        try {
            new Font(Font.SANS_SERIF, Font.PLAIN, 10).getLineMetrics("x", new FontRenderContext(null, true, true));
        } catch (RuntimeException | LinkageError | InternalError noFonts) {
            throw new IOException("the chart could not be drawn: this machine lacks fonts or the libraries that draw "
                + "them (Debian: apt install fontconfig libfreetype6 fonts-dejavu-core)", noFonts);
        }
    }
}
