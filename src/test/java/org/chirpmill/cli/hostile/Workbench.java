package org.chirpmill.cli.hostile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.chirpmill.cli.ChildJvm;
import org.chirpmill.cli.CommandLineRun;

/** A folder with intact files of each kind, in which others are tried: made once, and never changed by a command. */
final class Workbench {
    /** They name the spectral density that is damaged: what it makes impossible is said of them. */
    static final String SETTINGS_OF_NOISE = "noisy.yaml";
    static final Path RESOURCES = Path.of("src/test/resources/hostile");

    /** Small and quick, on 33 bins; some draws are rejected, since chi_1 leaves the Kerr bound. */
    static final String SETTINGS = """
        domain: {type: UniformFrequencyDomain, f_min: 16.0, f_max: 64.0, delta_f: 2.0}
        waveform_generator: {approximant: IMRPhenomD, f_ref: 16.0}
        intrinsic_prior:
          mass_1: Constraint(minimum=10.0, maximum=80.0)
          mass_2: Constraint(minimum=10.0, maximum=80.0)
          chirp_mass: bilby.gw.prior.UniformInComponentsChirpMass(minimum=15.0, maximum=60.0)
          mass_ratio: bilby.gw.prior.UniformInComponentsMassRatio(minimum=0.125, maximum=1.0)
          chi_1: Uniform(minimum=0.5, maximum=1.2)
          chi_2: Cosine(minimum=-0.9, maximum=0.9)
          theta_jn: default
          phase: Uniform(0, 2*np.pi)
          luminosity_distance: PowerLaw(alpha=2, minimum=100, maximum=900)
          geocent_time: 0.0
        waveform_parameters: {mass_1: 40.0, mass_2: 30.0, chi_1: 0.3, chi_2: -0.2, theta_jn: 0.4, phase: 1.0, \
        luminosity_distance: 400.0, geocent_time: 0.0}
        num_samples: 12
        """;

    private static final String MULTIBANDED = SETTINGS.replace(
        "{type: UniformFrequencyDomain, f_min: 16.0, f_max: 64.0, delta_f: 2.0}",
        "{type: MultibandedFrequencyDomain, nodes: [16.0, 32.0, 64.0], delta_f_initial: 1.0, "
            + "base_domain: {type: UniformFrequencyDomain, f_min: 16.0, f_max: 64.0, delta_f: 1.0}}");
    private static final String NOISE = "aLIGO_ZERO_DET_high_P_asd.txt";

    private static final long MOST_BYTES = 1_000_000_000L;

    private final Path folder;
    /** What a file was that was read in little memory: others read it in the same way. */
    private String proven = "";
    private final Map<String, CommandLineRun> intactAnswers = new HashMap<>();

    private Workbench(Path folder) {
        this.folder = folder;
    }

    static Workbench in(Path folder) throws IOException {
        return in(folder, SETTINGS);
    }

    /** One whose files are of other settings. */
    static Workbench in(Path folder, String settings) throws IOException {
        Workbench bench = new Workbench(folder);
        bench.putSettings(settings);
        bench.makeSets();
        Files.createDirectory(bench.out());
        return bench;
    }

    private void putSettings(String settings) throws IOException {
        put("settings.yaml", settings);
        put("multibanded.yaml", MULTIBANDED);
        put("whitened.yaml", settings + "compression: {whitening: " + NOISE + "}\n");
        put("projected.yaml", settings + "compression: {svd: {file: basis.hdf5}, whitening: " + NOISE + "}\n");
        put("trained.yaml", settings + "compression: {svd: {size: 3, num_training_samples: 8}}\n");
        put("based.yaml", settings + "compression: {svd: {file: suspect.hdf5}}\n");
        put(SETTINGS_OF_NOISE, settings + "compression: {whitening: suspect.txt}\n");
        StringBuilder curve = new StringBuilder("# frequency (Hz)  density (1/sqrt(Hz))\n");
        for (int hertz = 8; hertz <= 80; hertz += 4) {
            curve.append(hertz).append(' ').append(4e-22 / hertz).append('\n');
        }
        put("noise.txt", curve.toString());
    }

