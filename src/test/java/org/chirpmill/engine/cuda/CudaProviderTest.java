package org.chirpmill.engine.cuda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.util.List;
import java.util.stream.Stream;
import org.chirpmill.engine.EvaluatorProvider;
import org.chirpmill.engine.RowSource;
import org.chirpmill.engine.WaveformTask;
import org.chirpmill.kernels.HostCompiler;
import org.chirpmill.model.EvaluationFrame;
import org.chirpmill.model.WaveformModel;
import org.chirpmill.model.catalogue.ModelCatalogue;
import org.chirpmill.rows.Accuracy;
import org.chirpmill.rows.Precision;
import org.chirpmill.source.SourceParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the provider says of cards, and what it makes of the user's choice among them. */
class CudaProviderTest {
    private static CudaProvider provider(EmulatedDevice... devices) {
        Cards cards = Cards.of(List.of(devices));
        return new CudaProvider(() -> cards, List.of(), Long.MAX_VALUE);
    }

    @Test
    void withoutADriverOneSentenceSaysWhatToDo() {
        assumeTrue(System.getProperty("os.name").equals("Linux") && System.getProperty("os.arch").equals("amd64"));
        assumeTrue(!hasDriver(), "there is a driver");
        String expected = "the cuda backend needs an NVIDIA driver (libcuda.so.1 is not on this machine): install the "
            + "driver, or use the vector backend";
        CudaProvider provider = new CudaProvider();
        assertEquals(expected, provider.obstacle().orElseThrow());
        assertEquals(expected, assertThrows(UnsupportedOperationException.class, () -> provider.open(
            SomeRows.MODEL, SomeRows.GRID, Precision.SINGLE, Accuracy.EXACT)).getMessage());
        assertEquals(expected, assertThrows(UnsupportedOperationException.class,
            () -> provider.on(List.of("0"))).getMessage());
        assertEquals(List.of(), provider.devices());
    }

    private static boolean hasDriver() {
        try (Arena arena = Arena.ofConfined()) {
            SymbolLookup.libraryLookup("libcuda.so.1", arena);
            return true;
        } catch (IllegalArgumentException absent) {
            return false;
        }
    }

    @Test
    void noCardAndOldCardsAreObstacles() {
        assertEquals("the cuda backend finds no NVIDIA GPU: see what nvidia-smi lists and what CUDA_VISIBLE_DEVICES "
            + "says, or use the vector backend", provider().obstacle().orElseThrow());
        EmulatedDevice old = new EmulatedDevice(0, EmulatedImage.Fast.ABSENT, 7);
        assertEquals("the cuda backend needs a GPU of compute capability 7.5 (Turing) or newer, and GPU 0 (Emulation) "
            + "has 7.0: use a newer one, or use the vector backend", provider(old).obstacle().orElseThrow());
        assertEquals("GPU 1 (Emulation)", provider(old, new EmulatedDevice(1)).description());
    }

    @Test
    void cardsAreChosenByTheirNumber() {
        CudaProvider both = provider(new EmulatedDevice(0), new EmulatedDevice(1));
        assertEquals("GPU 0 (Emulation), GPU 1 (Emulation)", both.description());
        assertEquals("GPU 1 (Emulation)", both.on(List.of("1", " 1")).description());
        assertEquals(List.of("1  Emulation, 0.1 of 0.1 GiB free, compute capability 9.0, driver for CUDA 12.0"),
            both.on(List.of("1")).devices());
        for (String absent : List.of("2", "-1", "one", "")) {
            assertEquals("the cuda backend has no device '" + absent + "': there is GPU 0 (Emulation) and GPU 1 "
                + "(Emulation)", assertThrows(UnsupportedOperationException.class,
                    () -> both.on(List.of("0", absent))).getMessage());
        }
    }

