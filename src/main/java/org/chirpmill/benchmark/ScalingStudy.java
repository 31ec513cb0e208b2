package org.chirpmill.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.chirpmill.engine.Schedule;

/**
 * Tries threads and batch sizes on a workload. The repeats go round all of them in turn, so that a machine which slows
 * down slows all, one batch size after the other; a first round is thrown away.
 *
 * @param threads numbers of workers to try
 * @param repeats rounds that count
 * @param memoryBytes what the batches of one run may take
 */
public record ScalingStudy(List<Integer> threads, int repeats, long memoryBytes) {
    private static final int[] BATCH_SIZES = {1, 10, 100, 1000};

    /** The points in the order of threads, then of batch sizes. */
    public List<ScalingPoint> points(Workload workload) throws IOException, InterruptedException {
        Map<Schedule, List<Double>> measured = new HashMap<>();
        List<Schedule> schedules = threads.stream().flatMap(workers -> schedules(workload, workers)).toList();
        List<Schedule> turns = schedules.stream()
            .sorted(Comparator.comparingInt(Schedule::batchSize).thenComparingInt(Schedule::threads)).toList();
        for (int round = -1; round < repeats; round++) {
            for (Schedule schedule : turns) {
                Generation generation = workload.computed(schedule);
                if (round >= 0) {
                    measured.computeIfAbsent(schedule, _ -> new ArrayList<>()).add(generation.rate());
                }
            }
        }
        return schedules.stream()
            .map(schedule -> new ScalingPoint(schedule.threads(), schedule.batchSize(),
                schedule.equals(automatic(workload, schedule.threads())), measured.get(schedule)))
            .toList();
    }

    private Stream<Schedule> schedules(Workload workload, int workers) {
        Schedule automatic = automatic(workload, workers);
        return IntStream.concat(IntStream.of(BATCH_SIZES), IntStream.of(automatic.batchSize())).sorted().distinct()
            .mapToObj(size -> new Schedule(workers, size))
            // With fewer batches than workers some would have nothing to do.
            .filter(schedule -> schedule.equals(automatic)
                || schedule.trimmedTo(workload.rows()).equals(schedule)
                && schedule.hostBytes(workload.task()) <= memoryBytes);
    }

    /** What a run would choose. */
    private static Schedule automatic(Workload workload, int workers) {
        int size = Schedule.automatic(workload.task(), workload.rows(), workers).batchSize();
        return new Schedule(workers, size);
    }
}
