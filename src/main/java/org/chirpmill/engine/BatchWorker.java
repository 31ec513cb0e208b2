package org.chirpmill.engine;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.chirpmill.model.Preparer;
import org.chirpmill.model.SourceRefusedException;
import org.chirpmill.rows.Batch;
import org.chirpmill.rows.Rejection;
import org.chirpmill.rows.Signal;
import org.chirpmill.source.SourceParameters;

/**
 * Fills batches on one thread: draw, convert, prepare, evaluate, all of it again for rows that fail, and transform what
 * is to be kept otherwise than evaluated. Where its evaluator works on a device, the next batch is prepared while the
 * device evaluates this one.
 */
final class BatchWorker implements AutoCloseable {
    /** How many rows are drawn before they are prepared: enough to be worked on side by side in lanes. */
    private static final int GROUP = 16;

    private final WaveformTask task;
    private final StageClock clock;
    private final RowSource.Drawer drawer;
    private final Preparer preparer;
    private final Evaluator evaluator;
    private final Arena arena = Arena.ofConfined();
    private final int stride;
    private final double[] parameters;
    private final FiniteScan scan;
    /** Empty where rows are kept as they are evaluated. */
    private final Optional<KeptRows> keptRows;
    /** Empty places, and those whose evaluation was started, the oldest first. */
    private final Deque<Slot> idle = new ArrayDeque<>();
    private final Deque<Slot> started = new ArrayDeque<>();

    /** One batch's coefficient rows, how often each row was drawn, and what came of it. */
    private static final class Slot {
        private final double[] rows;
        private final int[] attempts;
        /** What each row's last draw makes, or null, and then why not. */
        private final SourceParameters[] sources;
        private final String[] refusals;
        private final Signal[] signals;
        /** Where rows lie that are kept otherwise than evaluators fill them; empty where these fill what is kept. */
        private final Optional<Batch> apart;
        private Batch batch;
        private Batch kept;

        Slot(int capacity, int stride, Optional<Batch> apart) {
            this.rows = new double[capacity * stride];
            this.attempts = new int[capacity];
            this.sources = new SourceParameters[capacity];
            this.refusals = new String[capacity];
            this.signals = new Signal[capacity];
            this.apart = apart;
        }

        void startFor(Batch toBeKept) {
            kept = toBeKept;
            batch = apart.orElse(kept);
            if (batch != kept) {
                batch.startAs(kept);
            }
        }
    }

    /** A worker for batches of at most so many rows. */
    BatchWorker(WaveformTask task, int capacity, StageClock clock) {
        this.task = task;
        this.clock = clock;
        clock.begin();
        this.drawer = task.source().open();
        this.preparer = task.model().open(task.frame());
        this.evaluator = task.openEvaluator();
        this.stride = task.model().layout().size();
        this.parameters = new double[task.parameterCount()];
        for (int place = 0; place < task.backend().depth(); place++) {
            idle.add(new Slot(capacity, stride, task.keepsOtherRows()
                ? Optional.of(new Batch(arena, task.filledShape(capacity)))
                : Optional.empty()));
        }
        this.scan = new FiniteScan(task.precision());
        this.keptRows = task.transform().map(_ -> new KeptRows(task, evaluator, capacity));
        clock.end(Stage.OPEN);
    }

    /** Whether no further batch may be begun before one is finished. */
    boolean isFull() {
        return idle.isEmpty();
    }

    /** Whether some batch was begun and not finished. */
    boolean hasBegun() {
        return !started.isEmpty();
    }

    /** Draws and prepares the rows that {@code kept} stands for, and has their evaluation started. */
    void begin(Batch kept) {
        clock.begin();
        Slot slot = idle.remove();
        slot.startFor(kept);
        for (int from = 0; from < kept.count(); from += GROUP) {
            prepare(slot, from, Math.min(kept.count(), from + GROUP));
        }
        start(slot);
    }

    /** Waits for a batch that was begun, mostly the one begun first, and returns it filled. */
    Batch finish() {
        clock.begin();
        Slot slot = keptRows.isPresent() ? awaitKept(keptRows.get()) : awaitUsable();
        Batch batch = slot.batch;
        for (int row = 0; row < batch.count(); row++) {
            task.model().remarks(slot.sources[row], slot.rows, row * stride).forEach(batch::remark);
            slot.sources[row].remark().ifPresent(batch::remark);
            slot.signals[row].remark(task.precision()).ifPresent(batch::remark);
        }
        if (slot.kept != batch) {
            slot.kept.describeAs(batch);
        }
        clock.end(Stage.CHECK);
        idle.add(slot);
        return slot.kept;
    }

    private Slot awaitUsable() {
        Slot slot = awaitOldest();
        while (replaceUnusableRows(slot, this::flaw)) {
            // Behind those that were started meanwhile: evaluators finish in order.
            start(slot);
            slot = awaitOldest();
        }
        lookAtSignals(slot);
        return slot;
    }

    /** Before rows are transformed, which can make much of little. A device may have kept nothing else of them. */
    private void lookAtSignals(Slot slot) {
        int firstBin = task.firstOfFilled();
        for (int row = 0; row < slot.batch.count(); row++) {
            slot.signals[row] = Signal.of(slot.batch, row, firstBin);
        }
    }

    private Slot awaitKept(KeptRows rows) {
        Slot slot = filled(awaitUsable(), rows);
        while (replaceUnusableRows(slot, this::flawOfKept)) {
            start(slot);
            slot = filled(awaitUsable(), rows);
        }
        return slot;
    }

