package org.chirpmill.cli.benchmark;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Whether, and over how many threads, to draw the scaling curve. */
final class ScalingOptions {
    private static final int MOST_THREADS = 4096;
    /** With these it decides the division itself, or they would be one measurement too many. */
    private static final List<String> FOREIGN = List.of(
        "--threads", "--batch-size", "--warmup", "--per-waveform-timing", "--peer", "--output-dir");

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
        names = "--scaling",
        paramLabel = "1,2,4,...",
        description = "Try these numbers of threads, each with several batch sizes, in place of the measurement "
            + "above; without a configuration, on the cases that dingo-waveform published.")
    private String threads;

    @Option(
        names = "--chart",
        paramLabel = "FILE",
        defaultValue = "scaling.png",
        description = "The scaling curve's picture, replaced where it exists (default: ${DEFAULT-VALUE}).")
    private Path chart;

    boolean wanted() {
        return threads != null;
    }

    /** Numbers of threads, ascending; 1 and 2 are always among them, for the smallest sets. */
    List<Integer> threads() {
        for (String option : FOREIGN) {
            if (spec.commandLine().getParseResult().hasMatchedOption(option)) {
                throw new ParameterException(spec.commandLine(), option + " does not go with --scaling");
            }
        }
        return Stream.concat(Stream.of(1, 2), Arrays.stream(threads.split(",")).map(this::count))
            .sorted().distinct().toList();
    }

    private int count(String word) {
        if (word.matches("\\d{1,4}") && Integer.parseInt(word) >= 1 && Integer.parseInt(word) <= MOST_THREADS) {
            return Integer.parseInt(word);
        }
        throw new ParameterException(spec.commandLine(), "--scaling is '" + threads + "' but must be whole numbers "
            + "from 1 to " + MOST_THREADS + " with commas between, such as 1,2,4,8");
    }

    /** Where the picture goes. */
    Path chart() {
        return chart;
    }
}
