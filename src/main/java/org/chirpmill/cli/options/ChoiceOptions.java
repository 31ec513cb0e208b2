package org.chirpmill.cli.options;

import org.chirpmill.engine.EvaluatorProvider;
import org.chirpmill.engine.Schedule;
import org.chirpmill.engine.WaveformTask;
import org.chirpmill.rows.Precision;
import org.chirpmill.run.Choices;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What is chosen for a run beside its settings. */
public final class ChoiceOptions {
    @Mixin
    private SeedOption seed;

    @Option(
        names = "--precision",
        paramLabel = "single|double",
        defaultValue = "single",
        description = "Stored polarizations: single (complex64) or double (complex128) (default: ${DEFAULT-VALUE}).")
    private Precision precision;

    @Mixin
    private ScheduleOptions schedules;

    @Mixin
    private BackendOption backend;

    @Mixin
    private AccuracyOption accuracy;

    @Mixin
    private SamplingOption sampling;

    /** The backend asked for. */
    public EvaluatorProvider backend() {
        return backend.provider();
    }

    /** All of it, on the backend asked for. */
    public Choices choices() {
        return choices(backend());
    }

    /** All of it, on that backend. */
    public Choices choices(EvaluatorProvider provider) {
        return sampling.applied(accuracy.applied(
            schedules.applied(seed.applied(Choices.on(provider)).withPrecision(precision))));
    }

    /** The division of so many rows of a task, which this machine's memory holds. */
    public Schedule schedule(WaveformTask task, long rows) {
        return schedules.schedule(task, rows);
    }
}
