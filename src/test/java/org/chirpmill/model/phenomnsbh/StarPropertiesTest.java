package org.chirpmill.model.phenomnsbh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.chirpmill.model.SourceRefusedException;
import org.chirpmill.reference.ReferenceWaveforms;
import org.junit.jupiter.api.Test;

/** How stars end, beside LALSimulation's inner values (nsbh_properties.tsv). */
class StarPropertiesTest {
    /** Relative; the polynomial's roots as LALSimulation finds them are good to some 1e-14, what follows loses more. */
    private static final double TOLERANCE = 1e-12;

    private record Row(MixedBinary binary, double compactness, double radius, double torus, double tide,
        double ringdown, double mass, double spin) {
        static Row of(String line) {
            double[] n = Arrays.stream(line.split("\t")).mapToDouble(Double::parseDouble).toArray();
            return new Row(new MixedBinary(n[0], n[1], n[2], 0, n[3]), n[4], n[5], n[6], n[7], n[8], n[9], n[10]);
        }
    }

    private static List<Row> rows() throws IOException {
        try (Stream<String> lines = Files.lines(ReferenceWaveforms.resource("nsbh_properties.tsv"))) {
            return lines.filter(line -> !line.startsWith("#")).map(Row::of).toList();
        }
    }

    @Test
    void theMassSheddingRadiusIsTheLargestRootToTheLastPlaces() throws IOException {
        for (Row row : rows()) {
            assertClose(row.radius, TidalDisruption.massSheddingRadius(row.binary.massRatio(), row.binary.chiHole(),
                row.compactness), 2e-15, "radius", row);
        }
    }

    /** Where the black hole spins at the Kerr bound, the photon orbit is a double root, and may be the largest. */
    @Test
    void theRadiusOfExtremeSpinsIsTheLimitOfAlmostExtremeOnes() {
        for (double ratio : new double[] {1, 5, 40, 100}) {
            for (double spin : new double[] {1, -1}) {
                double extreme = TidalDisruption.massSheddingRadius(ratio, spin, 0.2);
                assertEquals(TidalDisruption.massSheddingRadius(ratio, spin * (1 - 1e-12), 0.2), extreme,
                    1e-5 * extreme, "mass ratio " + ratio + ", spin " + spin);
            }
        }
    }

    @Test
    void compactnessTorusTideAndRemnantAreLalsimulations() throws IOException, SourceRefusedException {
        for (Row row : rows()) {
            TidalDisruption tide = TidalDisruption.of(row.binary);
            TidalRemnant remnant = TidalRemnant.of(row.binary);
            assertClose(row.compactness, row.binary.compactness(), TOLERANCE, "compactness", row);
            assertEquals(row.torus, tide.torusMass(), TOLERANCE, "torus: " + row);
            assertClose(row.tide, tide.frequency(), TOLERANCE, "tide", row);
            assertClose(row.ringdown, remnant.ringdown(), TOLERANCE, "ringdown", row);
            assertEquals(row.spin, remnant.spin(), TOLERANCE, "spin: " + row);
            assertClose(row.ringdown, TidalRemnant.of(row.spin, row.mass).ringdown(), TOLERANCE,
                "ringdown of LALSimulation's remnant", row);
        }
    }

    @Test
    void theRowsHaveStarsThatEndInEveryWay() throws IOException, SourceRefusedException {
        Set<MergerType> met = EnumSet.noneOf(MergerType.class);
        for (Row row : rows()) {
            met.add(MergerType.of(TidalDisruption.of(row.binary), TidalRemnant.of(row.binary)));
        }
        assertEquals(EnumSet.allOf(MergerType.class), met);
    }

    private static void assertClose(double expected, double actual, double tolerance, String what, Row row) {
        assertTrue(expected == actual || Math.abs(actual - expected) <= tolerance * Math.abs(expected),
            what + " is " + actual + ", not " + expected + ": " + row);
    }
}
