package org.chirpmill.compression;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongConsumer;
import java.util.function.LongFunction;
import org.chirpmill.engine.Pipeline;
import org.chirpmill.engine.Schedule;
import org.chirpmill.engine.WaveformTask;
import org.chirpmill.rows.RowRange;
import org.chirpmill.settings.SettingsException;

/**
 * Makes bases from waveforms of a task, and measures them.
 *
 * <p>Training and validation waveforms are rows of the task's own seed, drawn like a dataset's rows, with indices from
 * {@link #FIRST_TRAINING_ROW} and {@link #FIRST_VALIDATION_ROW} on. No dataset is that long, so a basis depends on the
 * seed and on how many waveforms it is trained on, and no row of the dataset depends on either number.
 *
 * @param task whole waveforms in double precision
 * @param kept the same waveforms as rows are evaluated for a dataset, whole
 * @param compression what becomes of them first: the steps before a basis
 * @param schedule the division of so many rows among workers
 */
public record BasisMaker(
        WaveformTask task, WaveformTask kept, Compression compression, LongFunction<Schedule> schedule) {
    /** Index of the first waveform that bases are trained on. */
    public static final long FIRST_TRAINING_ROW = 1L << 62;
    /** Index of the first waveform that bases are measured on. */
    public static final long FIRST_VALIDATION_ROW = FIRST_TRAINING_ROW + (1L << 61);

    /** Validation waveforms by which the errors of sampled bins are told. */
    private static final long CALIBRATION_WAVEFORMS = 2000;
    /** And those by which it is measured how good they are. */
    private static final long MEASURED_WAVEFORMS = 1000;

    /**
     * A basis and what it took.
     *
     * @param basis without mismatches
     * @param algebraSeconds the part of the time that was not spent waiting for waveforms
     * @param empty how many of the waveforms were zero in every bin
     * @param sampling how good the bins are that were chosen; empty where none were
     */
    public record Trained(
        SvdBasis basis, double algebraSeconds, long empty, Optional<SamplingErrors> sampling) {}

    /** How a basis of {@code size} vectors, 0 for all, comes from so many waveforms. */
    public TrainingPlan plan(long waveforms, long size) {
        return TrainingPlan.of(task.grid(), waveforms, size);
    }

    /**
     * Trains a basis.
     *
     * @param progress told of each waveform evaluated, {@link TrainingPlan#waveformsRead} in all
     * @throws SettingsException where the waveforms give none, as where whitening makes them infinite
     */
    public Trained train(TrainingPlan plan, LongConsumer progress) throws IOException, InterruptedException {
        EvaluatedRows rows = rows(FIRST_TRAINING_ROW, plan.polarizations() / 2, progress);
        Trained trained = BasisTraining.train(rows, plan);
        requireUsable(trained.basis());
        return new Trained(trained.basis(), trained.algebraSeconds(), rows.empty(), Optional.empty());
    }

    private static void requireUsable(SvdBasis basis) {
        BasisCheck.flaw(basis).ifPresent(flaw -> {
            throw new SettingsException("no basis comes of the training waveforms: " + flaw + ".");
        });
    }

    /**
     * Measures a basis on waveforms that it was not trained on.
     *
     * @param parameters names of the rows' parameters
     */
    public Mismatches validate(SvdBasis basis, List<String> parameters, long waveforms, LongConsumer progress)
            throws IOException, InterruptedException {
        return MismatchMeasure.of(rows(FIRST_VALIDATION_ROW, waveforms, progress), basis, parameters);
    }

    /**
     * Trains a basis and chooses bins that tell its coefficients, with errors as validation waveforms have them. The
     * basis is the one that {@link #train} makes.
     *
     * @param tolerance of rows that will be made of those bins
     * @return a basis without sampled bins where they would be too many to save anything, or serve too few rows
     */
    public Trained trainSampled(TrainingPlan plan, RowTolerance tolerance, LongConsumer progress)
            throws IOException, InterruptedException {
        if (plan.sampledVectors().isEmpty()) {
            return train(plan, progress);
        }
        EvaluatedRows rows = rows(FIRST_TRAINING_ROW, plan.polarizations() / 2, progress);
        Trained trained = BasisTraining.trainSampled(rows, plan, plan.sampledVectors().getAsInt());
        requireUsable(trained.basis());
        SampledBins sampled = calibrated(trained.basis().sampling().orElseThrow(), trained.basis());
        SvdBasis basis = trained.basis().with(Optional.of(sampled));
        SamplingErrors errors = measure(basis, tolerance);
        return new Trained(errors.areWorthwhile() ? basis : trained.basis().with(Optional.empty()),
            trained.algebraSeconds(), rows.empty(), Optional.of(errors));
    }

    /**
     * Chooses bins for a basis that is there, from waveforms as it would be trained on.
     *
     * @param plan of as many vectors, with {@link TrainingPlan#sampledVectors}
     */
    public SampledBins sample(SvdBasis basis, TrainingPlan plan, LongConsumer progress)
            throws IOException, InterruptedException {
        EvaluatedRows rows = rows(FIRST_TRAINING_ROW, plan.polarizations() / 2, progress);
        return calibrated(
            BasisTraining.sampled(rows, plan, plan.sampledVectors().orElseThrow(), basis), basis);
    }

    /** Measures the sampled bins of a basis on other waveforms than told their errors. */
    public SamplingErrors measure(SvdBasis basis, RowTolerance tolerance) throws IOException, InterruptedException {
        long first = FIRST_VALIDATION_ROW + CALIBRATION_WAVEFORMS;
        double[] besideLoss = SamplingMeasure.besideLoss(rows(first, MEASURED_WAVEFORMS, _ -> { }), basis);
        return new SamplingErrors(basis.sampling().orElseThrow().bins().length, besideLoss, MEASURED_WAVEFORMS,
            madeWhole(basis, tolerance, first));
    }

    /** How many waveforms a dataset would have made of all bins. */
    private long madeWhole(SvdBasis basis, RowTolerance tolerance, long first)
            throws IOException, InterruptedException {
        Compression steps = Compression.of(compression.whitening(), compression.heterodyne(), Optional.of(basis));
        WaveformTask sampled = kept.transformedBy(CompressionTransform.sampled(
            steps, kept.parameters(), kept.precision(), tolerance).orElseThrow());
        String remark = sampled.sampledTransform().orElseThrow().remark();
        LongAdder whole = new LongAdder();
        new Pipeline(sampled, schedule.apply(MEASURED_WAVEFORMS)).run(
            new RowRange(first, first + MEASURED_WAVEFORMS),
            batch -> whole.add(batch.remarks().getOrDefault(remark, 0)), _ -> { });
        return whole.sum();
    }

    private SampledBins calibrated(SampledBins sampled, SvdBasis basis) throws IOException, InterruptedException {
        return SamplingCalibration.of(sampled, basis, rows(FIRST_VALIDATION_ROW, CALIBRATION_WAVEFORMS, _ -> { }));
    }

    private EvaluatedRows rows(long first, long waveforms, LongConsumer progress) {
        return new EvaluatedRows(task, schedule.apply(waveforms), compression, first, waveforms, progress);
    }
}
