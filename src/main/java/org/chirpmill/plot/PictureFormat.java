package org.chirpmill.plot;

import de.erichseifert.vectorgraphics2d.Processors;
import de.erichseifert.vectorgraphics2d.VectorGraphics2D;
import de.erichseifert.vectorgraphics2d.util.PageSize;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.chirpmill.files.NewFile;

/** How a picture is stored. */
public enum PictureFormat {
    /** A bitmap. */
    PNG {
        @Override
        void write(Picture picture, OutputStream out) throws IOException {
            BufferedImage image = new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_INT_RGB);
            Graphics2D canvas = image.createGraphics();
            canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            canvas.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            picture.paint(canvas);
            canvas.dispose();
            ImageIO.write(image, "png", out);
        }
    },

    /** Lines and letters, sharp at any size. */
    SVG {
        @Override
        void write(Picture picture, OutputStream out) throws IOException {
            VectorGraphics2D canvas = new VectorGraphics2D();
            picture.paint(canvas);
            ByteArrayOutputStream drawing = new ByteArrayOutputStream();
            Processors.get("svg")
                .getDocument(canvas.getCommands(), new PageSize(picture.width(), picture.height()))
                .writeTo(drawing);
            out.write(FONT.matcher(drawing.toString(StandardCharsets.UTF_8)).replaceAll("$0, sans-serif")
                .getBytes(StandardCharsets.UTF_8));
        }
    };

    /** This machine's font by its name. Where a drawing is looked at and that is missing, letters would get serifs. */
    private static final Pattern FONT = Pattern.compile("font-family:&quot;[^&]*&quot;");

    /** The endings of file names, in words. */
    public static final String ENDINGS = ".png or .svg";

    /** The format that a file's name asks for, if there is one. */
    public static Optional<PictureFormat> of(Path file) {
        String name = file.getFileName() == null ? "" : file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".png") ? Optional.of(PNG) : name.endsWith(".svg") ? Optional.of(SVG) : Optional.empty();
    }

    abstract void write(Picture picture, OutputStream out) throws IOException;

    final void write(Picture picture, Path file) throws IOException {
        try (NewFile unfinished = NewFile.beside(file)) {
            try (OutputStream out = Files.newOutputStream(unfinished.path(), StandardOpenOption.CREATE_NEW)) {
                write(picture, out);
            }
            unfinished.replace(file);
        }
    }
}
