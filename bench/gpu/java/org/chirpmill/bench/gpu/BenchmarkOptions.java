package org.chirpmill.bench.gpu;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What {@code bench/gpu/run} was asked for.
 *
 * @param amount how much is measured
 * @param folder where results go; empty where they are printed only
 * @param references folder of the reference waveforms, where one was named
 * @param seconds when no new measurement is begun
 */
record BenchmarkOptions(Amount amount, Optional<Path> folder, Optional<Path> references, long seconds) {
    private static final String USAGE =
        "usage: run [--out DIR] [--references DIR] [--seconds N] [--quick] [--tiny]";
    /** A file that every folder of references has. */
    private static final String SOME_REFERENCE = "IMRPhenomD.h5";

    /** How much is measured, and for how long unless something else is said. */
    enum Amount {
        FULL(420), QUICK(100), TINY(0);

        private final long seconds;

        Amount(long seconds) {
            this.seconds = seconds;
        }
    }

    /**
     * Reads the command line.
     *
     * @throws IllegalArgumentException with how to use it
     */
    static BenchmarkOptions of(String... arguments) {
        Amount amount = Amount.FULL;
        Optional<Path> folder = Optional.empty();
        Optional<Path> references = Optional.empty();
        long seconds = 0;
        for (int i = 0; i < arguments.length; i++) {
            boolean hasValue = i + 1 < arguments.length;
            if (arguments[i].equals("--out") && hasValue) {
                folder = Optional.of(Path.of(arguments[++i]));
            } else if (arguments[i].equals("--references") && hasValue) {
                references = Optional.of(Path.of(arguments[++i]));
            } else if (arguments[i].equals("--seconds") && hasValue && arguments[i + 1].matches("[0-9]{1,6}")) {
                seconds = Long.parseLong(arguments[++i]);
            } else if (arguments[i].equals("--quick")) {
                amount = Amount.QUICK;
            } else if (arguments[i].equals("--tiny")) {
                amount = Amount.TINY;
            } else {
                throw new IllegalArgumentException(USAGE);
            }
        }
        return new BenchmarkOptions(amount, folder, references, seconds == 0 ? amount.seconds : seconds);
    }

    /**
     * What is measured.
     *
     * @throws IllegalArgumentException where there is nothing to compare waveforms with, one sentence with its remedy
     */
    BenchmarkPlan plan() {
        return switch (amount) {
            case FULL -> BenchmarkPlan.full(foundReferences());
            case QUICK -> BenchmarkPlan.quick(foundReferences());
            case TINY -> BenchmarkPlan.tiny();
        };
    }

    private Path foundReferences() {
        Path named = references.orElseThrow(() -> new IllegalArgumentException("run: this bundle was packed without "
            + "the reference waveforms: name a checkout's src/test/resources/reference with --references DIR, or make "
            + "another bundle with bench/gpu/pack --references."));
        if (!Files.isRegularFile(named.resolve(SOME_REFERENCE))) {
            throw new IllegalArgumentException("run: " + named + " holds no reference waveforms (" + SOME_REFERENCE
                + "): name a checkout's src/test/resources/reference with --references DIR.");
        }
        return named;
    }
}
