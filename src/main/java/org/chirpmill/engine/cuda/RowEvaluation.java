package org.chirpmill.engine.cuda;

import java.util.Optional;
import java.util.OptionalInt;
import org.chirpmill.rows.Precision;

/**
 * What all launches of an evaluator have in common.
 *
 * @param kernel who evaluates
 * @param stride doubles a row
 * @param bins frequency bins
 * @param firstBin bins before it are zero
 * @param precision the output's
 * @param tolerance relative L2 error that is welcome, or 0
 * @param tables address of the grid's tables
 * @param projection what follows it on the device; empty where polarizations leave it as they are
 */
record RowEvaluation(ChosenKernel kernel, int stride, int bins, int firstBin, Precision precision, double tolerance,
    long tables, Optional<DeviceProjection> projection) {
    /** A row's flag, as {@code evaluate.h} has it: some number of it is not finite. */
    static final int NOT_FINITE = 1;
    /** A row's flag: a fast kernel evaluated most of it bin by bin. */
    static final int MOSTLY_EXACT = 2;

    Workspace.Sizes sizes() {
        OptionalInt columns = projection.map(each -> OptionalInt.of(each.transform().columns()))
            .orElseGet(OptionalInt::empty);
        return Workspace.Sizes.of(stride, bins, columns, precision);
    }

    /** Queues all work on rows that lie in a workspace. */
    void launch(Stream stream, Workspace workspace, int count) {
        evaluate(stream, workspace, count, kernel.shape(bins, count));
        project(stream, workspace, count);
    }

    /** Queues the evaluation alone, laid out as {@code shape} has it. */
    void evaluate(Stream stream, Workspace workspace, int count, LaunchShape shape) {
        stream.launch(kernel.kernel(), shape, new KernelArguments(workspace.rows(), stride, count, tables, bins,
            firstBin, tolerance, workspace.plus(), workspace.cross(), workspace.flags()));
    }

    /** Queues what follows the evaluation, if anything. */
    void project(Stream stream, Workspace workspace, int count) {
        projection.ifPresent(each -> {
            each.launch(stream, workspace.plus(), count, bins, workspace.keptPlus());
            each.launch(stream, workspace.cross(), count, bins, workspace.keptCross());
        });
    }
}
