package org.chirpmill.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Rectangle;
import java.awt.Shape;
import java.awt.geom.PathIterator;
import java.math.BigDecimal;
import java.util.function.Consumer;

/**
 * Writes the elements of an SVG drawing (Scalable Vector Graphics 1.1). The same picture is the same text: coordinates
 * have two digits, and letters no font but the viewer's own without serifs.
 */
record SvgDrawing(StringBuilder text) implements Canvas {
    private static final String[] COMMANDS = {"M", "L", "Q", "C", "Z"};
    private static final int[] COORDINATES = {2, 2, 4, 6, 0};
    private static final String[] CAPS = {"butt", "round", "square"};
    private static final String[] JOINS = {"miter", "round", "bevel"};
    private static final String[] ANCHORS = {"start", "middle", "end"};

    /** The file of what is painted. */
    static String of(int width, int height, Consumer<Canvas> contents) {
        SvgDrawing drawing = new SvgDrawing(new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"));
        drawing.text.append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"").append(width)
            .append("\" height=\"").append(height).append("\" viewBox=\"0 0 ").append(width).append(' ')
            .append(height).append("\" font-family=\"sans-serif\">\n");
        contents.accept(drawing);
        return drawing.text.append("</svg>\n").toString();
    }

    @Override
    public void draw(Shape outline, BasicStroke stroke, Color colour) {
        path(outline).append(" fill=\"none\"");
        paint("stroke", colour);
        attribute("stroke-width", number(stroke.getLineWidth()));
        attribute("stroke-linecap", CAPS[stroke.getEndCap()]);
        attribute("stroke-linejoin", JOINS[stroke.getLineJoin()]);
        if (stroke.getDashArray() != null) {
            text.append(" stroke-dasharray=\"");
            for (float dash : stroke.getDashArray()) {
                text.append(number(dash)).append(' ');
            }
            text.setCharAt(text.length() - 1, '"');
        }
        text.append("/>\n");
    }

    @Override
    public void fill(Shape outline, Color colour) {
        path(outline);
        paint("fill", colour);
        text.append("/>\n");
    }

    @Override
    public void write(String words, Font font, Color colour, Anchor anchor, double x, double y) {
        write(words, font, colour, anchor, x, y, "");
    }

    @Override
    public void writeUpwards(String words, Font font, Color colour, Anchor anchor, double x, double y) {
        write(words, font, colour, anchor, x, y,
            " transform=\"rotate(-90 " + number(x) + " " + number(y) + ")\"");
    }

    private void write(
            String words, Font font, Color colour, Anchor anchor, double x, double y, String transform) {
        text.append("<text");
        attribute("x", number(x));
        attribute("y", number(y));
        attribute("font-size", number(font.getSize2D()));
        if (font.isBold()) {
            attribute("font-weight", "bold");
        }
        attribute("text-anchor", ANCHORS[anchor.ordinal()]);
        paint("fill", colour);
        text.append(transform).append('>').append(escaped(words)).append("</text>\n");
    }

    @Override
    public void at(double x, double y, Consumer<Canvas> contents) {
        text.append("<g transform=\"translate(").append(number(x)).append(' ').append(number(y)).append(")\">\n");
        contents.accept(this);
        text.append("</g>\n");
    }

    /** A drawing within the drawing, which shows nothing beyond its edges. */
    @Override
    public void within(Rectangle window, Consumer<Canvas> contents) {
        text.append("<svg");
        attribute("x", number(window.x));
        attribute("y", number(window.y));
        attribute("width", number(window.width));
        attribute("height", number(window.height));
        text.append(">\n");
        contents.accept(this);
        text.append("</svg>\n");
    }

    private StringBuilder path(Shape outline) {
        text.append("<path d=\"");
        double[] points = new double[6];
        for (PathIterator part = outline.getPathIterator(null); !part.isDone(); part.next()) {
            int kind = part.currentSegment(points);
            text.append(COMMANDS[kind]);
            for (int k = 0; k < COORDINATES[kind]; k++) {
                text.append(k == 0 ? "" : " ").append(number(points[k]));
            }
        }
        return text.append('"');
    }

    private void paint(String what, Color colour) {
        attribute(what, String.format("#%06x", colour.getRGB() & 0xffffff));
        if (colour.getAlpha() < 255) {
            attribute(what + "-opacity", number(colour.getAlpha() / 255.0));
        }
    }

    private void attribute(String name, String value) {
        text.append(' ').append(name).append("=\"").append(value).append('"');
    }

    private static String number(double value) {
        return BigDecimal.valueOf(Math.round(100 * value), 2).stripTrailingZeros().toPlainString();
    }

    /** Names of files may have characters that XML gives a meaning or does not allow (XML 1.0, section 2.2). */
    private static String escaped(String words) {
        StringBuilder escaped = new StringBuilder();
        words.codePoints().forEach(letter -> {
            switch (letter) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                default -> escaped.appendCodePoint(isAllowed(letter) ? letter : '\ufffd');
            }
        });
        return escaped.toString();
    }

    private static boolean isAllowed(int letter) {
        return letter >= ' ' && letter != 0xfffe && letter != 0xffff && (letter < 0xd800 || letter > 0xdfff);
    }
}