    @Test
    void batchesFillHalfOfTheFreeMemoryAtMost() {
        HostCompiler.ROUNDING.require();
        long row = Workspace.Sizes.of(SomeRows.STRIDE, SomeRows.GRID.bins(), Precision.SINGLE).total(1);
        EmulatedDevice device = new EmulatedDevice(0).withMemory(2 * 2 * 3 * 50 * row);
        CudaProvider provider = provider(device);
        assertEquals(50, provider.batchRows(task(provider), 3).orElseThrow());
        EvaluatorProvider modest = provider.within(2 * 3 * 20 * row);
        assertEquals(20, modest.batchRows(task(provider), 3).orElseThrow());
        assertEquals(20, modest.on(List.of("0")).batchRows(task(provider), 3).orElseThrow());
        assertEquals("0 blocks, 0 pins, 0 streams", device.held());
    }

    @Test
    void aShortTrialFindsHowManyRowsAreWorthWhile() {
        HostCompiler.ROUNDING.require();
        EmulatedDevice device = new EmulatedDevice(0).withMemory(1L << 30);
        CudaProvider provider = provider(device);
        WaveformTask task = task(provider);
        int rows = provider.batchRows(task, 2).orElseThrow();
        assertTrue(rows >= 64 && rows <= 4096, rows + " rows");
        int launches = device.launches().size();
        assertTrue(launches >= 4, launches + " launches");
        assertEquals(rows, provider.batchRows(task, 2).orElseThrow());
        assertEquals(launches, device.launches().size(), "tried once");
        assertEquals("0 blocks, 0 pins, 0 streams", device.held());
    }

    @ParameterizedTest
    @CsvSource({"ABSENT, exact, exact", "TOO_LARGE, exact, exact", "PRESENT, fast(1e-6), fast(2e-6)"})
    void aToleranceIsKeptWhereThereIsAFastKernelThatFits(
            EmulatedImage.Fast fast, String ofDefault, String ofLoose) {
        HostCompiler.ROUNDING.require();
        CudaProvider provider = provider(new EmulatedDevice(0, fast, 9));
        for (Precision precision : Precision.values()) {
            for (String asked : List.of("exact", "1e-6", "0.01")) {
                String expected = asked.equals("exact") ? "exact" : asked.equals("1e-6") ? ofDefault : ofLoose;
                assertEquals(expected,
                    provider.kept(SomeRows.MODEL, precision, Accuracy.of(asked)).toString(), asked);
            }
        }
    }

    /** One aligned mode costs less than its polynomials. */
    static Stream<WaveformModel> modelsWithDeviceCode() {
        return ModelCatalogue.all().stream().filter(model -> model.deviceKernel().isPresent());
    }

    @ParameterizedTest
    @MethodSource("modelsWithDeviceCode")
    void alignedModelsOfOneModeAreKeptExactWhateverIsAsked(WaveformModel model) {
        HostCompiler.ROUNDING.require();
        CudaProvider provider = provider(new EmulatedDevice(0, EmulatedImage.Fast.REAL, 9));
        boolean isOneMode = !model.traits().isPrecessing() && model.traits().highestM() == 2;
        String expected = isOneMode ? "exact" : "fast(1e-6)";
        for (Precision precision : Precision.values()) {
            assertEquals(expected, provider.kept(model, precision, Accuracy.DEFAULT).toString(), precision.toString());
        }
    }

    /** What a set records must be so for the rows of every card. */
    @Test
    void oneCardWithAFastKernelMakesTheWholeRunFast() {
        HostCompiler.ROUNDING.require();
        CudaProvider provider = provider(
            new EmulatedDevice(0), new EmulatedDevice(1, EmulatedImage.Fast.PRESENT, 9));
        assertEquals(Accuracy.DEFAULT, provider.kept(SomeRows.MODEL, Precision.SINGLE, Accuracy.DEFAULT));
        assertEquals(Accuracy.EXACT,
            provider.on(List.of("0")).kept(SomeRows.MODEL, Precision.SINGLE, Accuracy.DEFAULT));
    }

    private static WaveformTask task(CudaProvider provider) {
        RowSource.Drawer drawer = new RowSource.Drawer() {
            @Override
            public void draw(long row, int attempt, double[] parameters) {
                parameters[0] = row;
            }

            @Override
            public SourceParameters source(double[] parameters) {
                return SomeRows.source((long) parameters[0]);
            }
        };
        return new WaveformTask(() -> drawer, List.of("row"), 1, SomeRows.MODEL, new EvaluationFrame(20, SomeRows.GRID),
            Precision.SINGLE, provider, Accuracy.EXACT);
    }
}
