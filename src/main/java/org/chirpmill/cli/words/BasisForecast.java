package org.chirpmill.cli.words;

import java.io.IOException;
import java.util.Optional;
import org.chirpmill.benchmark.QuickRate;
import org.chirpmill.compression.AlgebraCost;
import org.chirpmill.compression.TrainingPlan;
import org.chirpmill.engine.UnusableRowException;
import org.chirpmill.numbers.Quantity;
import org.chirpmill.prior.UnsatisfiedConstraintsException;
import org.chirpmill.run.BasisRun;

/**
 * How long a basis takes, told before it is trained.
 *
 * @param plan of the training
 * @param waveformSeconds to evaluate what it is trained and measured on, s
 * @param besideSeconds of linear algebra on the way, s
 * @param atEndSeconds of linear algebra when all waveforms are there, s
 */
public record BasisForecast(
        TrainingPlan plan, double waveformSeconds, double besideSeconds, double atEndSeconds) {
    /** What nobody needs to be told of beforehand, s. */
    private static final double NEGLIGIBLE = 10;
    /** So many bins of waveforms, any backend on any machine evaluates in a few seconds. */
    private static final long FEW_BINS = 3_000_000;

    /**
     * Measures how fast the waveforms come, in some seconds, and products of matrices.
     *
     * @param validation waveforms that it will be measured on
     */
    static BasisForecast of(BasisRun bases, TrainingPlan plan, long validation)
            throws IOException, InterruptedException {
        return of(bases, plan, validation, 0);
    }

    /** The same where it is worth telling; empty where it is about nothing, or cannot be told. */
    public static Optional<BasisForecast> ifLong(BasisRun bases, TrainingPlan plan, long validation)
            throws IOException, InterruptedException {
        if ((double) waveforms(plan, validation) * bases.recipe().grid().bins() < FEW_BINS) {
            return Optional.empty();
        }
        try {
            return Optional.of(of(bases, plan, validation, NEGLIGIBLE / 2))
                .filter(forecast -> forecast.seconds() > NEGLIGIBLE);
        } catch (UnusableRowException | UnsatisfiedConstraintsException unusable) {
            // The training will come to it and say so.
            return Optional.empty();
        }
    }

    private static BasisForecast of(BasisRun bases, TrainingPlan plan, long validation, double negligible)
            throws IOException, InterruptedException {
        long waveforms = waveforms(plan, validation);
        AlgebraCost cost = AlgebraCost.of(plan);
        double operations = AlgebraCost.operationsPerSecond();
        QuickRate rate = QuickRate.of(bases.maker().task(), bases.maker().schedule().apply(waveforms), waveforms,
            negligible);
        return new BasisForecast(plan, waveforms / rate.perSecond(), cost.beside() / operations,
            cost.atEnd() / operations);
    }

    private static long waveforms(TrainingPlan plan, long validation) {
        return plan.waveformsRead() + validation;
    }

    /** s */
    double seconds() {
        return waveformSeconds + besideSeconds + atEndSeconds;
    }

    /** What is made and how long it takes, without a full stop. */
    public String sentence() {
        return String.format("training a basis of %,d vectors on %,d waveforms takes about %s, %s of it linear algebra",
            plan.size(), plan.polarizations() / 2, Quantity.duration(seconds()),
            Quantity.duration(besideSeconds + atEndSeconds));
    }
}
