package org.chirpmill.engine.cuda;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Supplier;
import org.chirpmill.domain.FrequencyGrid;
import org.chirpmill.engine.DeviceFailureException;
import org.chirpmill.engine.Evaluator;
import org.chirpmill.engine.MatrixTransform;
import org.chirpmill.engine.MostlyExactRemark;
import org.chirpmill.engine.RowTransform;
import org.chirpmill.model.WaveformModel;
import org.chirpmill.rows.Accuracy;
import org.chirpmill.rows.Batch;
import org.chirpmill.rows.Precision;

/**
 * Evaluates on one GPU, two batches at a time, so that one is copied while the other is computed. Where device memory
 * runs out it goes on with fewer rows at once.
 */
final class CudaEvaluator implements Evaluator {
    /** How many evaluations may be under way. */
    static final int DEPTH = 2;

    private final Card card;
    private final WaveformModel model;
    private final Precision precision;
    private final Accuracy accuracy;
    private final int bins;
    /** Another of the same thread, which lends its memory where that is short. */
    private final Optional<CudaEvaluator> lender;
    private final RowEvaluation evaluation;
    private final MostlyExactRemark remark;
    /** The one used last is taken first: who starts one evaluation at a time needs memory for one. */
    private final Deque<Slot> idle = new ArrayDeque<>();
    private final Deque<Slot> started = new ArrayDeque<>();
    /** The most rows that a launch takes: fewer once memory ran out. */
    private int rowsAtOnce = Integer.MAX_VALUE;

    /** Takes what it needs from a card, or nothing where that fails. */
    CudaEvaluator(Card card, WaveformModel model, FrequencyGrid grid, Precision precision, Accuracy accuracy,
            Optional<MatrixTransform> transform) {
        this(card, model, grid, precision, accuracy, transform, Optional.empty());
    }

    private CudaEvaluator(Card card, WaveformModel model, FrequencyGrid grid, Precision precision, Accuracy accuracy,
            Optional<MatrixTransform> transform, Optional<CudaEvaluator> lender) {
        this.card = card;
        this.model = model;
        this.precision = precision;
        this.accuracy = accuracy;
        this.bins = grid.bins();
        this.lender = lender;
        remark = new MostlyExactRemark(grid, accuracy);
        card.device().makeCurrent();
        evaluation = withLoan(() -> RowEvaluation.open(card, model, grid, precision, accuracy, transform));
        try {
            for (int slot = 0; slot < DEPTH; slot++) {
                idle.add(new Slot(card, evaluation, this));
            }
        } catch (RuntimeException failed) {
            close();
            throw failed;
        }
    }

    @Override
    public void evaluate(double[] rows, Batch batch) {
        start(rows, batch);
        finish(batch);
    }

    @Override
    public void start(double[] rows, Batch batch) {
        if (idle.isEmpty()) {
            throw new IllegalStateException(DEPTH + " evaluations are under way: finish one first");
        }
        card.device().makeCurrent();
        Slot slot = idle.getFirst();
        slot.stage(rows, batch);
        while (!isBegun(slot, batch)) {
            if (rowsAtOnce == 1) {
                throw new DeviceFailureException(card.device().facts().title() + " has too little free memory for even "
                    + "one waveform of " + bins + " bins: end what else runs on it" + Cards.ALTERNATIVE);
            }
            rowsAtOnce = Math.ceilDiv(Math.min(rowsAtOnce, batch.capacity()), 2);
            // The other evaluation's memory may be what is lacking.
            shrinkTo(rowsAtOnce);
        }
        started.add(idle.pop());
    }

    @Override
    public void finish(Batch batch) {
        card.device().makeCurrent();
        Slot slot = started.removeFirst();
        idle.push(slot);
        slot.await();
        for (int row = 0; row < batch.count(); row++) {
            batch.setSilentFrom(row, batch.bins());
            batch.setKnownFinite(row, !slot.hasFlag(row, RowEvaluation.NOT_FINITE));
            if (slot.hasFlag(row, RowEvaluation.MOSTLY_EXACT)) {
                remark.report(batch);
            }
        }
    }

    @Override
    public Optional<Evaluator> openBeside(FrequencyGrid grid, Optional<RowTransform> transform) {
        return Optional.of(new CudaEvaluator(card, model, grid, precision, accuracy,
            transform.map(MatrixTransform.class::cast), Optional.of(this)));
    }

    /** What the card gives, if need be once the lender has given back what it can take again. */
    private <T> T withLoan(Supplier<T> wanted) {
        try {
            return wanted.get();
        } catch (OutOfDeviceMemoryException full) {
            lender.orElseThrow(() -> full).shrinkTo(0);
            return wanted.get();
        }
    }

    /** Gives back the device memory for more rows than that, after what was queued is done. */
    private void shrinkTo(int rows) {
        started.forEach(slot -> slot.shrinkTo(rows));
        idle.forEach(slot -> slot.shrinkTo(rows));
    }

    /** Waits for what is under way, whose batches' memory may go afterwards, and gives everything back. */
    @Override
    public void close() {
        card.device().makeCurrent();
        started.forEach(Slot::close);
        idle.forEach(Slot::close);
        started.clear();
        idle.clear();
        evaluation.close();
        card.pinned().release(this);
    }

    /** Queues a batch, unless memory runs out. */
    private boolean isBegun(Slot slot, Batch batch) {
        try {
            return withLoan(() -> {
                slot.begin(batch, Math.min(rowsAtOnce, batch.capacity()));
                return true;
            });
        } catch (OutOfDeviceMemoryException full) {
            slot.shrinkTo(0);
            return false;
        }
    }
}