    private Slot filled(Slot slot, KeptRows rows) {
        rows.fill(slot.batch, slot.rows, slot.kept, slot.signals);
        clock.end(Stage.COMPRESS);
        return slot;
    }

    @Override
    public void close() {
        keptRows.ifPresent(KeptRows::close);
        evaluator.close();
        arena.close();
    }

    private void start(Slot slot) {
        // Those of an evaluation before, some of whose rows were replaced.
        slot.batch.remarks().clear();
        evaluator.start(slot.rows, slot.batch);
        started.add(slot);
        clock.end(Stage.EVALUATE);
    }

    private Slot awaitOldest() {
        Slot slot = started.remove();
        evaluator.finish(slot.batch);
        clock.end(Stage.AWAIT);
        return slot;
    }

    /** Draws rows once and prepares them; those that are refused are drawn again, one after another. */
    private void prepare(Slot slot, int from, int to) {
        List<SourceParameters> expected = new ArrayList<>();
        for (int row = from; row < to; row++) {
            slot.attempts[row] = 0;
            draw(slot, row);
            if (slot.sources[row] != null) {
                expected.add(slot.sources[row]);
            }
        }
        preparer.expect(expected);
        clock.end(Stage.PREPARE);
        for (int row = from; row < to; row++) {
            if (!isPrepared(slot, row)) {
                prepare(slot, row);
            }
        }
    }

    /** Draws until the model accepts the draw. */
    private void prepare(Slot slot, int row) {
        do {
            draw(slot, row);
        } while (!isPrepared(slot, row));
    }

    /** Draws a row's parameters and its source, or the reason why there is none. */
    private void draw(Slot slot, int row) {
        drawer.draw(slot.batch.row(row), slot.attempts[row]++, parameters);
        MemorySegment.copy(parameters, 0, slot.batch.parameters(), ValueLayout.JAVA_DOUBLE,
            (long) row * parameters.length * Double.BYTES, parameters.length);
        clock.end(Stage.DRAW);
        slot.sources[row] = null;
        try {
            slot.sources[row] = drawer.source(parameters);
        } catch (SourceRefusedException refusal) {
            slot.refusals[row] = refusal.getMessage();
        }
        clock.end(Stage.CONVERT);
    }

    /** Whether the model accepts what was drawn of a row; where not, the draw is rejected. */
    private boolean isPrepared(Slot slot, int row) {
        boolean isPrepared = false;
        if (slot.sources[row] != null) {
            try {
                preparer.prepare(slot.sources[row], slot.rows, row * stride);
                isPrepared = true;
            } catch (SourceRefusedException refusal) {
                slot.refusals[row] = refusal.getMessage();
            }
            clock.end(Stage.PREPARE);
        }
        if (!isPrepared) {
            reject(slot.batch, new Rejection(slot.batch.row(row), slot.attempts[row] - 1, slot.refusals[row]));
        }
        return isPrepared;
    }

    private void reject(Batch batch, Rejection rejection) {
        if (rejection.attempt() + 1 >= task.attemptsPerRow()) {
            throw new UnusableRowException(rejection.row(), task.attemptsPerRow(), rejection.reason());
        }
        batch.rejections().add(rejection);
    }

    /** What is not finite of a row, if anything: to follow "gives no finite". */
    private interface Flaw {
        Optional<String> of(Slot slot, int row);
    }

    /** Rejects rows with a value that is not finite and prepares others in their place; whether there were any. */
    private boolean replaceUnusableRows(Slot slot, Flaw flaws) {
        Batch batch = slot.batch;
        boolean replaced = false;
        for (int row = 0; row < batch.count(); row++) {
            Optional<String> flaw = flaws.of(slot, row);
            if (flaw.isPresent()) {
                clock.end(Stage.CHECK);
                reject(batch, new Rejection(batch.row(row), slot.attempts[row] - 1,
                    task.model().approximant() + " gives no finite " + flaw.get()));
                prepare(slot, row);
                replaced = true;
            }
        }
        clock.end(Stage.CHECK);
        return replaced;
    }

    /** Of a row as it was evaluated. */
    private Optional<String> flaw(Slot slot, int row) {
        if (task.isTransformedByBackend()) {
            // Its bins are not here any more, and who had them has looked.
            return slot.batch.isKnownFinite(row) ? Optional.empty() : Optional.of("strain");
        }
        int bin = slot.batch.isKnownFinite(row) ? -1 : firstNonFinite(slot.batch, row);
        return bin < 0 ? Optional.empty()
            : Optional.of("strain at " + task.points().frequencies()[bin] + " Hz");
    }

    /** Of a row after the transform: that its strain was finite means nothing for what becomes of it. */
    private Optional<String> flawOfKept(Slot slot, int row) {
        int column = firstNonFinite(slot.kept, row);
        return column < 0 ? Optional.empty() : Optional.of(task.transform().orElseThrow().nameOf(column) + " in "
            + task.precision().name().toLowerCase(Locale.ROOT) + " precision");
    }

    /** The first complex number of a row with a part that is not finite, or -1. */
    private int firstNonFinite(Batch batch, int row) {
        long bytes = (long) batch.bins() * batch.precision().complexBytes();
        long part = scan.firstNonFinite(batch.plus().asSlice(row * bytes, bytes));
        if (part < 0) {
            part = scan.firstNonFinite(batch.cross().asSlice(row * bytes, bytes));
        }
        return Math.toIntExact(Math.floorDiv(part, 2));
    }
}
