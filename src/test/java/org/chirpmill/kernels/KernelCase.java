package org.chirpmill.kernels;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.chirpmill.domain.FrequencyGrid;
import org.chirpmill.model.BinKernel;
import org.chirpmill.model.EvaluationFrame;
import org.chirpmill.model.GridTables;
import org.chirpmill.model.SourceRefusedException;
import org.chirpmill.model.WaveformModel;
import org.chirpmill.model.catalogue.ModelCatalogue;
import org.chirpmill.rows.Precision;
import org.chirpmill.source.SourceParameters;

/** Coefficient rows of one model on one grid, which the device code and the scalar kernel evaluate. */
final class KernelCase {
    /** Rows with tables have thousands of coefficients. */
    private static final int MOST_POISONED = 800;

    private final WaveformModel model;
    private final FrequencyGrid grid;
    private final double[] tables;
    private final double[] rows;

    /**
     * What one entry point makes of all rows.
     *
     * @param plus h_plus, rows x 2 bins, real and imaginary parts in turns, strain/Hz
     * @param cross h_cross likewise
     * @param flags the rows' flags
     */
    record Answer(double[][] plus, double[][] cross, int[] flags) {}

    private KernelCase(WaveformModel model, FrequencyGrid grid, double[] rows) {
        this.model = model;
        this.grid = grid;
        this.tables = GridTables.of(grid);
        this.rows = rows;
    }

    /** The models that have device code. */
    static Stream<WaveformModel> models() {
        return ModelCatalogue.all().stream().filter(model -> model.deviceKernel().isPresent());
    }

    /** The rows of some sources. */
    static KernelCase of(WaveformModel model, EvaluationFrame frame, List<SourceParameters> sources)
            throws SourceRefusedException {
        int stride = model.layout().size();
        double[] rows = new double[sources.size() * stride];
        for (int row = 0; row < sources.size(); row++) {
            model.prepare(sources.get(row), frame, rows, row * stride);
        }
        return new KernelCase(model, frame.grid(), rows);
    }

    /** One row as often as it has coefficients, or each so many of a long row, another NaN each time, then as it is. */
    static KernelCase poisoned(WaveformModel model, EvaluationFrame frame, SourceParameters source)
            throws SourceRefusedException {
        int stride = model.layout().size();
        double[] row = new double[stride];
        model.prepare(source, frame, row, 0);
        int step = (stride + MOST_POISONED - 1) / MOST_POISONED;
        int poisoned = (stride + step - 1) / step;
        double[] rows = new double[(poisoned + 1) * stride];
        for (int index = 0; index <= poisoned; index++) {
            System.arraycopy(row, 0, rows, index * stride, stride);
            if (index < poisoned) {
                rows[index * stride + index * step] = Double.NaN;
            }
        }
        return new KernelCase(model, frame.grid(), rows);
    }

    int count() {
        return rows.length / model.layout().size();
    }

    /** The scalar kernel's answer; its flags are set where it is not finite. */
    Answer scalar() {
        BinKernel kernel = model.kernel();
        int bins = grid.bins();
        Answer answer = blank();
        double[] out = new double[4 * bins];
        for (int row = 0; row < count(); row++) {
            kernel.polarizations(rows, row * model.layout().size(), tables, bins, grid.firstBin(), bins, out);
            for (int part = 2 * grid.firstBin(); part < 2 * bins; part++) {
                int at = 4 * (part / 2 - grid.firstBin()) + part % 2;
                answer.plus[row][part] = out[at];
                answer.cross[row][part] = out[at + 2];
            }
            boolean finite = Arrays.stream(answer.plus[row]).allMatch(Double::isFinite)
                && Arrays.stream(answer.cross[row]).allMatch(Double::isFinite);
            answer.flags[row] = finite ? 0 : HostKernels.NOT_FINITE;
        }
        return answer;
    }

    /** The exact device code's answer. */
    Answer device(HostCompiler compiler, Precision precision) {
        return answer(HostKernels.find(compiler, model.deviceKernel().orElseThrow(), precision), precision, 0);
    }

    /** The fast device code's answer to a tolerance. */
    Answer fast(HostCompiler compiler, Precision precision, double tolerance) {
        String kernel = model.deviceKernel().orElseThrow();
        return answer(HostKernels.find(compiler, kernel,
            kernel + "_fast_" + precision.name().toLowerCase(Locale.ROOT)), precision, tolerance);
    }

    /** All there is to know of the case: count, stride, bins, first bin, a tolerance, the rows, the grid's tables. */
    double[] numbers(double tolerance) {
        return DoubleStream.concat(
            DoubleStream.of(count(), model.layout().size(), grid.bins(), grid.firstBin(), tolerance),
            DoubleStream.concat(Arrays.stream(rows), Arrays.stream(tables))).toArray();
    }

    private Answer answer(HostKernels.EntryPoint entry, Precision precision, double tolerance) {
        int bins = grid.bins();
        Answer answer = blank();
        try (Arena arena = Arena.ofConfined()) {
            long bytes = (long) count() * bins * precision.complexBytes();
            MemorySegment plus = arena.allocate(bytes, precision.bytes());
            MemorySegment cross = arena.allocate(bytes, precision.bytes());
            // A bin that the kernel leaves out must not pass for a zero. These bytes are NaNs.
            plus.fill((byte) 0xFF);
            cross.fill((byte) 0xFF);
            entry.call(rows, model.layout().size(), count(), tables, bins, grid.firstBin(), tolerance, plus, cross,
                answer.flags);
            for (int row = 0; row < count(); row++) {
                read(plus, precision, row, answer.plus[row]);
                read(cross, precision, row, answer.cross[row]);
            }
        }
        return answer;
    }

    private Answer blank() {
        return new Answer(new double[count()][2 * grid.bins()], new double[count()][2 * grid.bins()],
            new int[count()]);
    }

    private static void read(MemorySegment segment, Precision precision, int row, double[] parts) {
        for (int part = 0; part < parts.length; part++) {
            long index = (long) row * parts.length + part;
            parts[part] = precision == Precision.SINGLE
                ? segment.getAtIndex(JAVA_FLOAT, index) : segment.getAtIndex(JAVA_DOUBLE, index);
        }
    }
}
