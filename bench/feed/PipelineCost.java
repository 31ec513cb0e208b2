import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.chirpmill.rows.BatchMemory;
import org.chirpmill.rows.BatchSink;
import org.chirpmill.rows.RowOrder;
import org.chirpmill.rows.RowRange;
import org.chirpmill.run.Choices;
import org.chirpmill.run.Recipe;
import org.chirpmill.run.Run;
import org.chirpmill.run.RunListener;
import org.chirpmill.run.RunningRows;

/**
 * What rows cost that are thrown away in the cache where they were made, and what a run costs that is started for a few
 * rows only. Run by {@code bench/feed.py}; arguments: settings, seconds of processor time to warm up for, repeats.
 */
public final class PipelineCost {
    private static final OperatingSystemMXBean SYSTEM =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final int BLOCK = 5000;
    private static final double REPEAT_SECONDS = 4;
    private static final int MOST_STARTS = 2000;

    private final Run run;
    private long row;

    private PipelineCost(Run run) {
        this.run = run;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        PipelineCost cost = new PipelineCost(Run.of(Recipe.read(Path.of(arguments[0])), Choices.automatic()));
        while (processorSeconds() < Double.parseDouble(arguments[1])) {
            cost.make(BLOCK);
        }
        for (int repeat = 0; repeat < Integer.parseInt(arguments[2]); repeat++) {
            cost.measureRows();
        }
        for (int rows : new int[] {1, 64, 1024}) {
            cost.measureStarts(rows);
        }
    }

    private static double processorSeconds() {
        return SYSTEM.getProcessCpuTime() * 1e-9;
    }

    private void make(int count) throws IOException, InterruptedException {
        try (RunningRows rows = run.start(new RowRange(row, row + count), RowOrder.BY_COMPLETION, BatchMemory.OWN,
                BatchSink.NOWHERE, RunListener.SILENT)) {
            rows.await();
        }
        row += count;
    }

    private void measureRows() throws IOException, InterruptedException {
        double began = processorSeconds();
        long first = row;
        while (processorSeconds() - began < REPEAT_SECONDS) {
            make(BLOCK);
        }
        System.out.printf(Locale.ROOT, "thrown away: %.1f us of processor time a row%n",
            (processorSeconds() - began) / (row - first) * 1e6);
    }

    private void measureStarts(int count) throws IOException, InterruptedException {
        double[] micros = new double[MOST_STARTS];
        int starts = 0;
        double began = processorSeconds();
        while (starts < MOST_STARTS && processorSeconds() - began < REPEAT_SECONDS) {
            long started = System.nanoTime();
            make(count);
            micros[starts++] = (System.nanoTime() - started) * 1e-3;
        }
        double each = (processorSeconds() - began) / starts * 1e6;
        Arrays.sort(micros, 0, starts);
        System.out.printf(Locale.ROOT, "a run for %d rows: median %.0f us, least %.0f us, %.0f us of processor time%n",
            count, micros[starts / 2], micros[0], each);
    }
}
