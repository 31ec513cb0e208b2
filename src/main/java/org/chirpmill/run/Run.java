package org.chirpmill.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.chirpmill.compression.SvdBasis;
import org.chirpmill.compression.TrainingPlan;
import org.chirpmill.engine.BatchOrders;
import org.chirpmill.engine.Pipeline;
import org.chirpmill.engine.Schedule;
import org.chirpmill.engine.StageClock;
import org.chirpmill.engine.StandingWorkers;
import org.chirpmill.engine.UnusableRowException;
import org.chirpmill.engine.WaveformTask;
import org.chirpmill.model.GridTables;
import org.chirpmill.prior.UnsatisfiedConstraintsException;
import org.chirpmill.rows.BatchMemory;
import org.chirpmill.rows.BatchSink;
import org.chirpmill.rows.RowOrder;
import org.chirpmill.rows.RowSelection;

/**
 * A recipe and choices that go together: what makes any rows of the set that the settings and the seed mean, as often
 * as wanted. Immutable; several of its runs may go on at once.
 */
public final class Run {
    /** What the JVM, its heap and its code take besides the batches and the grid's tables, measured on quick.yaml. */
    private static final long JVM_BYTES = 180L << 20;

    private final Recipe recipe;
    private final Choices choices;
    private final WaveformTask task;
    private final CompressionPlan compression;
    private final WaveformTask kept;

    private Run(Recipe recipe, Choices choices, WaveformTask task, CompressionPlan compression) {
        this.recipe = recipe;
        this.choices = choices;
        this.task = task;
        this.compression = compression;
        this.kept = compression.planned(task);
    }

    /**
     * Puts both together: reads the files that the settings name, and draws the first row.
     *
     * @throws org.chirpmill.settings.SettingsException where no row can be made, a file is of no use, or memory cannot
     *     hold the basis that is to be trained
     */
    public static Run of(Recipe recipe, Choices choices) throws IOException {
        WaveformTask task = recipe.task(choices);
        CompressionPlan compression = CompressionPlan.of(recipe, choices);
        try {
            new FirstRow(recipe, task).requireUsable();
            new FirstSignals(recipe.settings(), task).requireAny();
        } catch (UnusableRowException | UnsatisfiedConstraintsException unusable) {
            throw recipe.refusal(unusable);
        }
        memory(compression, task).ifPresent(need -> need.requireRoom(recipe.settings().tree(), JVM_BYTES));
        return new Run(recipe, choices, task, compression);
    }

    /** What a basis takes that is trained first; empty where none is. */
    private static Optional<MemoryNeed> memory(CompressionPlan compression, WaveformTask task) {
        return compression.trainingPlan(task.grid())
            .map(plan -> MemoryNeed.ofTraining(plan, task.grid(), compression.validationSamples()))
            .map(need -> compression.sampling().isOn() ? need.withSampling() : need)
            .map(need -> need.withProjection(task.precision()));
    }

    /** What the settings came to. */
    public Recipe recipe() {
        return recipe;
    }

    /** What was chosen beside the settings. */
    public Choices choices() {
        return choices;
    }

    /** What the user should know before rows are made, a sentence each. */
    public List<String> notices() {
        List<String> all = new ArrayList<>(recipe.noticesBeforeRows());
        compression.unprojected().whitening().ifPresent(found -> all.addAll(Doubts.of(recipe.settings(), found)));
        accuracyNotice().ifPresent(all::add);
        compression.notice(task.grid()).ifPresent(all::add);
        return all;
    }

    /** A sentence where the accuracy that was asked for is not the one that the backend keeps. */
    private Optional<String> accuracyNotice() {
        return choices.accuracy().or(recipe::accuracy).filter(asked -> !asked.equals(task.accuracy())).map(asked ->
            "an accuracy of " + asked + " is kept as " + task.accuracy() + " for " + task.model().approximant()
                + " on the " + task.backend().name() + " backend.");
    }

    /** What is evaluated: whole waveforms. */
    public WaveformTask task() {
        return task;
    }

    /** What becomes of waveforms before they are kept. */
    public CompressionPlan compression() {
        return compression;
    }

    /** The task whose rows are kept; where a basis has yet to be trained, with one of the same size in its place. */
    public WaveformTask keptTask() {
        return kept;
    }

    /** How so many rows would be divided. */
    public Schedule schedule(long rows) {
        return choices.schedule(kept, rows);
    }

