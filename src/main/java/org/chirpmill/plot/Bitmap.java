package org.chirpmill.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.image.BufferedImage;
import java.util.function.Consumer;

/** Paints pixels. */
record Bitmap(Graphics2D graphics) implements Canvas {
    /** An image with smooth lines and letters of what is painted. */
    static BufferedImage of(int width, int height, Consumer<Canvas> contents) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        contents.accept(new Bitmap(graphics));
        graphics.dispose();
        return image;
    }

    @Override
    public void draw(Shape outline, BasicStroke stroke, Color colour) {
        graphics.setColor(colour);
        graphics.setStroke(stroke);
        graphics.draw(outline);
    }

    @Override
    public void fill(Shape outline, Color colour) {
        graphics.setColor(colour);
        graphics.fill(outline);
    }

    @Override
    public void write(String text, Font font, Color colour, Anchor anchor, double x, double y) {
        double width = new Letters(font).width(text);
        double left = switch (anchor) {
            case START -> x;
            case MIDDLE -> x - width / 2;
            case END -> x - width;
        };
        graphics.setColor(colour);
        graphics.setFont(font);
        graphics.drawString(text, (float) left, (float) y);
    }

    @Override
    public void writeUpwards(String text, Font font, Color colour, Anchor anchor, double x, double y) {
        at(x, y, upright -> {
            ((Bitmap) upright).graphics.rotate(-Math.PI / 2);
            upright.write(text, font, colour, anchor, 0, 0);
        });
    }

    @Override
    public void at(double x, double y, Consumer<Canvas> contents) {
        Graphics2D part = (Graphics2D) graphics.create();
        part.translate(x, y);
        contents.accept(new Bitmap(part));
        part.dispose();
    }

    @Override
    public void within(Rectangle window, Consumer<Canvas> contents) {
        at(window.x, window.y, part -> {
            ((Bitmap) part).graphics.clipRect(0, 0, window.width, window.height);
            contents.accept(part);
        });
    }
}
