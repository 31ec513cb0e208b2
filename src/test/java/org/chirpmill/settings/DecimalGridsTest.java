package org.chirpmill.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Grids of decimals beside Python's decimal module and dingo-gw 0.10.3's domains (decimal_grids.txt, which
 * src/test/reference-scripts/decimal_grids.py makes).
 */
class DecimalGridsTest {
    private static final Path TRUTH = Path.of("src/test/resources/domain/decimal_grids.txt");

    @Test
    void uniformGridsHaveTheBinsOfTheirDecimalsAndAreStoredAsDingoCountsThem() throws IOException {
        int truncated = 0;
        for (String[] line : lines("uniform")) {
            String where = String.join(" ", line);
            long bins = Long.parseLong(line[4]);
            boolean dingoFallsShort = Long.parseLong(line[5]) < bins;
            DatasetSettings settings = uniform(line[1], line[2], line[3]);
            double typed = Double.parseDouble(line[2]);
            double deltaF = Double.parseDouble(line[3]);
            assertEquals(Long.parseLong(line[5]), DingoBins.bins(typed, deltaF), where);
            assertEquals(typed, settings.domain().maximumFrequency(), where);
            Object stored = settings.forDataset().get("domain.f_max");
            assertEquals(Double.parseDouble(line[6]), ((Number) stored).doubleValue(), where);
            assertEquals(bins, DingoBins.bins(Double.parseDouble(line[6]), deltaF), where);
            assertEquals(dingoFallsShort ? 1 : 0, settings.warnings().size(), where + ": " + settings.warnings());
            truncated += dingoFallsShort ? 1 : 0;
        }
        assertTrue(truncated >= 20, truncated + " grids of which dingo-gw counts too few bins");
    }

    @Test
    void whatIsStoredMeansWhatWasTypedAndSaysNothingMore() {
        DatasetSettings typed = uniform("1.0e-4", "0.06", "1.0e-5");
        String literal = typed.forDataset().toPythonLiteral();
        DatasetSettings again = DatasetSettings.of(SettingsTree.ofPythonLiteral(literal, "d.hdf5"));
        assertEquals(typed.domain(), again.domain());
        assertEquals(List.of(), again.warnings());
        assertEquals(literal, again.forDataset().toPythonLiteral());
    }

    @Test
    void itIsToldWhatDingoCounts() {
        assertEquals(List.of("domain.f_max = 0.06 is stored as 0.060000000000000005, of which dingo-gw counts all 6001 "
            + "bins of 1e-05 Hz; of 0.06 it counts 6000, in a domain_update or a noise dataset too (a.yaml, line 1)."),
            uniform("1.0e-4", "0.06", "1.0e-5").warnings());
    }

    @ParameterizedTest
    @CsvSource({"0.1, 2.35, 0.1, the nearest below being 2.3", "1, 1024.05, 0.1, the nearest below being 1024.0",
        "0.35, 0.36, 0.1, the nearest above being 0.4", "0, 1e-12, 1, the nearest above being 1.0",
        "1e-4, 0.060001, 1e-5, the nearest below being 0.06"})
    void aTrueNonMultipleIsOfferedTheNearest(String minimum, String maximum, String deltaF, String offer) {
        String said = assertThrows(SettingsException.class, () -> uniform(minimum, maximum, deltaF)).getMessage();
        assertTrue(said.contains(" Hz, " + offer + " (a.yaml"), said);
    }

    @Test
    void multibandedGridsAreCountedAndRefusedAsDingoDoesAndDifferencesAreTold() throws IOException {
        int told = 0;
        for (String[] line : lines("multibanded")) {
            String where = String.join(" ", line);
            boolean refused = line[5].equals("refused");
            if (refused) {
                assertThrows(SettingsException.class, () -> multibanded(line[1], line[2], line[3]), where);
                continue;
            }
            DatasetSettings settings = multibanded(line[1], line[2], line[3]);
            DomainSettings.Multibanded domain = (DomainSettings.Multibanded) settings.domain();
            assertEquals(line[5], domain.bands().stream().map(band -> String.valueOf(band.bins()))
                .collect(Collectors.joining(",")), where);
            boolean differs = !line[4].equals(line[5]);
            assertEquals(differs, settings.warnings().stream().anyMatch(said -> said.contains("single precision")),
                where + ": " + settings.warnings());
            // In decimals every band is whole.
            assertTrue(settings.warnings().stream().noneMatch(said -> said.contains("no whole number")), where);
            told += differs ? 1 : 0;
        }
        assertTrue(told >= 2, told + " grids that single precision counts otherwise");
    }

    @Test
    void aBaseSpacingEndsTheBaseGridOnTheLastNodesDecimals() {
        assertEquals(64.2, multibanded("0.2", "0.4", "59.8,64.2").domain().maximumFrequency());
        assertEquals(64.0, multibanded("0.25", "0.5", "60,63.9").domain().maximumFrequency());
    }

    /** Each band is twice as wide as the one before: of 1,200 the last are wider than any number. */
    @Test
    void bandsBeyondAllNumbersHaveNoBins() {
        String nodes = IntStream.range(0, 1200).mapToObj(node -> String.valueOf(20 + 0.5 * node))
            .collect(Collectors.joining(","));
        DomainSettings.Multibanded domain = (DomainSettings.Multibanded) multibanded("0.5", "0.5", nodes).domain();
        assertEquals(1, domain.bands().getFirst().bins());
        assertEquals(0, domain.bands().getLast().bins());
    }

    private static DatasetSettings uniform(String minimum, String maximum, String deltaF) {
        return settings("{type: UniformFrequencyDomain, f_min: " + minimum + ", f_max: " + maximum + ", delta_f: "
            + deltaF + "}");
    }

    private static DatasetSettings multibanded(String base, String initial, String nodes) {
        return settings("{type: MultibandedFrequencyDomain, nodes: [" + nodes + "], delta_f_initial: " + initial
            + ", base_delta_f: " + base + "}");
    }

    private static DatasetSettings settings(String domain) {
        return SettingsTexts.read("{domain: " + domain + ", waveform_generator: {approximant: IMRPhenomD, f_ref: 20}}");
    }

    private static List<String[]> lines(String kind) throws IOException {
        List<String[]> lines = new ArrayList<>();
        for (String line : Files.readAllLines(TRUTH)) {
            if (line.startsWith(kind + " ")) {
                lines.add(line.split(" "));
            }
        }
        assertTrue(lines.size() >= 50, lines.size() + " lines of " + kind);
        return lines;
    }
}
