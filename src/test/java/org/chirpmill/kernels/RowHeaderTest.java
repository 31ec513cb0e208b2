package org.chirpmill.kernels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chirpmill.rows.Accuracy;
import org.junit.jupiter.api.Test;

/**
 * The offsets in the coefficient rows that the device code reads are those that the Java classes declare.
 * {@code mvn test -Dtest=RowHeaderTest -Dchirpmill.update} writes the header anew.
 */
class RowHeaderTest {
    private static final Path HEADER = Path.of("kernels", "rows.h");
    private static final List<String> CLASSES = List.of(
        "taylorf2.TaylorF2Row", "phenomd.PhenomDRow", "phenomx.XasRow", "phenomx.hm.ModeRow", "phenomx.hm.MixedRow",
        "phenomx.hm.CoprecessingRow", "phenomx.hm.XhmRow", "phenomx.precession.PrecessionRow", "phenomx.phm.XphmRow",
        "tides.TideRow", "phenomx.tidal.TidalXasRow", "phenomx.tidal.TidalXpRow");

    @Test
    void headerDeclaresTheOffsetsThatJavaDeclares() throws IOException, ReflectiveOperationException {
        String expected = header();
        if (System.getProperty("chirpmill.update") != null) {
            Files.writeString(HEADER, expected);
        }
        assertEquals(expected, Files.readString(HEADER), "run this test with -Dchirpmill.update and commit the header");
    }

    /** A tolerance that the device code tightened beyond what Java records would make records that are not so. */
    @Test
    void deviceCodeFitsPolynomialsToTheToleranceThatJavaRecords() throws IOException {
        Matcher loosest = Pattern.compile("constexpr double LOOSEST = ([0-9.e-]+);")
            .matcher(Files.readString(HostCompiler.SOURCES.resolve("fast.h")));
        assertTrue(loosest.find(), "fast.h has no LOOSEST");
        assertEquals(Accuracy.LOOSEST, Double.parseDouble(loosest.group(1)), "LOOSEST of fast.h");
        assertFalse(loosest.find(), "fast.h has two of them");
    }

    private static String header() throws ReflectiveOperationException {
        StringBuilder text = new StringBuilder("""
            // Offsets in the coefficient rows. Generated from the Java classes of the same names, which say what each
            // coefficient is: mvn test -Dtest=RowHeaderTest -Dchirpmill.update
            #pragma once
            """);
        for (String name : CLASSES) {
            Class<?> offsets = Class.forName("org.chirpmill.model." + name);
            text.append("\nstruct ").append(offsets.getSimpleName()).append(" {\n    enum : int {\n");
            for (Field field : offsets.getDeclaredFields()) {
                if (field.getType() == int.class && Modifier.isStatic(field.getModifiers())) {
                    field.setAccessible(true);
                    text.append("        ").append(field.getName()).append(" = ").append(field.getInt(null))
                        .append(",\n");
                }
            }
            text.append("    };\n};\n");
        }
        return text.toString();
    }
}
