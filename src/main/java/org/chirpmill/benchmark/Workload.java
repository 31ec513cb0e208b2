package org.chirpmill.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.chirpmill.dataset.DatasetHeader;
import org.chirpmill.dataset.DatasetWriter;
import org.chirpmill.engine.Pipeline;
import org.chirpmill.engine.Schedule;
import org.chirpmill.engine.StageTally;
import org.chirpmill.engine.WaveformTask;
import org.chirpmill.rows.BatchSink;
import org.chirpmill.rows.RowRange;
import org.chirpmill.run.TimedSink;

/**
 * A dataset to make for the sake of its cost.
 *
 * @param task what is computed
 * @param header what the dataset would say of itself; its rows are those that are made
 * @param opening of the dataset
 */
public record Workload(WaveformTask task, DatasetHeader header, Opening opening) {
    /** Begins a dataset. */
    public interface Opening {
        /** Of rows alone, whatever they were made from. */
        Opening OF_ROWS = (target, header) -> DatasetWriter.create(target, header, true);

        /** Begins it in the place of a file that is there. */
        DatasetWriter open(Path target, DatasetHeader header) throws IOException;
    }

    /** How many waveforms a run makes. */
    public long rows() {
        return header.rows();
    }

    /** Makes so many waveforms and throws them away, that the compiler has seen the work. */
    public void warmUp(Schedule schedule, long rows) throws IOException, InterruptedException {
        new Pipeline(task, schedule.trimmedTo(rows)).run(RowRange.first(rows), BatchSink.NOWHERE, stored -> { });
    }

    /** Makes all waveforms and throws each away where it lies: computing without writing. */
    public Generation computed(Schedule schedule) throws IOException, InterruptedException {
        StageTally stages = new StageTally();
        long began = System.nanoTime();
        new Pipeline(task, schedule, stages).run(RowRange.first(rows()), BatchSink.NOWHERE, stored -> { });
        return new Generation(rows(), schedule.threads(), secondsSince(began), stages.seconds(), 0, 0);
    }

    /** Makes the dataset at {@code target}, replacing one that is there. */
    public Generation written(Schedule schedule, Path target) throws IOException, InterruptedException {
        StageTally stages = new StageTally();
        long began = System.nanoTime();
        try (DatasetWriter writer = opening.open(target, header)) {
            double fileSeconds = secondsSince(began);
            TimedSink sink = new TimedSink(writer);
            new Pipeline(task, schedule, stages).run(RowRange.first(rows()), sink, stored -> { });
            long finishing = System.nanoTime();
            writer.finish(Map.of());
            fileSeconds += secondsSince(finishing);
            return new Generation(rows(), schedule.threads(), secondsSince(began), stages.seconds(),
                sink.seconds(), fileSeconds);
        }
    }

    /** Makes all waveforms on one thread in batches of one, each timed alone. */
    public WaveformTimes waveformByWaveform() throws IOException, InterruptedException {
        WaveformTimes.Log log = new WaveformTimes.Log();
        new Pipeline(task, new Schedule(1, 1), () -> log).run(RowRange.first(rows()), BatchSink.NOWHERE, stored -> { });
        return log.times();
    }

    private static double secondsSince(long began) {
        return (System.nanoTime() - began) * 1e-9;
    }
}
