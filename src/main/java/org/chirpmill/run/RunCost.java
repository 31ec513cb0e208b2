package org.chirpmill.run;

import java.util.Optional;
import org.chirpmill.compression.TrainingPlan;
import org.chirpmill.engine.Schedule;
import org.chirpmill.rows.RowSelection;

/**
 * What rows would cost, known before the first.
 *
 * @param rows which
 * @param schedule how they would be divided
 * @param diskBytes of a dataset with these rows
 * @param hostBytes of memory: the JVM's, tables, batches, and a basis with what it is trained with
 * @param heapBytes of these, arrays in the JVM's heap, which {@code -Xmx} bounds
 * @param training how a basis would be trained first; empty where none is
 * @param trainingWaveforms how many waveforms would be evaluated for it, to measure it included
 */
public record RunCost(RowSelection rows, Schedule schedule, double diskBytes, long hostBytes,
        long heapBytes, Optional<TrainingPlan> training, long trainingWaveforms) {}
