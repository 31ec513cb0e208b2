package org.chirpmill.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Chirpmill's version, as the build wrote it beside this class. */
public final class Version {
    private Version() {}

    /** Such as {@code 0.2.0}. */
    public static String text() {
        try (InputStream in = Version.class.getResourceAsStream("version.properties")) {
            Properties properties = new Properties();
            properties.load(in);
            return properties.getProperty("version");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What datasets say of who wrote them. */
    public static String writer() {
        return "chirpmill=" + text();
    }
}
