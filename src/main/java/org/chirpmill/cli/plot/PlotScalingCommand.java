package org.chirpmill.cli.plot;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.Callable;
import org.chirpmill.cli.options.PictureOption;
import org.chirpmill.dataset.DatasetException;
import org.chirpmill.figure.ScalingFigure;
import org.chirpmill.settings.TextFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.core.JacksonException;
import tools.jackson.jr.ob.JSON;

/** Draws a scaling measurement. */
@Command(
    name = "scaling",
    description = "Waveforms a second against threads, from what 'chirpmill benchmark --scaling' wrote.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
        "",
        "Example:",
        "  chirpmill benchmark my.yaml --scaling 1,2,4,8 --output scaling.json",
        "  chirpmill plot scaling scaling.json -o scaling.svg",
    })
final class PlotScalingCommand implements Callable<Integer> {
    private static final long MOST_BYTES = 16L << 20;
    private static final double MOST_THREADS = 1e6;
    /** Waveforms a second: one in thirty years, and as many as there are cycles of a clock in as many cores. */
    private static final double LEAST_RATE = 1e-9;
    private static final double MOST_RATE = 1e15;

    @Parameters(paramLabel = "JSON", description = "The file that --output named.")
    private Path file;

    @Mixin
    private PictureOption picture;

    @Override
    public Integer call() throws IOException {
        picture.requireUsable();
        String text = TextFile.read(file, "the measurement", StandardCharsets.UTF_8, MOST_BYTES);
        try {
            Map<String, Object> measured = JSON.std.mapFrom(text);
            Map<?, ?> machine = (Map<?, ?>) measured.get("machine");
            List<ScalingFigure.Rates> cases = new ArrayList<>();
            for (Object one : (List<?>) measured.get("scaling")) {
                cases.add(rates((Map<?, ?>) one));
            }
            picture.write(ScalingFigure.of(
                machine.get("processor").toString(), cases, (int) within(machine.get("cores"), 1, MOST_THREADS)));
        } catch (JacksonException | ClassCastException | NullPointerException
                | NoSuchElementException other) {
            throw new DatasetException(file + " is not what 'chirpmill benchmark --scaling' writes with --output.",
                other);
        }
        return 0;
    }

    private static double within(Object number, double least, double most) {
        double value = ((Number) number).doubleValue();
        if (!(value >= least && value <= most)) {
            throw new NoSuchElementException(value + " is no such number");
        }
        return value;
    }

    /** Of each number of threads the point with the batches that a run would choose itself. */
    private static ScalingFigure.Rates rates(Map<?, ?> one) {
        List<Double> threads = new ArrayList<>();
        List<Double> rates = new ArrayList<>();
        for (Object listed : (List<?>) one.get("points")) {
            Map<?, ?> point = (Map<?, ?>) listed;
            if ((Boolean) point.get("automatic")) {
                threads.add(within(point.get("threads"), 1, MOST_THREADS));
                rates.add(within(((Map<?, ?>) point.get("waveforms_per_second")).get("median"), LEAST_RATE, MOST_RATE));
            }
        }
        if (threads.isEmpty()) {
            throw new NoSuchElementException("no automatic point");
        }
        return new ScalingFigure.Rates(String.format(Locale.ROOT, "%s, %,d bins, %,d waveforms",
            one.get("approximant"), ((Number) one.get("bins")).longValue(),
            ((Number) one.get("waveforms")).longValue()), threads, rates);
    }
}
