package org.chirpmill.feed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.chirpmill.compression.SvdBasis;
import org.chirpmill.dataset.DatasetHeader;
import org.chirpmill.dataset.NpyArray;
import org.chirpmill.engine.Schedule;
import org.chirpmill.engine.WaveformTask;
import org.chirpmill.rows.BatchShape;
import org.chirpmill.rows.Precision;
import org.chirpmill.rows.RowRange;
import org.chirpmill.run.DatasetRun;
import org.chirpmill.run.Run;

/** The set whose rows are served, and how it is described to clients. */
final class Served {
    private static final long USUAL_SLOT_BYTES = 16L << 20;

    private final Run run;
    private final WaveformTask task;
    private final Schedule schedule;
    private final Map<String, Object> description;

    /**
     * Describes a set.
     *
     * @param run one that has its basis
     * @param folder receives what is too large to be told: frequencies and basis
     */
    Served(Run run, Path folder) throws IOException {
        this.run = run;
        this.task = run.keptTask();
        this.schedule = run.schedule(Long.MAX_VALUE);
        this.description = description(folder);
    }

    private Map<String, Object> description(Path folder) throws IOException {
        DatasetHeader header = DatasetRun.header(run, RowRange.first(1));
        Map<String, String> origin = new LinkedHashMap<>(header.origin().attributes());
        // Whichever are asked for.
        origin.remove("rows");
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("protocol", Protocol.VERSION);
        told.put("parameters", header.columns());
        told.put("columns", header.bins());
        told.put("precision", header.precision() == Precision.SINGLE ? "single" : "double");
        told.put("settings", header.settings());
        told.put("origin", origin);
        told.put("notices", run.notices());
        told.put("frequencies", written(folder.resolve("frequencies.npy"),
            NpyArray.real(task.grid().frequencies(), task.grid().bins())));
        told.put("first_bin", task.grid().firstBin());
        Optional<SvdBasis> basis = run.compression().basis();
        if (basis.isPresent()) {
            told.put("svd_V", written(folder.resolve("svd_V.npy"),
                NpyArray.complex(basis.get().v(), basis.get().bins(), basis.get().size())));
            told.put("svd_s", written(folder.resolve("svd_s.npy"),
                NpyArray.real(basis.get().singularValues(), basis.get().singularValues().length)));
        }
        return told;
    }

    private static String written(Path file, byte[] content) throws IOException {
        return Files.write(file, content).toString();
    }

    Run run() {
        return run;
    }

    Schedule schedule() {
        return schedule;
    }

    /** Of so many rows. */
    BatchShape shape(int rows) {
        return task.keptShape(rows);
    }

    /** How many rows a place holds whose client does not say: some, and no great share of memory. */
    int usualRows() {
        return Math.clamp(USUAL_SLOT_BYTES / task.bytesPerRow(), 1, Protocol.MOST_ROWS_PER_SLOT);
    }

    /** How a question of so many rows is divided: among all workers, as far as batches of theirs go. */
    int pieceRows(long rows) {
        return Math.clamp(Math.ceilDiv(rows, (long) schedule.threads()), 1, schedule.batchSize());
    }

    /** What a client is told, with its memory. */
    String welcome(SharedSlots slots) {
        SlotLayout layout = slots.layout();
        Map<String, Object> told = new LinkedHashMap<>(description);
        told.put("memory", slots.file().toString());
        told.put("slots", layout.slots());
        told.put("rows_per_slot", layout.shape().capacity());
        told.put("slot_bytes", layout.slotBytes());
        told.put("h_plus_offset", layout.plus());
        told.put("h_cross_offset", layout.cross());
        return Tidings.json(told);
    }
}
