package org.chirpmill.cli.words;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;
import org.chirpmill.compression.SamplingErrors;
import org.chirpmill.compression.SvdBasis;
import org.chirpmill.run.RunListener;
import org.chirpmill.run.RunStep;

/** Tells the user what a run says: notices as lines, steps as bars or lines, all on standard error. */
public final class ConsoleListener implements RunListener {
    private final PrintWriter err;
    private final Preface preface;
    private boolean hasBegun;
    private ProgressReport progress;
    /** While rows are made: until then there is nothing to go on from. */
    private Optional<InterruptHint> hint = Optional.empty();

    /** What is said before anything is done; nothing, unless it says otherwise. */
    public interface Preface {
        /** What is going to be made, a sentence. */
        default Optional<String> whole() {
            return Optional.empty();
        }

        /** What training is going to take, asked for as it begins; empty where that is not worth a word. */
        default Optional<BasisForecast> training() throws IOException, InterruptedException {
            return Optional.empty();
        }

        /** How training is done sooner, a clause. */
        default String sooner() {
            return "";
        }
    }

    /** Tells it as it is. */
    public ConsoleListener(PrintWriter err) {
        this(err, new Preface() { });
    }

    /** With words before. */
    public ConsoleListener(PrintWriter err, Preface preface) {
        this.err = err;
        this.preface = preface;
    }

    @Override
    public void notice(String sentence) {
        err.println("chirpmill: " + sentence);
    }

    @Override
    public void begin(RunStep step, long done, long waveforms) {
        if (!hasBegun) {
            hasBegun = true;
            preface.whole().ifPresent(this::notice);
        }
        if (step == RunStep.ROWS && done > 0) {
            err.printf("chirpmill: %,d of %,d rows are there already.%n", done, waveforms);
        }
        double afterwards = step == RunStep.TRAINING ? secondsAfterTraining() : 0;
        hint = step == RunStep.ROWS ? Optional.of(new InterruptHint(err)) : Optional.empty();
        progress = ProgressReport.start(new ProgressReport.Beginning(step, done, waveforms, afterwards), err);
    }

    private double secondsAfterTraining() {
        try {
            Optional<BasisForecast> forecast = preface.training();
            forecast.ifPresent(told -> notice(told.sentence() + "; " + preface.sooner() + "."));
            return forecast.map(BasisForecast::atEndSeconds).orElse(0.0);
        } catch (InterruptedException stopped) {
            // The training that follows stops for it.
            Thread.currentThread().interrupt();
            return 0;
        } catch (IOException untold) {
            return 0;
        }
    }

    @Override
    public void advance(long waveforms) {
        progress.advance(waveforms);
    }

    @Override
    public void sampled(SamplingErrors errors) {
        notice(SamplingSummary.line(errors));
    }

    @Override
    public void trained(SvdBasis basis) {
        basis.mismatches().ifPresentOrElse(table -> {
            notice(MismatchSummary.line(table));
            MismatchSummary.warning(table).ifPresent(this::notice);
        }, () -> notice(MismatchSummary.UNMEASURED));
    }

    @Override
    public void end() {
        progress.close();
        hint.ifPresent(InterruptHint::close);
    }
}
