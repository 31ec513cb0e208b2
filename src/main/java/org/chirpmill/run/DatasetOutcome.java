package org.chirpmill.run;

import java.util.Map;
import org.chirpmill.engine.Schedule;
import org.chirpmill.engine.Stage;
import org.chirpmill.engine.WaveformTask;

/**
 * What a dataset run came to.
 *
 * @param task whose rows were kept
 * @param schedule how they were divided
 * @param made how many rows were made now; the others were there
 * @param seconds from opening the file to its last byte
 * @param stageSeconds what each stage took of the workers' time
 * @param rowSeconds from the first row's beginning to the last one's end
 * @param writeSeconds of that, what the writer took
 * @param tally of the rows that were made now
 * @param remarks on how many rows of the whole file model, evaluator and worker made which remark
 */
public record DatasetOutcome(WaveformTask task, Schedule schedule, long made, double seconds,
        Map<Stage, Double> stageSeconds, double rowSeconds, double writeSeconds, RowTally tally,
        Map<String, Long> remarks) {}
