package org.chirpmill.cli.options;

import java.util.OptionalInt;
import org.chirpmill.engine.Schedule;
import org.chirpmill.engine.WaveformTask;
import org.chirpmill.numbers.Quantity;
import org.chirpmill.run.Choices;
import org.chirpmill.run.Machine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How the work is divided: decides how fast a dataset is made, not what is in it. */
public final class ScheduleOptions {
    private static final int MOST_THREADS = 4096;
    private static final int MOST_ROWS = 1_000_000;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
        names = {"-p", "--threads", "--num_processes"},
        paramLabel = "N",
        description = "Workers (default: one for each core).")
    private Integer threads;

    @Option(
        names = "--batch-size",
        paramLabel = "N",
        description = "Rows a worker takes at a time (default: about six batches for each worker, at most 100 rows "
            + "and 1 MiB; on GPUs at most as many as a short trial finds worth while).")
    private Integer batchSize;

    /** The same choices, with this division. */
    public Choices applied(Choices choices) {
        return choices.dividedInto(
            threads == null ? OptionalInt.empty() : OptionalInt.of(within("--threads", threads, MOST_THREADS)),
            batchSize == null ? OptionalInt.empty() : OptionalInt.of(within("--batch-size", batchSize, MOST_ROWS)));
    }

    /** The division of so many rows, which this machine's memory holds. */
    Schedule schedule(WaveformTask task, long rows) {
        Schedule schedule = applied(Choices.on(task.backend())).schedule(task, rows);
        long bytes = batchSize == null ? 0 : schedule.hostBytes(task);
        if (bytes > Machine.memoryBytes()) {
            throw new ParameterException(spec.commandLine(), "--batch-size is " + batchSize + ", with which "
                + schedule.threads() + " threads take " + Quantity.bytes(bytes) + " of memory, this machine has "
                + Quantity.bytes(Machine.memoryBytes()));
        }
        return schedule;
    }

    private int within(String option, int value, int most) {
        if (value < 1 || value > most) {
            throw new ParameterException(spec.commandLine(),
                option + " is " + value + " but must be a whole number from 1 to " + most);
        }
        return value;
    }
}