    private void put(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private void makeSets() throws IOException {
        CommandLineRun.succeeding("svd", "train", file("whitened.yaml"), "--size", 6, "--num-training", 20,
            "--num-validation", 3, "-o", file("basis.hdf5"));
        Path settings = file("settings.yaml");
        CommandLineRun.generate(settings, file("plain.hdf5"));
        CommandLineRun.generate(settings, file("double.hdf5"), "--precision", "double");
        CommandLineRun.generate(settings, file("rows.hdf5"), "--rows", "5:17");
        CommandLineRun.generate(file("whitened.yaml"), file("whitened.hdf5"));
        CommandLineRun.generate(file("projected.yaml"), file("projected.hdf5"));
        CommandLineRun.generate(file("multibanded.yaml"), file("multibanded.hdf5"));
        CommandLineRun.succeeding("benchmark", settings, "-n", 4, "--scaling", "1", "--repeats", 1,
            "--chart", file("scaling.svg"), "--output", file("scaling.json"));
        try (Stream<Path> ofOthers = Files.list(RESOURCES.resolve("intact"))) {
            for (Path one : ofOthers.toList()) {
                Files.copy(one, file(one.getFileName().toString()));
            }
        }
    }

    Path folder() {
        return folder;
    }

    /** One of the intact files. */
    Path file(String name) {
        return folder.resolve(name);
    }

    private Path out() {
        return folder.resolve("out");
    }

    /**
     * Has a command read a file in the folder and gives what is wrong with its answer.
     *
     * @param suspect lies in the folder
     * @param kin the intact file that it was before it was damaged, or one of its kind
     */
    Trial trial(FileKind.ReadingCommand command, Path suspect, Path kin) throws IOException, InterruptedException {
        Optional<CommandLineRun> intact = Optional.ofNullable(intactAnswers.get(kin + command.name()));
        clear();
        FolderState before = FolderState.of(folder);
        FolderState project = FolderState.names(Path.of(""));
        WatchedRun run = WatchedRun.of(command.of(suspect, kin));
        List<String> complaints = new ArrayList<>(new Conduct(command, intact).complaints(run, suspect));
        requireLittleMemory(run, before.files().get(suspect.getFileName().toString()), complaints);
        boolean succeeded = run.answer().map(answer -> answer.exitCode() == 0).orElse(false);
        FolderState.of(folder).changes(before).stream()
            .filter(change -> !(succeeded && isAskedFor(command, suspect, change))).forEach(complaints::add);
        FolderState.names(Path.of("")).changes(project).forEach(complaints::add);
        return new Trial(run, complaints);
    }

    /** What gave much memory back may have held little of it at a time: half a gigabyte must do. */
    private void requireLittleMemory(WatchedRun run, String content, List<String> complaints)
            throws IOException, InterruptedException {
        if (run.allocatedBytes() > MOST_BYTES && run.answer().isPresent() && !content.equals(proven)) {
            clear();
            CommandLineRun again = ChildJvm.run(ChildJvm.VECTORS, run.command().toArray());
            if (again.exitCode() != run.answer().get().exitCode() || again.out().contains("not enough memory")) {
                complaints.add("it took " + run.allocatedBytes() / 1_000_000 + " MB of the heap");
            }
            proven = content;
        }
    }

    /** Remembers what the command answers for an intact file, which stands under the suspect's name. */
    void learn(FileKind.ReadingCommand command, Path suspect, Path intact) throws IOException {
        if (!intactAnswers.containsKey(intact + command.name())) {
            clear();
            intactAnswers.put(intact + command.name(),
                CommandLineRun.of(command.of(suspect, intact).toArray()));
            Files.copy(intact, suspect, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    int intactExitCode(FileKind.ReadingCommand command, Path intact) {
        return intactAnswers.get(intact + command.name()).exitCode();
    }

    private static boolean isAskedFor(FileKind.ReadingCommand command, Path suspect, String change) {
        return change.matches("out/written\\.\\w+ is new")
            || command.writesIntoFile() && change.equals(suspect.getFileName() + " has changed");
    }

    private void clear() throws IOException {
        try (Stream<Path> written = Files.list(out())) {
            for (Path file : written.toList()) {
                Files.delete(file);
            }
        }
    }

    /** What came of it. */
    record Trial(WatchedRun run, List<String> complaints) { }
}
