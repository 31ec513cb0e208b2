package org.chirpmill.model.phenomx.pnr;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.chirpmill.domain.FrequencyGrid;
import org.chirpmill.model.EvaluationFrame;
import org.chirpmill.model.ModeModuli;
import org.chirpmill.model.ModelOptions;
import org.chirpmill.model.SourceRefusedException;
import org.chirpmill.reference.ReferenceWaveforms;
import org.chirpmill.source.SourceParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.jr.ob.JSON;

/** The moduli of the co-precessing modes that are shown, against those that LALSimulation twists. */
class PnrModuliTest {
    /** LALSimulation's name of a mode, ours, and what it may differ by: see {@link CoprecessingModesTest}. */
    private record Mode(String digits, String name, double tolerance) {}

    private static final List<Mode> MODES = List.of(new Mode("22", "(2, 2)", 1e-9), new Mode("21", "(2, 1)", 2e-7),
        new Mode("33", "(3, 3)", 2e-7), new Mode("32", "(3, 2)", 3e-6), new Mode("44", "(4, 4)", 1e-7),
        new Mode("22a", PhenomPnr.ANTISYMMETRIC, 1e-6));

    private static PhenomPnr model(TunedVersion version) {
        return version == TunedVersion.XO4A ? PhenomPnr.ofXO4a() : PhenomPnr.ofXPNR();
    }

    private static double[] numbers(Object list) {
        return ((List<?>) list).stream().mapToDouble(number -> ((Number) number).doubleValue()).toArray();
    }

    private static SourceParameters source(Map<?, ?> input) {
        double[] values = List.of("mass_1", "mass_2", "spin_1x", "spin_1y", "spin_1z", "spin_2x", "spin_2y", "spin_2z",
            "luminosity_distance").stream().mapToDouble(name -> ((Number) input.get(name)).doubleValue()).toArray();
        return new SourceParameters(values[0], values[1], values[2], values[3], values[4], values[5], values[6],
            values[7], 0, 0, values[8], 0, 0);
    }

    private static FrequencyGrid grid(Map<?, ?> row) {
        if (row.containsKey("frequencies")) {
            return FrequencyGrid.ofSamples(numbers(row.get("frequencies")));
        }
        double deltaF = ((Number) row.get("delta_f")).doubleValue();
        int bins = (int) Math.round(((Number) row.get("f_max")).doubleValue() / deltaF) + 1;
        return new FrequencyGrid(IntStream.range(0, bins).mapToDouble(bin -> bin * deltaF).toArray(),
            (int) Math.round(((Number) row.get("f_min")).doubleValue() / deltaF), deltaF);
    }

    @ParameterizedTest
    @EnumSource(TunedVersion.class)
    void areThoseThatLalsimulationTwists(TunedVersion version) throws IOException, SourceRefusedException {
        int compared = 0;
        for (Object each : JSON.std.listFrom(
                Files.readString(ReferenceWaveforms.resource("phenomx_pnr_stages.json")))) {
            Map<?, ?> row = (Map<?, ?>) each;
            if (version.approximant().equals("IMRPhenom" + row.get("model"))) {
                FrequencyGrid grid = grid(row);
                Map<String, double[]> moduli = model(version).moduli(
                    source((Map<?, ?>) row.get("input")), new EvaluationFrame((double) row.get("f_ref"), grid));
                Map<?, ?> modes = (Map<?, ?>) row.get("modes");
                for (Mode mode : MODES) {
                    Optional<Object> theirs = Optional.ofNullable(modes.get(mode.digits));
                    if (theirs.isPresent()) {
                        compared++;
                        compare(row.get("name") + ", " + mode, grid, moduli.get(mode.name), ((List<?>) ((Map<?, ?>)
                            theirs.get()).get("h_coprec")).stream().map(PnrModuliTest::numbers).toList(),
                            mode.tolerance);
                    } else {
                        assertArrayEquals(new double[grid.bins()], moduli.get(mode.name), mode + " is absent");
                    }
                }
            }
        }
        assertEquals(15 * MODES.size() - 1, compared, "one of them has no spin in the orbital plane");
    }

    private static void compare(
            String where, FrequencyGrid grid, double[] ours, List<double[]> theirs, double tolerance) {
        double peak = theirs.stream().mapToDouble(h -> Math.hypot(h[0], h[1])).max().orElseThrow();
        // The Nyquist frequency is empty in what dingo-gw gets of a uniform grid.
        int end = theirs.size() - (grid.isUniform() ? 1 : 0);
        for (int k = 0; k < end; k++) {
            double modulus = Math.hypot(theirs.get(k)[0], theirs.get(k)[1]);
            double found = ours[grid.firstBin() + k];
            assertTrue(Math.abs(found - modulus) <= tolerance * peak, String.format(Locale.ROOT,
                "%s at %s Hz: %.8e, LALSimulation %.8e, %.1e of the peak", where,
                grid.frequencies()[grid.firstBin() + k], found, modulus, Math.abs(found - modulus) / peak));
        }
    }

    @Test
    void modesThatAreNotSelectedVanish() throws SourceRefusedException {
        ModeModuli model = (ModeModuli) PhenomPnr.ofXO4a().with(
            new ModelOptions(List.of(new ModelOptions.Mode(3, 3)), OptionalInt.empty()));
        EvaluationFrame frame = new EvaluationFrame(20, FrequencyGrid.ofSamples(new double[] {30, 60, 90}));
        Map<String, double[]> moduli = model.moduli(
            new SourceParameters(40, 20, 0.4, 0.1, 0.2, 0.1, -0.3, 0.1, 0.5, 0, 500, 0, 0), frame);
        moduli.forEach((name, modulus) -> assertTrue(Arrays.stream(modulus).allMatch(
            value -> name.equals("(3, 3)") ? value > 0 : value == 0), () -> name + " " + Arrays.toString(modulus)));
        assertEquals(MODES.size(), moduli.size());
    }
}
