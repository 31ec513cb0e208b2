package org.chirpmill.cli.words;

import java.io.IOException;
import java.util.Optional;
import org.chirpmill.compression.TrainingPlan;
import org.chirpmill.engine.Schedule;
import org.chirpmill.engine.WaveformTask;
import org.chirpmill.rows.RowRange;
import org.chirpmill.run.BasisRun;
import org.chirpmill.run.DatasetRun;
import org.chirpmill.run.Run;

/**
 * What is going to be made, in one line, and how long its basis takes where that is long.
 *
 * @param making the dataset
 * @param schedule how its rows are divided
 */
public record RunPreface(DatasetRun making, Schedule schedule) implements ConsoleListener.Preface {
    @Override
    public Optional<String> whole() {
        Run run = making.run();
        RowRange rows = making.rows();
        WaveformTask task = run.keptTask();
        int bins = task.grid().bins();
        String kept = task.columns() == bins ? "" : String.format(", kept as %,d %s,", task.columns(),
            task.columns() == 1 ? "coefficient" : "coefficients");
        String part = rows.first() == 0 ? "" : ", rows " + rows + " of the set";
        return Optional.of(String.format("%,d %s %s of %,d bins%s to %s%s, seed %d, on %s with %d %s, accuracy %s.",
            rows.count(), run.recipe().settings().waveformGenerator().modelInWords(),
            rows.count() == 1 ? "waveform" : "waveforms", bins, kept, making.target(), part,
            run.choices().seedOf(run.recipe().settings()), task.backend().way(task.model()), schedule.threads(),
            schedule.threads() == 1 ? "thread" : "threads", task.accuracy()));
    }

    @Override
    public Optional<BasisForecast> training() throws IOException, InterruptedException {
        Run run = making.run();
        Optional<TrainingPlan> plan = run.compression().trainingPlan(run.task().grid());
        return plan.isEmpty() ? Optional.empty() : BasisForecast.ifLong(BasisRun.of(run.recipe(), run.choices()),
            plan.get(), run.compression().validationSamples());
    }

    @Override
    public String sooner() {
        return "a smaller compression.svd.num_training_samples takes less, and 'chirpmill svd train' makes one for "
            + "many sets, as their compression.svd.file";
    }
}
