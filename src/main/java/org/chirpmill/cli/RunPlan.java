package org.chirpmill.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.chirpmill.compression.TrainingPlan;
import org.chirpmill.dataset.DatasetWriter;
import org.chirpmill.engine.Schedule;
import org.chirpmill.engine.WaveformTask;
import org.chirpmill.model.GridTables;

/**
 * What a run would cost.
 *
 * @param recipe the stages
 * @param stage what would become of waveforms before they are kept
 * @param task what would be computed, a stand-in for the basis included
 * @param rows how many rows
 * @param schedule how they would be divided
 * @param out where they would go
 */
record RunPlan(Recipe recipe, CompressionStage stage, WaveformTask task, long rows, Schedule schedule, Path out) {
    /** What the JVM, its heap and its code take besides the batches and the grid's tables, measured on quick.yaml. */
    private static final long HEAP_BYTES = 180L << 20;

    void print(PrintWriter out) throws IOException, InterruptedException {
        double rate = QuickRate.of(task, schedule, rows);
        double[] frequencies = task.frame().grid().frequencies();
        out.printf("model      %s, f_ref %s Hz%n", task.model().approximant(), task.frame().referenceFrequency());
        out.printf("grid       %,d bins, %s to %s Hz%s%n", frequencies.length, frequencies[0],
            frequencies[frequencies.length - 1], task.frame().grid().isUniform()
                ? ", zero below " + frequencies[task.frame().grid().firstBin()] + " Hz" : "");
        out.printf("parameters %s%n", String.join(", ", recipe.prior().columns()));
        out.printf("rows       %,d%n", rows);
        stage.settings().compression().ifPresent(_ -> out.printf("compressed %s%n", stage.description(task)));
        out.printf("disk       %s (%s precision), %s%n", Quantity.bytes(diskBytes()),
            task.precision().name().toLowerCase(Locale.ROOT), free());
        long tables = (long) schedule.threads() * GridTables.TABLES * frequencies.length * Double.BYTES;
        out.printf("memory     %s%n", Quantity.bytes(schedule.hostBytes(task) + tables
            + basisMemory() + HEAP_BYTES));
        out.printf("workers    %d on %s, batches of %d rows%n",
            schedule.threads(), task.backend().name(), schedule.batchSize());
        out.printf("accuracy   %s%n", task.accuracy());
        stage.trainingPlan(task).ifPresent(plan -> out.printf("training   %s for evaluating %,d waveforms, and linear "
            + "algebra beside it%n", Quantity.duration(trainingRows(plan) / rate), trainingRows(plan)));
        out.printf("time       %s at %,.0f waveforms/s, measured just now without writing%n",
            Quantity.duration(rows / rate), rate);
        out.flush();
    }

    private long trainingRows(TrainingPlan plan) {
        return plan.waveformsRead() + stage.training().orElseThrow().validationSamples();
    }

    /** A basis and its matrix on the heap, and what comes before: the matrices that it is trained with. */
    private long basisMemory() {
        return Math.max(2 * stage.basisBytes(task), stage.trainingPlan(task).map(TrainingPlan::memoryBytes).orElse(0L));
    }

    private double diskBytes() {
        return rows * (double) task.bytesPerRow() + stage.basisBytes(task);
    }

    private String free() throws IOException {
        Path directory = DatasetWriter.directoryOf(out);
        if (!Files.isDirectory(directory)) {
            return "but " + out + " lies in no directory that exists";
        }
        long free = Files.getFileStore(directory).getUsableSpace();
        return free < diskBytes()
            ? "but only " + Quantity.bytes(free) + " are free" : Quantity.bytes(free) + " free";
    }
}
