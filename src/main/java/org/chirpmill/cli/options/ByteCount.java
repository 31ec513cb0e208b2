package org.chirpmill.cli.options;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A size that is written with its unit, such as 500MB or 8GiB.
 *
 * @param bytes how many
 */
public record ByteCount(long bytes) {
    /** What is read, in words that follow "must be". */
    public static final String FORMS = "a size such as 8GiB or 500MB";

    private static final Pattern FORM = Pattern.compile("([0-9]+(?:\\.[0-9]+)?) ?([kKMGT]?)(i?)B");
    private static final List<String> UNITS = List.of("", "K", "M", "G", "T");

    /** For picocli. */
    public static final class Reader implements ITypeConverter<ByteCount> {
        @Override
        public ByteCount convert(String text) {
            Matcher matcher = FORM.matcher(text.strip());
            if (matcher.matches()) {
                double bytes = Double.parseDouble(matcher.group(1)) * StrictMath.pow(
                    matcher.group(3).isEmpty() ? 1000 : 1024, UNITS.indexOf(matcher.group(2).toUpperCase(Locale.ROOT)));
                if (bytes >= 1 && bytes < 1L << 53) {
                    return new ByteCount((long) bytes);
                }
            }
            throw new TypeConversionException("'" + text + "' is not " + FORMS);
        }
    }
}
