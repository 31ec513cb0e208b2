package org.chirpmill.engine.cuda;

import java.util.Optional;
import org.chirpmill.domain.FrequencyGrid;
import org.chirpmill.engine.MatrixTransform;
import org.chirpmill.engine.RowTurning;
import org.chirpmill.model.WaveformModel;
import org.chirpmill.rows.Accuracy;
import org.chirpmill.rows.Precision;

/**
 * What all launches for a model, grid and accuracy have in common: the kernel, the grid's tables, and where there is
 * one the projection that follows on the device, of rows that are turned first where that is wanted. Holds these on a
 * card until it is closed; used with the card's device current.
 */
public final class RowEvaluation implements AutoCloseable {
    /** A row's flag, as {@code evaluate.h} has it: some number of it is not finite. */
    public static final int NOT_FINITE = 1;
    /** A row's flag: a fast kernel evaluated most of it bin by bin. */
    static final int MOSTLY_EXACT = 2;

    private final Card card;
    private final FrequencyGrid grid;
    private final ChosenKernel kernel;
    private final int stride;
    private final Precision precision;
    private final double tolerance;
    private final long tables;
    private final Optional<DeviceTurning> turning;
    private final Optional<DeviceProjection> projection;

    private RowEvaluation(Card card, WaveformModel model, FrequencyGrid grid, Precision precision, Accuracy accuracy,
            Optional<MatrixTransform> transform) {
        this.card = card;
        this.grid = grid;
        this.kernel = card.kernel(model, precision, accuracy);
        this.stride = model.layout().size();
        this.precision = precision;
        this.tolerance = accuracy.tolerance();
        this.tables = card.acquireTables(grid);
        try {
            this.projection = transform.map(card::acquireProjection);
        } catch (RuntimeException failed) {
            card.release(grid);
            throw failed;
        }
        try {
            this.turning = transform.flatMap(MatrixTransform::turning)
                .map(each -> card.acquireTurning(each, precision));
        } catch (RuntimeException failed) {
            card.release(transform.orElseThrow());
            card.release(grid);
            throw failed;
        }
    }

    /**
     * Takes what it needs from a card, or nothing where that fails.
     *
     * @param transform what is done to rows on the device; empty where polarizations leave it as they are
     * @throws UnsupportedOperationException where there is no kernel for the model
     */
    public static RowEvaluation open(Card card, WaveformModel model, FrequencyGrid grid, Precision precision,
            Accuracy accuracy, Optional<MatrixTransform> transform) {
        return new RowEvaluation(card, model, grid, precision, accuracy, transform);
    }

    /** Who evaluates. */
    public Image.Kernel kernel() {
        return kernel.kernel();
    }

    /** Whether that makes use of a tolerance. */
    public boolean isFast() {
        return kernel.isFast();
    }

    /** How a launch over {@code count} rows is laid out. */
    public LaunchShape shape(int count) {
        return kernel.shape(grid.bins(), count);
    }

    /** Who projects what was evaluated; empty where nobody does. */
    public Optional<Image.Kernel> projectionKernel() {
        return projection.map(DeviceProjection::kernel);
    }

    /** How a launch of the projection over {@code count} rows of one polarization is laid out. */
    public LaunchShape projectionShape(int count) {
        return projection.orElseThrow().shape(count);
    }

    /** What turns rows between evaluation and projection; empty where nothing does. */
    Optional<RowTurning> turning() {
        return turning.map(DeviceTurning::turning);
    }

    /** Doubles a row. */
    int stride() {
        return stride;
    }

    /** What a row takes of device memory. */
    public Workspace.Sizes sizes() {
        return Workspace.Sizes.of(stride, grid.bins(), projection.map(DeviceProjection::transform), precision);
    }

    /** Queues all work on rows that lie in a workspace. */
    public void launch(Stream stream, Workspace workspace, int count) {
        evaluate(stream, workspace, count, shape(count));
        turning.ifPresent(each -> each.launch(stream, workspace, count, grid.bins()));
        project(stream, workspace, count);
    }

    /** Queues the evaluation alone, laid out as {@code shape} has it. */
    public void evaluate(Stream stream, Workspace workspace, int count, LaunchShape shape) {
        stream.launch(kernel.kernel(), shape, new KernelArguments(workspace.rows(), stride, count, tables, grid.bins(),
            grid.firstBin(), tolerance, workspace.plus(), workspace.cross(), workspace.flags()));
    }

    /** Queues what follows the evaluation, if anything. */
    public void project(Stream stream, Workspace workspace, int count) {
        projection.ifPresent(each -> {
            each.launch(stream, workspace.plus(), count, grid.bins(), workspace.keptPlus());
            each.launch(stream, workspace.cross(), count, grid.bins(), workspace.keptCross());
        });
    }

    /** Gives back what it took; never throws. */
    @Override
    public void close() {
        turning.ifPresent(each -> card.release(each.turning()));
        projection.ifPresent(each -> card.release(each.transform()));
        card.release(grid);
    }
}
