package org.chirpmill.cli.words;

import java.io.PrintWriter;
import java.util.Map;
import java.util.Optional;
import org.chirpmill.run.RunListener;
import org.chirpmill.run.RunStep;

/** Tells the user what a run says: notices as lines, steps as bars or lines, all on standard error. */
public final class ConsoleListener implements RunListener {
    private final PrintWriter err;
    private final Map<RunStep, String> announcements;
    private ProgressReport progress;
    /** While rows are made: until then there is nothing to go on from. */
    private Optional<InterruptHint> hint = Optional.empty();

    /** Tells it as it is. */
    public ConsoleListener(PrintWriter err) {
        this(err, Map.of());
    }

    /**
     * With sentences that some steps begin with.
     *
     * @param announcements by step
     */
    public ConsoleListener(PrintWriter err, Map<RunStep, String> announcements) {
        this.err = err;
        this.announcements = announcements;
    }

    @Override
    public void notice(String sentence) {
        err.println("chirpmill: " + sentence);
    }

    @Override
    public void begin(RunStep step, long done, long waveforms) {
        if (step == RunStep.ROWS && done > 0) {
            err.printf("chirpmill: %,d of %,d rows are there already.%n", done, waveforms);
        }
        if (announcements.containsKey(step)) {
            notice(announcements.get(step));
        }
        hint = step == RunStep.ROWS ? Optional.of(new InterruptHint(err)) : Optional.empty();
        progress = ProgressReport.start(done, waveforms, err);
    }

    @Override
    public void advance(long waveforms) {
        progress.advance(waveforms);
    }

    @Override
    public void end() {
        progress.close();
        hint.ifPresent(InterruptHint::close);
    }
}
