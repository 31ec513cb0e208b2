package org.chirpmill.plot;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.chirpmill.files.NewFile;

/** How a picture is stored. */
public enum PictureFormat {
    /** A bitmap. */
    PNG {
        @Override
        void write(Picture picture, OutputStream out) throws IOException {
            ImageIO.write(Bitmap.of(picture.width(), picture.height(), picture::paint), "png", out);
        }
    },

    /** Lines and letters, sharp at any size. */
    SVG {
        @Override
        void write(Picture picture, OutputStream out) throws IOException {
            out.write(SvgDrawing.of(picture.width(), picture.height(), picture::paint).getBytes(UTF_8));
        }
    };

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
