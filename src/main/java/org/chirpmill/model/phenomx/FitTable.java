package org.chirpmill.model.phenomx;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.NoSuchElementException;

/**
 * The fits of one text resource of this package.
 *
 * @param resource the file's name
 * @param fits by name, in the file's order
 */
public record FitTable(String resource, Map<String, Fit> fits) {
    /** Reads a resource, which is written as its own head and {@link FitReader} say. */
    public static FitTable read(String resource) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                FitTable.class.getResourceAsStream(resource), StandardCharsets.UTF_8))) {
            return new FitTable(resource, new FitReader(resource).fits(reader.lines()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The fit of the given name. */
    public Fit fit(String name) {
        Fit fit = fits.get(name);
        if (fit == null) {
            throw new NoSuchElementException(resource + " has no fit " + name);
        }
        return fit;
    }
}
