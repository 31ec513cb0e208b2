package org.chirpmill.plot;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.io.IOException;

/** Whether this machine can draw letters. */
final class Fonts {
    private Fonts() {}

    /**
     * Measures a letter: how a JDK without fonts complains differs with what exactly is missing.
     *
     * @throws IOException where there are none
     */
    static void require() throws IOException {
        try {
            new Font(Font.SANS_SERIF, Font.PLAIN, 10).getLineMetrics("x", new FontRenderContext(null, true, true));
        } catch (RuntimeException | LinkageError | InternalError noFonts) {
            throw new IOException("the chart could not be drawn: this machine lacks fonts or the libraries that draw "
                + "them (Debian: apt install fontconfig libfreetype6 fonts-dejavu-core)", noFonts);
        }
    }
}
