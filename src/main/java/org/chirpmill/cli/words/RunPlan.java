package org.chirpmill.cli.words;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.chirpmill.benchmark.QuickRate;
import org.chirpmill.compression.Compression;
import org.chirpmill.dataset.DatasetWriter;
import org.chirpmill.engine.UnusableRowException;
import org.chirpmill.engine.WaveformTask;
import org.chirpmill.numbers.Quantity;
import org.chirpmill.prior.UnsatisfiedConstraintsException;
import org.chirpmill.rows.RowRange;
import org.chirpmill.run.BasisRun;
import org.chirpmill.run.Run;
import org.chirpmill.run.RunCost;
import org.chirpmill.settings.CompressionSettings;

/**
 * What a dataset would cost, in words.
 *
 * @param run what would make it
 * @param rows which rows it would have
 * @param out where it would go
 */
public record RunPlan(Run run, RowRange rows, Path out) {
    /** Prints it. */
    public void print(PrintWriter out) throws IOException, InterruptedException {
        try {
            RunCost cost = run.cost(rows);
            Optional<BasisForecast> basis = basis(cost);
            print(out, cost, basis, QuickRate.of(run.keptTask(), cost.schedule(), rows.count()));
        } catch (UnusableRowException | UnsatisfiedConstraintsException unusable) {
            throw run.recipe().refusal(unusable);
        }
    }

    private Optional<BasisForecast> basis(RunCost cost) throws IOException, InterruptedException {
        return cost.training().isEmpty() ? Optional.empty()
            : Optional.of(BasisForecast.of(BasisRun.of(run.recipe(), run.choices()), cost.training().get(),
                run.compression().validationSamples()));
    }

    private void print(PrintWriter out, RunCost cost, Optional<BasisForecast> basis, QuickRate rate)
            throws IOException {
        WaveformTask task = run.keptTask();
        double[] frequencies = task.grid().frequencies();
        out.printf("model      %s, f_ref %s Hz%n", run.recipe().settings().waveformGenerator().modelInWords(),
            task.frame().referenceFrequency());
        out.printf("grid       %,d bins, %s to %s Hz%s%n", frequencies.length, frequencies[0],
            frequencies[frequencies.length - 1], task.grid().isUniform()
                ? ", zero below " + frequencies[task.grid().firstBin()] + " Hz" : "");
        out.printf("parameters %s%n", String.join(", ", run.recipe().prior().columns()));
        run.recipe().prior().acceptanceRate().ifPresent(share ->
            out.printf("admitted   %s of draws, by the constraints of the prior%n", share.inWords()));
        out.printf("rows       %,d%s%n", rows.count(), rows.first() == 0 ? "" : ", " + rows.first() + " to "
            + (rows.end() - 1) + " of the set");
        run.compression().settings().ifPresent(_ -> out.printf("compressed %s%n", compressed(task)));
        out.printf("disk       %s (%s precision), %s%n", Quantity.bytes(cost.diskBytes()),
            task.precision().name().toLowerCase(Locale.ROOT), free(cost.diskBytes()));
        out.printf("memory     %s, of which %s in the JVM's heap, which may have %s%n",
            Quantity.bytes(cost.hostBytes()), Quantity.bytes(cost.heapBytes()),
            Quantity.bytes(Runtime.getRuntime().maxMemory()));
        out.printf("workers    %d on %s, batches of %d rows%n",
            cost.schedule().threads(), task.backend().way(task.model()), cost.schedule().batchSize());
        out.printf("accuracy   %s%n", task.accuracy());
        basis.ifPresent(forecast -> out.printf("training   about %s: %s for evaluating %,d waveforms, %s of linear "
            + "algebra%n", Quantity.duration(forecast.seconds()), Quantity.duration(forecast.waveformSeconds()),
            cost.trainingWaveforms(), Quantity.duration(forecast.besideSeconds() + forecast.atEndSeconds())));
        double seconds = rate.secondsFromCold(rows.count());
        out.printf("time       %s at %s waveforms/s, measured just now without writing%n",
            Quantity.duration(seconds), Quantity.number(rows.count() / seconds));
        out.flush();
    }

    private String compressed(WaveformTask task) {
        Compression unprojected = run.compression().unprojected();
        String whitened = (unprojected.whitening().isPresent() ? "whitened" : "not whitened")
            + unprojected.heterodyne().map(each -> ", heterodyned to order " + each.order()).orElse("");
        boolean isProjected = run.compression().settings().flatMap(CompressionSettings::svd).isPresent();
        return isProjected ? whitened + ", projected on " + task.columns() + " vectors" : whitened;
    }

    private String free(double needed) throws IOException {
        Path directory = DatasetWriter.directoryOf(out);
        if (!Files.isDirectory(directory)) {
            return "but " + out + " lies in no directory that exists";
        }
        long free = Files.getFileStore(directory).getUsableSpace();
        return free < needed
            ? "but only " + Quantity.bytes(free) + " are free" : Quantity.bytes(free) + " free";
    }
}
