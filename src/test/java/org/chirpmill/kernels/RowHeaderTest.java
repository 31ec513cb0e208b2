package org.chirpmill.kernels;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The offsets in the coefficient rows that the device code reads are those that the Java classes declare.
 * {@code mvn test -Dtest=RowHeaderTest -Dchirpmill.update} writes the header anew.
 */
class RowHeaderTest {
    private static final List<String> CLASSES = List.of(
        "taylorf2.TaylorF2Row", "phenomd.PhenomDRow", "phenomx.XasRow", "phenomx.hm.ModeRow",
        "phenomx.hm.MixedRow", "phenomx.hm.CoprecessingRow", "phenomx.hm.XhmRow",
        "phenomx.precession.PrecessionRow", "phenomx.precession.AngleTableRow", "phenomx.phm.XphmRow",
        "tides.TideRow", "phenomx.hm.FirstReleaseRow", "phenomx.hm.FirstModeRow", "phenomx.pnr.AngleMapRow",
        "phenomx.pnr.AntisymmetricRow", "phenomx.pnr.PnrRow", "phenomx.tidal.TidalXasRow",
        "phenomx.tidal.TidalXpRow", "phenomp.Pv2TwistRow", "phenomp.Pv2Row", "phenomd.tidal.TidalDRow",
        "phenomp.TidalPv2Row");

    @Test
    void headerDeclaresTheOffsetsThatJavaDeclares() throws IOException, ReflectiveOperationException {
        GeneratedHeader.require("rows.h", header());
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
