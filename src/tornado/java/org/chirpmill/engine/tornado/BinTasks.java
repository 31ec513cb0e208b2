package org.chirpmill.engine.tornado;

import java.util.Optional;
import org.chirpmill.engine.scalar.ProjectionKernel;
import org.chirpmill.model.WaveformModel;
import org.chirpmill.model.phenomd.PhenomDKernel;
import org.chirpmill.model.phenomd.tidal.TidalDKernel;
import org.chirpmill.model.phenomp.Pv2Kernel;
import org.chirpmill.model.phenomp.TidalPv2Kernel;
import org.chirpmill.model.phenomx.XasKernel;
import org.chirpmill.model.phenomx.hm.XhmKernel;
import org.chirpmill.model.phenomx.phm.XphmKernel;
import org.chirpmill.model.phenomx.pnr.PnrKernel;
import org.chirpmill.model.phenomx.tidal.TidalXasKernel;
import org.chirpmill.model.phenomx.tidal.TidalXpKernel;
import org.chirpmill.model.taylorf2.TaylorF2Kernel;
import uk.ac.manchester.tornado.api.annotations.Parallel;
import uk.ac.manchester.tornado.api.common.TornadoFunctions.Task9;
import uk.ac.manchester.tornado.api.types.arrays.FloatArray;

/**
 * The loops that TornadoVM spreads over a device's threads, one method a kernel: it compiles static methods, in which
 * no interface is left to call.
 *
 * <p>Launch shape: one thread a row and bin, those of a row side by side. In one dimension, since a device divides its
 * threads into groups of a divisor of their number, which the caller can then round. Arguments of the methods of
 * models:
 * <ul>
 * <li>filled: at 0 how many threads have a bin to evaluate;
 * <li>rows, stride: the coefficients, one row each {@code stride} numbers;
 * <li>tables, bins: the grid's tables, GridTables.TABLES x bins;
 * <li>first: the first bin; those below it are not evaluated and have no place in the outputs;
 * <li>threads: how many threads there are;
 * <li>plus, cross: receive the polarizations, strain/Hz, {@code threads} interleaved complex numbers.
 * </ul>
 * Numbers are constants of the compiled code.
 */
final class BinTasks {
    /** Numbers a kernel writes for one bin: both polarizations' real and imaginary parts. */
    private static final int PARTS = 4;

    private BinTasks() {}

    /** A task of this class. */
    @FunctionalInterface
    interface BinTask extends
        Task9<int[], double[], Integer, double[], Integer, Integer, Integer, double[], double[]> {}

    /** The task that evaluates a model, if there is one. */
    static Optional<BinTask> of(WaveformModel model) {
        BinTask task = switch (model.deviceKernel().orElse("")) {
            case "taylorf2" -> BinTasks::taylorF2;
            case "phenomd" -> BinTasks::phenomD;
            case "xas" -> BinTasks::xas;
            case "xhm" -> BinTasks::xhm;
            case "xphm", "xphm_table" -> BinTasks::xphm;
            case "pnr" -> BinTasks::pnr;
            case "xas_tidal" -> BinTasks::tidalXas;
            case "xp_tidal" -> BinTasks::tidalXp;
            case "d_tidal" -> BinTasks::tidalD;
            case "pv2" -> BinTasks::pv2;
            case "pv2_tidal" -> BinTasks::tidalPv2;
            default -> null;
        };
        return Optional.ofNullable(task);
    }

    private static void taylorF2(
            int[] filled, double[] rows, int stride, double[] tables, int bins, int first, int threads,
            double[] plus, double[] cross) {
        for (@Parallel int thread = 0; thread < threads; thread++) {
            if (thread < filled[0]) {
                int row = thread / (bins - first);
                int bin = first + thread - row * (bins - first);
                double[] values = new double[PARTS];
                TaylorF2Kernel.polarizations(rows, row * stride, tables, bins, bin, bin + 1, values);
                store(values, thread, plus, cross);
            }
        }
    }

    private static void phenomD(
            int[] filled, double[] rows, int stride, double[] tables, int bins, int first, int threads,
            double[] plus, double[] cross) {
        for (@Parallel int thread = 0; thread < threads; thread++) {
            if (thread < filled[0]) {
                int row = thread / (bins - first);
                int bin = first + thread - row * (bins - first);
                double[] values = new double[PARTS];
                PhenomDKernel.polarizations(rows, row * stride, tables, bins, bin, bin + 1, values);
                store(values, thread, plus, cross);
            }
        }
    }

    private static void xas(
            int[] filled, double[] rows, int stride, double[] tables, int bins, int first, int threads,
            double[] plus, double[] cross) {
        for (@Parallel int thread = 0; thread < threads; thread++) {
            if (thread < filled[0]) {
                int row = thread / (bins - first);
                int bin = first + thread - row * (bins - first);
                double[] values = new double[PARTS];
                XasKernel.polarizations(rows, row * stride, tables, bins, bin, bin + 1, values);
                store(values, thread, plus, cross);
            }
        }
    }

