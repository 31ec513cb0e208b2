package org.chirpmill.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.Color;
import java.awt.Font;
import java.awt.Rectangle;
import java.io.IOException;
import java.util.List;
import org.chirpmill.cli.plot.SvgPicture;
import org.junit.jupiter.api.Test;

class SvgDrawingTest {
    private static final Font BOLD = new Font(Font.SANS_SERIF, Font.BOLD, 20);

    @Test
    void whatIsPaintedIsWrittenInPlainElements() {
        assertEquals("""
            <?xml version="1.0" encoding="UTF-8"?>
            <svg xmlns="http://www.w3.org/2000/svg" width="90" height="60" viewBox="0 0 90 60" font-family="sans-serif">
            <g transform="translate(3 4.5)">
            <svg x="1" y="2" width="30" height="40">
            <path d="M0 0L7 0L7 8L0 8L0 0Z" fill="#0072b2" fill-opacity="0.5"/>
            <path d="M0 0L7 0L7 8L0 8L0 0Z" fill="none" stroke="#707070" stroke-width="2" stroke-linecap="butt" \
            stroke-linejoin="round" stroke-dasharray="8 6"/>
            </svg>
            </g>
            <text x="1.67" y="0" font-size="20" font-weight="bold" text-anchor="end" fill="#202020" \
            transform="rotate(-90 1.67 0)">1/Hz</text>
            </svg>
            """, SvgDrawing.of(90, 60, canvas -> {
                Rectangle square = new Rectangle(7, 8);
                canvas.at(3, 4.5, part -> part.within(new Rectangle(1, 2, 30, 40), window -> {
                    window.fill(square, new Color(0, 0x72, 0xb2, 128));
                    window.draw(square, Look.line(Curve.Style.REFERENCE), Look.FRAME);
                }));
                canvas.writeUpwards("1/Hz", BOLD, Look.TEXT, Canvas.Anchor.END, 5 / 3.0, -1e-9);
            }));
    }

    @Test
    void aNameWithAnyCharactersIsText() throws IOException {
        String name = "</text><script>&amp;\"'\u0007\u001b[2J\ud83d\ude00\ud83d\uffff";
        String drawn = SvgDrawing.of(90, 60, canvas -> canvas.write(name, BOLD, Look.TEXT, Canvas.Anchor.START, 1, 2));
        assertEquals(List.of("</text><script>&amp;\"'\ufffd\ufffd[2J\ud83d\ude00\ufffd\ufffd"),
            SvgPicture.of(drawn).texts());
    }
}