    /** Bytes of a dataset with so many rows. A device is not asked how it would divide them, which may take a trial. */
    double diskBytes(long rows) {
        return rows * (double) kept.bytesPerRow() + CompressionPlan.basisBytes(kept);
    }

    /** What rows would cost. */
    public RunCost cost(RowSelection rows) {
        Schedule schedule = schedule(rows.count());
        Optional<MemoryNeed> basis = memory(compression, task);
        long tables = (long) schedule.threads() * GridTables.TABLES * task.grid().bins() * Double.BYTES;
        // Of a basis of a file there are the basis and a matrix of it.
        long heap = tables + basis.map(MemoryNeed::heapBytes).orElseGet(() -> 2 * CompressionPlan.basisBytes(kept));
        // Rows are made when the matrices and batches of the training are gone.
        long outside = Math.max(schedule.hostBytes(kept),
            basis.map(need -> need.outsideBytes() + trainingBatchesBytes(need.plan())).orElse(0L));
        return new RunCost(rows, schedule, diskBytes(rows.count()), outside + heap + JVM_BYTES, heap,
            basis.map(MemoryNeed::plan), basis.map(need -> need.plan().waveformsRead()).orElse(0L)
                + compression.validationSamples());
    }

    /** Whole waveforms in double precision, as they are evaluated for a basis. */
    private long trainingBatchesBytes(TrainingPlan plan) {
        WaveformTask whole = task.evaluatedInDouble();
        return choices.schedule(whole, plan.polarizations() / 2).hostBytes(whole);
    }

    /** The same run, whose rows are coefficients in this basis. */
    public Run with(SvdBasis basis) {
        return new Run(recipe, choices, task, compression.with(basis));
    }

    /**
     * The same run with the basis that its settings ask for: trained now, and measured where they ask for that. Itself
     * where no basis has to be trained.
     */
    public Run trained(RunListener listener) throws IOException, InterruptedException {
        Optional<TrainingPlan> plan = compression.trainingPlan(task.grid());
        if (plan.isEmpty()) {
            return this;
        }
        BasisRun bases = BasisRun.of(recipe, choices);
        SvdBasis basis = bases.train(plan.get(), listener).basis();
        long validation = compression.validationSamples();
        SvdBasis measured = validation == 0 ? basis : basis.with(bases.validate(basis, validation, listener));
        listener.trained(measured);
        return with(measured);
    }

    /**
     * Begins to make rows and returns at once. A basis that the settings ask for is trained first; {@link #trained}
     * keeps one for several starts.
     *
     * @param rows which, a range or a list
     * @param order in which the sink receives batches
     * @param memory where batches lie: {@link BatchMemory#OWN}, or the caller's own
     * @param sink receives each batch once, on a thread of the run, one at a time; the run ends where it throws
     * @param listener hears the {@link #notices} first, then how far the run is
     */
    public RunningRows start(
            RowSelection rows, RowOrder order, BatchMemory memory, BatchSink sink, RunListener listener) {
        return RunningRows.start(() -> {
            notices().forEach(listener::notice);
            Run ready = trained(listener);
            listener.begin(RunStep.ROWS, 0, rows.count());
            try {
                ready.pipeline(ready.schedule(rows.count()), () -> StageClock.ABSENT)
                    .run(rows, order, memory, sink, listener::advance);
            } catch (UnusableRowException | UnsatisfiedConstraintsException unusable) {
                throw recipe.refusal(unusable);
            } finally {
                listener.end();
            }
            return null;
        });
    }

    /**
     * Workers that stand ready with evaluators open, for a reader who asks for some rows again and again: a start for
     * each of its questions would take longer than the rows.
     *
     * @param schedule how many there are, and the most rows of an order: {@link #schedule} of as many rows as there are
     * @param orders where they get their batches, which have the shape of {@link #keptTask}
     * @throws IllegalStateException where a basis has yet to be trained
     */
    public StandingWorkers stand(Schedule schedule, BatchOrders orders) {
        if (compression.training().isPresent()) {
            throw new IllegalStateException("the basis has yet to be trained");
        }
        return new StandingWorkers(kept, schedule, orders);
    }

    /** What makes rows that are divided so; of a run that has its basis. */
    Pipeline pipeline(Schedule schedule, Supplier<StageClock> clocks) {
        return new Pipeline(kept, schedule, clocks);
    }
}
