package org.chirpmill.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.chirpmill.run.Models;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What cannot be used is refused in one sentence that says why, with exit code 2, and nothing is written. The table's
 * {@code DIR} stands for the test's directory, {@code MODELS} for what the catalogue has, {@code TIDAL}
 * for those of them with tides.
 */
class BadInputTest {
    /** A notice before the refusal. */
    private static final String SELDOM_ADMITTED = "the constraints admit 0.002 % of draws, the others are drawn again."
        + System.lineSeparator() + "chirpmill: ";

    @TempDir
    private Path directory;

    @BeforeEach
    void putFiles() throws IOException {
        Files.writeString(directory.resolve("good.yaml"), Samples.REJECTING);
        Files.writeString(directory.resolve("text.h5"), "no HDF5 at all, whatever it is called");
        Files.createFile(directory.resolve("empty.h5"));
        Files.createDirectory(directory.resolve("folder"));
        Files.copy(Path.of("src/test/resources/dataset/dingo.h5"), directory.resolve("dingo.h5"));
    }

    private Map<String, Long> files() throws IOException {
        Map<String, Long> sizes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                sizes.put(directory.relativize(file).toString(), Files.size(file));
            }
        }
        return sizes;
    }

    private void assertRefused(String sentence, Object... command) throws IOException {
        Map<String, Long> before = files();
        CommandLineRun run = CommandLineRun.of(command);
        String expected = "chirpmill: " + sentence.replace("DIR", directory.toString())
            .replace("MODELS", Models.known()).replace("TIDAL", ModelsWithTides.known()) + System.lineSeparator();
        assertEquals(expected, run.err());
        assertEquals("", run.out());
        assertEquals(2, run.exitCode());
        assertEquals(before, files(), "nothing is written");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        f_max: 64.0 | f_max: sixty | domain.f_max is 'sixty' but must be a frequency in Hz above domain.f_min = 16.0 \
        (DIR/a.yaml, line 4).
        f_max: 64.0 | f_max: 64.1 | domain.f_max is 64.1 but must be a whole multiple of domain.delta_f = 0.5 Hz, \
        the nearest below being 64.0 (DIR/a.yaml, line 4).
        delta_f: 0.5 | delta_f: 0 | domain.delta_f is 0 but must be a frequency spacing above 0 Hz \
        (DIR/a.yaml, line 5).
        UniformFrequencyDomain | TimeDomain | domain.type is 'TimeDomain' but must be UniformFrequencyDomain \
        (or FrequencyDomain, FD) or MultibandedFrequencyDomain (or MFD), because Chirpmill's models live in the \
        frequency domain (DIR/a.yaml, line 2).
        IMRPhenomD | SEOBNRv5PHM | waveform_generator.approximant is 'SEOBNRv5PHM', which is not among those of this \
        version: MODELS (DIR/a.yaml, line 7).
        IMRPhenomD | imrphenomd | waveform_generator.approximant is 'imrphenomd', which is not among those of \
        this version: MODELS (DIR/a.yaml, line 7).
        f_ref: 16.0 | f_ref: -3 | waveform_generator.f_ref is -3 but must be a frequency above 0 Hz \
        (DIR/a.yaml, line 8).
        f_ref: 16.0 | f_ref: 16.0\\n  mode_list: [[2, 2], [3, 3]] | waveform_generator.mode_list asks for modes that \
        IMRPhenomD does not have: it has (2, 2) and (2, -2) only (DIR/a.yaml, line 9).
        f_ref: 16.0 | f_ref: 16.0\\n  accuracy: near | waveform_generator.accuracy is 'near' but must be exact, fast, \
        or fast(X) with the relative L2 error X allowed, above 0 and at most 0.01 (DIR/a.yaml, line 9).
        f_ref: 16.0 | f_ref: 16.0\\n  accuracy: [fast] | waveform_generator.accuracy is ['fast'] but must be exact, \
        fast, or fast(X) with the relative L2 error X allowed, above 0 and at most 0.01 (DIR/a.yaml, line 9).
        num_samples: 150 | num_samples: many | num_samples is 'many' but must be a whole number of waveforms, 1 or \
        more (DIR/a.yaml, line 18).
        num_samples: 150 | num_samples: | num_samples is missing and must be a whole number of waveforms, 1 or more, \
        here or as --num-samples (DIR/a.yaml, line 18).
        num_samples: 150 | num_samples: 150\\ncompression: {svd: {file: b.hdf5}} | compression.svd.file is 'b.hdf5' \
        but there is no such file (DIR/a.yaml, line 19).
        num_samples: 150 | num_samples: 150\\nnum_samples: 4 | num_samples is given twice, first in line 18 \
        (DIR/a.yaml, line 19).
        num_samples: 150 | num_samples: [150 | The settings are not valid YAML: expected ',' or ']', but got \
        <stream end> (DIR/a.yaml, line 19).
        Sine() | Sinus() | theta_jn = 'Sinus()': unknown distribution 'Sinus' (did you mean Sine?) at character 1, \
        known are AlignedSpin, Beta, Categorical, Cauchy, ChiSquared, Constraint, Cosine, DeltaFunction, \
        DiscreteValues, Exponential, FermiDirac, Gamma, Gaussian, HalfGaussian, HalfNormal, Interped, LogGaussian, \
        LogNormal, LogUniform, Logistic, Lorentzian, Normal, PowerLaw, Sine, StudentT, SymmetricLogUniform, \
        Triangular, TruncatedGaussian, TruncatedNormal, Uniform, UniformComovingVolume, \
        UniformInComponentsChirpMass, UniformInComponentsMassRatio, UniformSourceFrame, WeightedCategorical, \
        WeightedDiscreteValues (DIR/a.yaml, line 14).
        Uniform(0, 2*np.pi) | Uniform(0, 2*np.pi | phase = 'Uniform(0, 2*np.pi': expected ',' but found the end at \
        character 19 (DIR/a.yaml, line 15).
        Uniform(0, 2*np.pi) | Uniform(0, -1) | phase = 'Uniform(0, -1)': Uniform cannot be built at character 1, \
        maximum must exceed minimum, here -1.0 and 0.0 (DIR/a.yaml, line 15).
        Uniform(0, 2*np.pi) | __import__("os").getcwd() | phase = '__import__("os").getcwd()': '.' has no meaning at \
        character 17 (DIR/a.yaml, line 15).
        Uniform(0, 2*np.pi) | [0, 6] | intrinsic_prior.phase is [0, 6] but must be a prior such as \
        Uniform(minimum=0.0, maximum=1.0), a number or default (DIR/a.yaml, line 15).
        geocent_time: 0.0 | redshift: Constraint(0, 1)\\n  lambda_1: Constraint(0, 1) | lambda_1 = 'Constraint(0, 1)': \
        lambda_1 does not follow from the other keys (mass_1, mass_2, chi_1, chi_2, theta_jn, phase, \
        luminosity_distance), constraints can be put on mass_1_source, mass_2_source, total_mass, total_mass_source, \
        chirp_mass, chirp_mass_source, mass_ratio, symmetric_mass_ratio, a_1, a_2, tilt_1, tilt_2, cos_tilt_1, \
        cos_tilt_2, chi_1_in_plane, chi_2_in_plane, chi_eff, chi_p, cos_theta_jn, comoving_distance, redshift \
        (DIR/a.yaml, line 18).
        geocent_time: 0.0 | cos_theta_jn: Uniform(-1, 1) | The inclination is given more than once: keep one of \
        theta_jn and cos_theta_jn (DIR/a.yaml, line 9).
        geocent_time: 0.0 | chirp_mass: Uniform(20, 30) | The masses are given more than once: keep two of mass_1, \
        mass_2 and chirp_mass (DIR/a.yaml, line 9).
        chi_2: Cosine(minimum=-0.9, maximum=0.9) | a_2: Uniform(0, 0.9) | The spin of body 2 is not determined by a_2 \
        alone: give a_2 with tilt_2 or cos_tilt_2, or chi_2, alone or with a_2 or chi_2_in_plane (DIR/a.yaml, line 9).
        chi_2: Cosine(minimum=-0.9, maximum=0.9) | a_2: 0.5\\n  tilt_2: default | intrinsic_prior.tilt_2 = default \
        tilts spins, but IMRPhenomD takes spins along the orbital angular momentum only: give chi_1 and chi_2 in place \
        of magnitudes and angles (DIR/a.yaml, line 14).
        PowerLaw(alpha=2, minimum=100, maximum=900) | -50.0 | intrinsic_prior.luminosity_distance is -50.0, which is \
        not above 0 (DIR/a.yaml, line 16).
        geocent_time: 0.0 | geocent_time: 0.0\\n  lambda_1: 300.0 | intrinsic_prior.lambda_1 = 300.0 deforms the \
        bodies, but IMRPhenomD describes black holes: leave it out, or take a model with tides: TIDAL \
        (DIR/a.yaml, line 18).
        """)
    void unusableSettingsAreRefused(String part, String replacement, String sentence) throws IOException {
        Path settings =
            Samples.changed(directory, Samples.REJECTING, part, replacement.replace("\\n", "\n"));
        assertRefused(sentence, "generate", settings, "-o", directory.resolve("set.hdf5"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "nothing", textBlock = """
        ``                               | A command is missing: one of generate, serve, inspect, waveform, plot, \
        domain, verify, svd, compare, benchmark, devices, completion, help (see 'chirpmill --help').
        genrate                          | there is no command 'genrate', did you mean generate \
        (see 'chirpmill --help').
        generate                         | SETTINGS or --settings_file FILE is missing (see 'chirpmill generate \
        --help').
        generate DIR/absent.yaml         | The settings file DIR/absent.yaml does not exist.
        generate DIR/folder              | The settings file DIR/folder is a folder.
        generate DIR/dingo.h5            | The settings file DIR/dingo.h5 is no UTF-8 text.
        generate DIR/empty.h5            | The settings file DIR/empty.h5 is empty.
        generate DIR/good.yaml --settings_file DIR/good.yaml | the settings file is given twice, as an argument and as \
        --settings_file (see 'chirpmill generate --help').
        generate DIR/good.yaml more      | 'more' is one argument too many (see 'chirpmill generate --help').
        generate DIR/good.yaml --thredas 2 | there is no option '--thredas', did you mean --threads (see 'chirpmill \
        generate --help').
        generate DIR/good.yaml --threads | --threads needs a value (see 'chirpmill generate --help').
        generate DIR/good.yaml --threads two | --threads is 'two' but must be a whole number (see 'chirpmill generate \
        --help').
        generate DIR/good.yaml --threads 0 | --threads is 0 but must be a whole number from 1 to 4096 (see 'chirpmill \
        generate --help').
        generate DIR/good.yaml --num_processes 1 --threads 2 | --threads is given more than once (see 'chirpmill \
        generate --help').
        generate DIR/good.yaml --batch-size -3 | --batch-size is -3 but must be a whole number from 1 to 1000000 (see \
        'chirpmill generate --help').
        generate DIR/good.yaml -n 0      | --num-samples is 0 but must be a whole number, 1 or more (see 'chirpmill \
        generate --help').
        generate DIR/good.yaml -n 1.5    | --num-samples is '1.5' but must be a whole number (see 'chirpmill generate \
        --help').
        generate DIR/good.yaml --seed x  | --seed is 'x' but must be a whole number (see 'chirpmill generate --help').
        generate DIR/good.yaml --precision half | --precision is 'half' but must be single or double (see 'chirpmill \
        generate --help').
        generate DIR/good.yaml --accuracy near | --accuracy is 'near' but must be exact, fast, or fast(X) with the \
        relative L2 error X allowed, above 0 and at most 0.01 (see 'chirpmill generate --help').
        generate DIR/good.yaml --accuracy 0.1 | --accuracy is '0.1' but must be exact, fast, or fast(X) with the \
        relative L2 error X allowed, above 0 and at most 0.01 (see 'chirpmill generate --help').
        verify --reference src/test/resources/reference/IMRPhenomD.h5 --accuracy fast(0) | --accuracy is 'fast(0)' but \
        must be exact, fast, or fast(X) with the relative L2 error X allowed, above 0 and at most 0.01 (see 'chirpmill \
        verify --help').
        generate DIR/good.yaml --backend gpu | there is no backend 'gpu': choose among cuda, tornado, vector, scalar \
        or auto.
        generate DIR/good.yaml -o DIR/folder | DIR/folder is a directory: name a file in it.
        generate DIR/good.yaml -o /      | '/' names no file.
        generate DIR/good.yaml --out=    | '' names no file.
        generate DIR/good.yaml -o DIR/nowhere/set.hdf5 | The directory of DIR/nowhere/set.hdf5 does not exist: create \
        DIR/nowhere first.
        generate DIR/good.yaml -o DIR/text.h5/set.hdf5 | DIR/text.h5/set.hdf5 cannot be written: DIR/text.h5 is a \
        file, no directory; write to another place with --out.
        generate DIR/good.yaml -o DIR/sets/ | --out is 'DIR/sets/' but must be a file's name, and there is no such \
        folder to name one in (see 'chirpmill generate --help').
        generate DIR/good.yaml -o DIR/folder/ | DIR/folder is a directory: name a file in it.
        generate DIR/good.yaml -o DIR/dingo.h5 | DIR/dingo.h5 exists: replace it with --force or choose another name \
        with --out.
        inspect                          | FILE is missing (see 'chirpmill inspect --help').
        inspect DIR/absent.h5            | DIR/absent.h5 does not exist.
        inspect DIR/folder               | DIR/folder is a directory, not an HDF5 file.
        inspect DIR/empty.h5             | DIR/empty.h5 is too short to be an HDF5 file.
        inspect DIR/text.h5              | DIR/text.h5 is not a readable HDF5 file: it does not begin as those \
        do.
        inspect DIR/dingo.h5 -n -1       | --rows is -1 but must be a whole number, 0 or more (see 'chirpmill inspect \
        --help').
        waveform DIR/good.yaml           | DIR/good.yaml has no waveform_parameters: add them there, or name a \
        dataset's row with --from and --row, or give every parameter with -p.
        waveform DIR/good.yaml --from DIR/dingo.h5 --row 7 | --row is 7 but must be from 0 to 6, the rows of \
        DIR/dingo.h5 (see 'chirpmill waveform --help').
        waveform DIR/good.yaml --from DIR/absent.h5 --row 0 | DIR/absent.h5 does not exist.
        waveform configs/waveform.yaml -o DIR/w.png | DIR/w.png has no extension that says how to write a waveform: \
        use .h5, .hdf5, .npz or .csv.
        waveform configs/waveform.yaml -o DIR/dingo.h5 | DIR/dingo.h5 exists: replace it with --force or choose \
        another name with --out.
        waveform configs/waveform.yaml -o DIR/w.h5 -p chi_1 | --parameter is 'chi_1' but must be NAME=VALUE with a \
        number (see 'chirpmill waveform --help').
        waveform configs/waveform.yaml -o DIR/w.h5 -p chi_1=big | --parameter is 'big' but must be NAME=VALUE with a \
        number (see 'chirpmill waveform --help').
        waveform configs/waveform.yaml -o DIR/w.h5 -p chi_1=1.5 | there is no such waveform: chi_1 is 1.5, which is \
        not between -1.0 and 1.0.
        waveform configs/waveform.yaml -o DIR/w.h5 -p mass_1=NaN | there is no such waveform: mass_1 is NaN, which is \
        no finite number.
        verify                           | give either a DATASET or --reference with its FILE \
        (see 'chirpmill verify --help').
        verify --reference DIR/absent.h5 | DIR/absent.h5 does not exist.
        verify --reference DIR/folder    | DIR/folder is a directory, not an HDF5 file.
        verify --reference DIR/text.h5   | DIR/text.h5 is not a readable HDF5 file: it does not begin as those \
        do.
        verify --reference DIR/dingo.h5  | DIR/dingo.h5 is no file of reference waveforms: it has no attribute f_ref.
        verify --reference src/test/resources/reference/IMRPhenomD.h5 --set x | nothing was verified: no set of a \
        known model named x in src/test/resources/reference/IMRPhenomD.h5; this version knows MODELS.
        verify --reference src/test/resources/reference/IMRPhenomD.h5 --tolerance -1 | --tolerance is -1.0 but must be \
        a number, 0 or more (see 'chirpmill verify --help').
        verify --reference src/test/resources/reference/IMRPhenomD.h5 --tolerance NaN | --tolerance is NaN but must be \
        a number, 0 or more (see 'chirpmill verify --help').
        benchmark                        | SETTINGS or --config FILE is missing (see 'chirpmill benchmark --help').
        benchmark DIR/absent.yaml        | The settings file DIR/absent.yaml does not exist.
        benchmark DIR/good.yaml --config DIR/good.yaml | the settings file is given twice, as an argument and as \
        --config (see 'chirpmill benchmark --help').
        benchmark DIR/good.yaml -n 0     | --num-samples is 0 but must be a whole number, 1 or more (see 'chirpmill \
        benchmark --help').
        benchmark DIR/good.yaml -p 0     | --threads is 0 but must be a whole number from 1 to 4096 (see 'chirpmill \
        benchmark --help').
        benchmark DIR/good.yaml --repeats 0 | --repeats is 0 but must be a whole number from 1 to 10000 (see \
        'chirpmill benchmark --help').
        benchmark DIR/good.yaml --warmup -1 | --warmup is -1 but must be a whole number, 0 or more (see 'chirpmill \
        benchmark --help').
        benchmark DIR/good.yaml --output DIR/folder | --output is DIR/folder, which is a folder: name a file in it.
        benchmark DIR/good.yaml --output DIR/nowhere/r.json | --output is DIR/nowhere/r.json, which is in no folder \
        that exists.
        benchmark DIR/good.yaml --output-dir DIR/nowhere | --output-dir is DIR/nowhere, which is no folder: create it \
        first.
        generate DIR/good.yaml --backend vector --device-memory 1GB | the vector backend plans no device memory: \
        only cuda does.
        generate DIR/good.yaml --device-memory 8Gb | --device-memory is '8Gb' but must be a size such as 8GiB or 500MB \
        (see 'chirpmill generate --help').
        generate DIR/good.yaml --backend vector --devices 0 | the vector backend runs on the CPU's cores: only cuda \
        and tornado have devices to choose.
        benchmark DIR/good.yaml --peer bilby | --peer is 'bilby' but must be lalsimulation or dingo-gw or ripple (see \
        'chirpmill benchmark --help').
        benchmark DIR/good.yaml --peer dingo-gw --python DIR/nowhere | --python is 'DIR/nowhere', which does not \
        start: give a Python 3 into which 'pip install dingo-gw' went.
        benchmark DIR/good.yaml --peer-rows 0 | --peer-rows is 0 but must be a whole number, 1 or more (see 'chirpmill \
        benchmark --help').
        benchmark --scaling 1,x          | --scaling is '1,x' but must be whole numbers from 1 to 4096 with commas \
        between, such as 1,2,4,8 (see 'chirpmill benchmark --help').
        benchmark --scaling 0            | --scaling is '0' but must be whole numbers from 1 to 4096 with commas \
        between, such as 1,2,4,8 (see 'chirpmill benchmark --help').
        benchmark --scaling 1,2 --peer dingo-gw | --peer does not go with --scaling (see 'chirpmill benchmark --help').
        benchmark --scaling 1,2 --chart DIR/nowhere/s.png | --chart is DIR/nowhere/s.png, which is in no folder that \
        exists (see 'chirpmill benchmark --help').
        benchmark --scaling 1,2 --chart DIR/s.gif | --chart is DIR/s.gif but must end in .png or .svg (see 'chirpmill \
        benchmark --help').
        """)
    void unusableCommandsAreRefused(String command, String sentence) throws IOException {
        Object[] words = command.isEmpty() ? new Object[0] : command.replace("DIR", directory.toString()).split(" ");
        assertRefused(sentence, words);
    }

    @Test
    void moreThanTheDiskHoldsIsRefusedBeforeTheFirstRow() throws IOException {
        Map<String, Long> before = files();
        CommandLineRun run = CommandLineRun.of("generate", directory.resolve("good.yaml"), "-o",
            directory.resolve("set.hdf5"), "-n", 1_000_000_000_000_000L);
        // 1e15 rows of 8 doubles and 2 x 129 complex64.
        String sentence = "chirpmill: \\Q" + directory.resolve("set.hdf5") + "\\E needs 2\\.1 EB, but only \\S+ \\S+ "
            + "are free in \\Q" + directory + "\\E: write to another place with --out or ask for fewer rows with "
            + "--num-samples\\.\\R";
        assertEquals(true, run.err().matches(sentence), run.err());
        assertEquals(2, run.exitCode());
        assertEquals(before, files());
    }

    @Test
    void moreThanTheMemoryHoldsIsRefused() throws IOException {
        Path settings = Samples.changed(directory, Samples.REJECTING, "delta_f: 0.5", "delta_f: 0.0001");
        Map<String, Long> before = files();
        CommandLineRun run = CommandLineRun.of("generate", settings, "-o", directory.resolve("set.hdf5"), "-n",
            10_000_000, "--batch-size", 1_000_000, "--threads", 2);
        assertEquals(true, run.err().matches("chirpmill: --batch-size is 1000000, with which 2 threads take 41 TB of "
            + "memory, this machine has \\S+ [MGT]B \\(see 'chirpmill generate --help'\\)\\.\\R"), run.err());
        assertEquals(2, run.exitCode());
        assertEquals(before, files());
    }

    @Test
    void anUnfinishedRunIsNoDatasetAndIsNotReplacedUnasked() throws Exception {
        Path settings = Samples.changed(directory, Samples.REJECTING, "  chi_1:",
            "  chirp_mass: Constraint(minimum=40.0, maximum=40.001)\n  chi_1:");
        Path part = directory.resolve("set.hdf5.part");
        do {
            // Interrupted too early it leaves nothing, which is right but not what this test is about.
            Thread running = Thread.ofPlatform().start(() -> CommandLineRun.of("generate", settings, "-o",
                directory.resolve("set.hdf5"), "-n", 3000, "--threads", 1, "--batch-size", 1));
            Thread.sleep(300);
            running.interrupt();
            running.join();
        } while (!Files.exists(part));
        assertFalse(Files.exists(directory.resolve("set.hdf5")));
        assertRefused("DIR/set.hdf5.part is an unfinished dataset: complete it with --resume.", "inspect", part);
        assertRefused("DIR/set.hdf5 does not exist, but an unfinished run for it does: complete it with --resume.",
            "inspect", directory.resolve("set.hdf5"));
        assertRefused(SELDOM_ADMITTED + "DIR/set.hdf5.part exists from an unfinished run: continue it with --resume or "
            + "start anew with --force.", "generate", settings, "-o", directory.resolve("set.hdf5"), "-n", 3000);
        assertRefused(SELDOM_ADMITTED + "DIR/set.hdf5.part cannot be continued: its seed is 0, not 4; repeat the first "
            + "run's settings and options, or start anew with --force.", "generate", settings, "-o",
            directory.resolve("set.hdf5"), "-n", 3000, "--resume", "--seed", 4);
    }

    @Test
    void aFixedParameterIsPlacedInItsFile() throws IOException {
        Path settings = Samples.changed(
            directory, Files.readString(Samples.WAVEFORM), "chi_1: 0.35 ", "chi_1: -1.01");
        assertRefused("there is no such waveform: chi_1 is -1.01, which is not between -1.0 and 1.0 (DIR/a.yaml, line "
            + "18).", "waveform", settings, "-o", directory.resolve("w.h5"));
    }

    @Test
    void aStackTraceIsOnlyShownWhenAskedFor() {
        CommandLineRun run = CommandLineRun.of("--verbose", "inspect", directory.resolve("absent.h5"));
        assertEquals("chirpmill: " + directory.resolve("absent.h5") + " does not exist.",
            run.err().lines().findFirst().orElse(""));
        assertEquals(true, run.err().contains("\tat org.chirpmill.dataset.DatasetReader"), run.err());
    }
}
