package org.chirpmill.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Rectangle;
import java.awt.Shape;
import java.util.function.Consumer;

/** What a picture is painted on, in pixels from the upper left corner. */
interface Canvas {
    /** Which end of a text stands at the place that it is written at. */
    enum Anchor { START, MIDDLE, END }

    /** Paints along an outline. */
    void draw(Shape outline, BasicStroke stroke, Color colour);

    /** Paints what an outline encloses. */
    void fill(Shape outline, Color colour);

    /** Writes on a baseline through (x, y). */
    void write(String text, Font font, Color colour, Anchor anchor, double x, double y);

    /** The same from the bottom to the top. */
    void writeUpwards(String text, Font font, Color colour, Anchor anchor, double x, double y);

    /** Paints something whose origin is at (x, y). */
    void at(double x, double y, Consumer<Canvas> contents);

    /** The same, seen through a window whose upper left corner is the origin. */
    void within(Rectangle window, Consumer<Canvas> contents);
}
