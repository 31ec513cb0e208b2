package org.chirpmill.numbers;

import java.util.Locale;

/** Sizes and times as people read them. */
public final class Quantity {
    private static final String[] BYTE_UNITS = {"B", "kB", "MB", "GB", "TB", "PB", "EB"};

    private Quantity() {}

    /** A number of bytes, in powers of 1000. */
    public static String bytes(double bytes) {
        int unit = 0;
        while (bytes >= 1000 && unit < BYTE_UNITS.length - 1) {
            bytes /= 1000;
            unit++;
        }
        return String.format(Locale.ROOT, bytes < 10 && unit > 0 ? "%.1f %s" : "%.0f %s", bytes, BYTE_UNITS[unit]);
    }

    /** A number of which three digits matter. */
    public static String number(double number) {
        return String.format(Locale.ROOT, number >= 100 || number == 0 ? "%,.0f" : "%.3g", number);
    }

    /** A number of seconds. */
    public static String duration(double seconds) {
        if (seconds < 120) {
            return String.format(Locale.ROOT, "%.1f s", seconds);
        }
        return seconds < 7200
            ? String.format(Locale.ROOT, "%.0f min", seconds / 60)
            : String.format(Locale.ROOT, "%.1f h", seconds / 3600);
    }
}