    private static void xhm(
            int[] filled, double[] rows, int stride, double[] tables, int bins, int first, int threads,
            double[] plus, double[] cross) {
        for (@Parallel int thread = 0; thread < threads; thread++) {
            if (thread < filled[0]) {
                int row = thread / (bins - first);
                int bin = first + thread - row * (bins - first);
                double[] values = new double[PARTS];
                XhmKernel.polarizations(rows, row * stride, tables, bins, bin, bin + 1, values);
                store(values, thread, plus, cross);
            }
        }
    }

    private static void xphm(
            int[] filled, double[] rows, int stride, double[] tables, int bins, int first, int threads,
            double[] plus, double[] cross) {
        for (@Parallel int thread = 0; thread < threads; thread++) {
            if (thread < filled[0]) {
                int row = thread / (bins - first);
                int bin = first + thread - row * (bins - first);
                double[] values = new double[PARTS];
                XphmKernel.polarizations(rows, row * stride, tables, bins, bin, bin + 1, values);
                store(values, thread, plus, cross);
            }
        }
    }

    private static void pnr(
            int[] filled, double[] rows, int stride, double[] tables, int bins, int first, int threads,
            double[] plus, double[] cross) {
        for (@Parallel int thread = 0; thread < threads; thread++) {
            if (thread < filled[0]) {
                int row = thread / (bins - first);
                int bin = first + thread - row * (bins - first);
                double[] values = new double[PARTS];
                PnrKernel.polarizations(rows, row * stride, tables, bins, bin, bin + 1, values);
                store(values, thread, plus, cross);
            }
        }
    }

    private static void tidalXas(
            int[] filled, double[] rows, int stride, double[] tables, int bins, int first, int threads,
            double[] plus, double[] cross) {
        for (@Parallel int thread = 0; thread < threads; thread++) {
            if (thread < filled[0]) {
                int row = thread / (bins - first);
                int bin = first + thread - row * (bins - first);
                double[] values = new double[PARTS];
                TidalXasKernel.polarizations(rows, row * stride, tables, bins, bin, bin + 1, values);
                store(values, thread, plus, cross);
            }
        }
    }

    private static void tidalXp(
            int[] filled, double[] rows, int stride, double[] tables, int bins, int first, int threads,
            double[] plus, double[] cross) {
        for (@Parallel int thread = 0; thread < threads; thread++) {
            if (thread < filled[0]) {
                int row = thread / (bins - first);
                int bin = first + thread - row * (bins - first);
                double[] values = new double[PARTS];
                TidalXpKernel.polarizations(rows, row * stride, tables, bins, bin, bin + 1, values);
                store(values, thread, plus, cross);
            }
        }
    }

    private static void tidalD(
            int[] filled, double[] rows, int stride, double[] tables, int bins, int first, int threads,
            double[] plus, double[] cross) {
        for (@Parallel int thread = 0; thread < threads; thread++) {
            if (thread < filled[0]) {
                int row = thread / (bins - first);
                int bin = first + thread - row * (bins - first);
                double[] values = new double[PARTS];
                TidalDKernel.polarizations(rows, row * stride, tables, bins, bin, bin + 1, values);
                store(values, thread, plus, cross);
            }
        }
    }

    private static void pv2(
            int[] filled, double[] rows, int stride, double[] tables, int bins, int first, int threads,
            double[] plus, double[] cross) {
        for (@Parallel int thread = 0; thread < threads; thread++) {
            if (thread < filled[0]) {
                int row = thread / (bins - first);
                int bin = first + thread - row * (bins - first);
                double[] values = new double[PARTS];
                Pv2Kernel.polarizations(rows, row * stride, tables, bins, bin, bin + 1, values);
                store(values, thread, plus, cross);
            }
        }
    }

    private static void tidalPv2(
            int[] filled, double[] rows, int stride, double[] tables, int bins, int first, int threads,
            double[] plus, double[] cross) {
        for (@Parallel int thread = 0; thread < threads; thread++) {
            if (thread < filled[0]) {
                int row = thread / (bins - first);
                int bin = first + thread - row * (bins - first);
                double[] values = new double[PARTS];
                TidalPv2Kernel.polarizations(rows, row * stride, tables, bins, bin, bin + 1, values);
                store(values, thread, plus, cross);
            }
        }
    }

    /**
     * Projects evaluated rows on basis vectors: see {@link ProjectionKernel}, whose arguments these are, but for
     *
     * @param filled at 1 how many threads have coefficients to make
     * @param threads how many there are
     */
    static void project(
            int[] filled, double[] strain, int bins, int offset, int counted, double[] matrix, int size, double scale,
            int threads, double[] coefficients) {
        for (@Parallel int thread = 0; thread < threads; thread++) {
            if (thread < filled[1]) {
                int block = thread / size;
                ProjectionKernel.coefficients(strain, block * ProjectionKernel.ROWS, bins, offset, counted, matrix,
                    size, thread - block * size, scale, coefficients);
            }
        }
    }

    /** Rounds the first {@code size} numbers to single precision, one thread a number. */
    static void narrow(double[] numbers, FloatArray narrowed, int size) {
        for (@Parallel int i = 0; i < size; i++) {
            narrowed.set(i, (float) numbers[i]);
        }
    }

    private static void store(double[] values, int thread, double[] plus, double[] cross) {
        plus[2 * thread] = values[0];
        plus[2 * thread + 1] = values[1];
        cross[2 * thread] = values[2];
        cross[2 * thread + 1] = values[3];
    }
}
