package org.chirpmill.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A small dataset whose bytes are recorded.
 *
 * @param sources what it is made of: {@code sources/SOURCES.yaml} of {@link #RECORDS}
 * @param grid at which frequencies: {@code grids/GRID.yaml} there
 * @param compression what is kept of its waveforms
 * @param way how they are evaluated and stored
 */
record GoldenSet(String sources, String grid, Compression compression, Way way) {
    /** Settings, bases and hashes. */
    static final Path RECORDS = Path.of("src/test/resources/golden");

    /** What is kept of waveforms. */
    enum Compression {
        PLAIN, WHITENED, PROJECTED, WHITENED_PROJECTED, SAMPLED, HETERODYNED, WHITENED_HETERODYNED, ALL_STEPS
    }

    /** How waveforms are evaluated and stored. Backends are named, so that no graphics card takes part. */
    enum Way {
        FAST_SINGLE("vector", "fast", "single"),
        FAST_DOUBLE("vector", "fast", "double"),
        EXACT_SINGLE("vector", "exact", "single"),
        EXACT_DOUBLE("vector", "exact", "double"),
        SCALAR_SINGLE("scalar", "exact", "single"),
        SCALAR_DOUBLE("scalar", "exact", "double");

        private final String backend;
        private final String accuracy;
        private final String precision;

        Way(String backend, String accuracy, String precision) {
            this.backend = backend;
            this.accuracy = accuracy;
            this.precision = precision;
        }
    }

    /**
     * How rows are divided among workers, which must not show.
     *
     * @param threads that work on them
     * @param batch rows at once
     */
    record Division(int threads, int batch) {}

    /** One word, such as {@code IMRPhenomD/uniform/whitened/fast_single}. */
    String name() {
        return String.join("/", sources, grid, word(compression), word(way));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** Whether it needs neither the Vector API nor fused multiply-adds. */
    boolean isScalar() {
        return way.backend.equals("scalar");
    }

    /** Where {@link #make} puts it. */
    Path file(Path folder) {
        return folder.resolve(name().replace('/', '-') + ".hdf5");
    }

    private Path settingsFile(Path folder) {
        return folder.resolve(name().replace('/', '-') + ".yaml");
    }

    /** Makes it with the command, and its settings beside it. */
    Path make(Path folder, Division division) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(settingsFile(folder), settings());
        CommandLineRun.succeeding(words(folder, division));
        return file(folder);
    }

    /** The command that makes it again, for a reader. */
    String command(Path folder, Division division) {
        return "./chirpmill "
            + Stream.of(words(folder, division)).map(Object::toString).collect(Collectors.joining(" "));
    }

    private Object[] words(Path folder, Division division) {
        return new Object[] {"generate", settingsFile(folder), "-o", file(folder), "--force", "--seed", 13,
            "--backend", way.backend, "--accuracy", way.accuracy, "--precision", way.precision,
            "--threads", division.threads, "--batch-size", division.batch};
    }

    /** Takes it away again. */
    void remove(Path folder) throws IOException {
        Files.deleteIfExists(file(folder));
        Files.deleteIfExists(settingsFile(folder));
    }

    private String settings() throws IOException {
        String text = Files.readString(RECORDS.resolve("grids").resolve(grid + ".yaml"))
            + Files.readString(RECORDS.resolve("sources").resolve(sources + ".yaml"));
        String whitening = "whitening: aLIGO_ZERO_DET_high_P_asd.txt";
        String svd = "svd: {file: '" + basis().toAbsolutePath() + "'}";
        return text + switch (compression) {
            case PLAIN -> "";
            case WHITENED -> "compression: {" + whitening + "}\n";
            case PROJECTED -> "compression: {" + svd + "}\n";
            case WHITENED_PROJECTED -> "compression: {" + whitening + ", " + svd + "}\n";
            case SAMPLED -> "compression: {" + whitening + ", svd: {file: '" + sampledBasis().toAbsolutePath()
                + "', sampling: 0.01}}\n";
            case HETERODYNED -> "compression: {phase_heterodyning: {order: 0}}\n";
            case WHITENED_HETERODYNED -> "compression: {" + whitening + ", phase_heterodyning: {order: 2}}\n";
            case ALL_STEPS -> "compression: {" + whitening + ", phase_heterodyning: {order: 2}, " + svd + "}\n";
        };
    }

    /** The grids for neutron stars have as many bins as those for black holes, and so the same basis. */
    private Path basis() {
        return RECORDS.resolve(grid.replace("_high", "") + "_basis.h5");
    }

    private Path sampledBasis() {
        return RECORDS.resolve(grid + "_sampled_basis.h5");
    }

    @Override
    public String toString() {
        return name();
    }
}
