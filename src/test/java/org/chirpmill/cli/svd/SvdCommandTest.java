package org.chirpmill.cli.svd;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chirpmill.cli.CommandLineRun;
import org.chirpmill.cli.StoredBytes;
import org.chirpmill.compression.Mismatches;
import org.chirpmill.compression.SvdBasis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SvdCommandTest {
    private static final String SETTINGS = """
        domain: {type: UniformFrequencyDomain, f_min: 20.0, f_max: 256.0, delta_f: 0.5}
        waveform_generator: {approximant: IMRPhenomD, f_ref: 20.0}
        intrinsic_prior:
          chirp_mass: Uniform(minimum=20.0, maximum=40.0)
          mass_ratio: Uniform(minimum=0.25, maximum=1.0)
          chi_1: Uniform(minimum=-0.8, maximum=0.8)
          chi_2: 0.1
          theta_jn: 0.4
          phase: 0.3
          luminosity_distance: 500.0
          geocent_time: 0.0
        num_samples: 20
        compression:
          whitening: aLIGO_ZERO_DET_high_P_asd.txt
          svd: {size: 60, num_training_samples: 150, num_validation_samples: 20}
        """;

    @TempDir
    private Path folder;

    @Test
    void aBasisIsTheSameForAnyThreadsAndBatchesAndGivesWaveformsBack() throws IOException {
        Path one = trained("one.hdf5", "--threads", 1, "--batch-size", 7);
        Path two = trained("two.hdf5", "--threads", 2, "--batch-size", 50);
        SvdBasis basis = SvdBasis.read(one);
        assertArrayEquals(basis.v(), SvdBasis.read(two).v());
        assertEquals(513, basis.bins());
        assertEquals(60, basis.size());
        Mismatches measured = basis.mismatches().orElseThrow();
        assertEquals(40, measured.values().length);
        int last = measured.columns().indexOf("mismatch n=60");
        for (double[] row : measured.values()) {
            assertTrue(row[last] < 1e-4, "mismatch " + row[last]);
        }
        assertEquals(measured.values()[0][0], measured.values()[20][0], "h_plus and h_cross of one waveform");
    }

    /** 2,009 bins of 1,200 polarizations are not decomposed as they are. */
    @Test
    void aBasisThatIsSearchedIsTheSameForAnyThreadsAndBatches() throws IOException {
        Path settings = Files.writeString(folder.resolve("searched.yaml"),
            SETTINGS.replace("f_max: 256.0", "f_max: 1024.0").replace("samples: 150", "samples: 600"));
        SvdBasis[] bases = new SvdBasis[2];
        for (int k = 0; k < 2; k++) {
            Path file = folder.resolve(k + ".hdf5");
            CommandLineRun.succeeding(
                "svd", "train", settings, "-o", file, "--threads", k + 1, "--batch-size", 7 + 40 * k);
            bases[k] = SvdBasis.read(file);
        }
        assertArrayEquals(bases[0].v(), bases[1].v());
        assertArrayEquals(bases[0].singularValues(), bases[1].singularValues());
        int last = bases[0].mismatches().orElseThrow().columns().indexOf("mismatch n=60");
        for (double[] row : bases[0].mismatches().orElseThrow().values()) {
            assertTrue(row[last] < 1e-4, "mismatch " + row[last]);
        }
    }

    @Test
    void anotherSeedMakesAnotherBasis() throws IOException {
        assertFalse(Arrays.equals(SvdBasis.read(trained("a.hdf5")).singularValues(),
            SvdBasis.read(trained("b.hdf5", "--seed", 1)).singularValues()));
    }

    @Test
    void aBasisGetsSampledBinsOfItsOwnSettings() throws IOException {
        Path basis = trained("basis.hdf5", "--sampling", "off");
        assertTrue(SvdBasis.read(basis).sampling().isEmpty());
        Path sampled = folder.resolve("sampled.hdf5");
        Path fewer = Files.writeString(folder.resolve("fewer.yaml"), SETTINGS.replace("150", "60"));
        CommandLineRun refused = CommandLineRun.of("svd", "sample", basis, fewer, "-o", sampled);
        assertEquals(2, refused.exitCode());
        assertTrue(refused.err().contains("bins that 60 waveforms tell would serve too few rows"), refused.err());
        Path more = Files.writeString(folder.resolve("more.yaml"), SETTINGS.replace("150", "600"));
        CommandLineRun run = CommandLineRun.succeeding("svd", "sample", basis, more, "-o", sampled);
        assertTrue(run.err().contains("280 of 513 bins tell 60 coefficients in " + sampled), run.err());
        assertArrayEquals(SvdBasis.read(basis).v(), SvdBasis.read(sampled).v());
        assertEquals(280, SvdBasis.read(sampled).sampling().orElseThrow().bins().length);
        Path ofFile = Files.writeString(folder.resolve("file.yaml"), SETTINGS.replace(
            "{size: 60, num_training_samples: 150, num_validation_samples: 20}", "{file: sampled.hdf5}"));
        Path few = folder.resolve("few.hdf5");
        Path all = folder.resolve("all.hdf5");
        CommandLineRun.generate(ofFile, few);
        CommandLineRun.generate(ofFile, all, "--sampling", "off");
        String told = CommandLineRun.succeeding("compare", few, all, "--tolerance", "1e-3").out();
        assertTrue(told.contains("20"), told);
    }

    @Test
    void whereBinsAreFewNoneAreLeftOut() throws IOException {
        Path basis = trained("basis.hdf5", "--size", 200, "--num-validation", 0);
        CommandLineRun run =
            CommandLineRun.of("svd", "sample", basis, settings(), "-o", folder.resolve("sampled.hdf5"));
        assertEquals(2, run.exitCode());
        assertTrue(run.err().contains("has 200 vectors of 513 bins"), run.err());
    }

    @Test
    void validateFindsWhatTrainingFound() throws IOException {
        Path basis = trained("basis.hdf5");
        String table = CommandLineRun.succeeding("svd", "validate", basis, settings()).out();
        assertTrue(table.startsWith("mismatch of 40 polarizations"), table);
        assertEquals(4, table.lines().count(), table);
    }

    @Test
    void validateWritesWhatItFindsOnlyWhereItIsAsked() throws IOException {
        Path basis = trained("basis.hdf5", "--num-validation", 0);
        byte[] before = Files.readAllBytes(basis);
        CommandLineRun.succeeding("svd", "validate", basis, settings());
        assertArrayEquals(before, Files.readAllBytes(basis));
        CommandLineRun run =
            CommandLineRun.succeeding("svd", "validate", basis, settings(), "--backend", "scalar", "--write");
        assertTrue(run.err().contains("stored the mismatches in " + basis), run.err());
        Mismatches stored = SvdBasis.read(basis).mismatches().orElseThrow();
        assertEquals(40, stored.values().length);
        assertArrayEquals(SvdBasis.read(trained("measured.hdf5")).mismatches().orElseThrow().values(),
            stored.values(), "as training would have stored them");
    }

    @Test
    void validateWritesIntoADatasetToo() throws IOException {
        Path set = folder.resolve("set.hdf5");
        CommandLineRun.generate(settings(), set, "--backend", "scalar");
        Map<String, byte[]> rows = StoredBytes.of(set);
        CommandLineRun.succeeding("svd", "validate", set, settings(), "--num-validation", 7, "--write");
        assertEquals(14, SvdBasis.read(set).mismatches().orElseThrow().values().length);
        Map<String, byte[]> after = StoredBytes.of(set);
        assertFalse(Arrays.equals(rows.remove("/svd/mismatches"), after.remove("/svd/mismatches")));
        StoredBytes.assertSame(rows, after, "all but the mismatches after validate --write");
        CommandLineRun.succeeding("verify", set);
    }

    @Test
    void exportCutsABasis() throws IOException {
        Path basis = trained("basis.hdf5");
        Path cut = folder.resolve("cut.hdf5");
        CommandLineRun.succeeding("svd", "export", basis, "-o", cut, "--size", 50);
        assertEquals(50, SvdBasis.read(cut).size());
        refused("--size is 61 but must be a whole number from 1 to 60",
            "svd", "export", basis, "-o", folder.resolve("x.hdf5"), "--size", 61);
    }

    @Test
    void aDatasetTrainsItsOwnBasisWhichCanBeExported() throws IOException {
        Path set = folder.resolve("set.hdf5");
        CommandLineRun.generate(settings(), set, "--backend", "scalar");
        Path out = folder.resolve("of_set.hdf5");
        CommandLineRun.succeeding("svd", "export", set, "-o", out);
        assertArrayEquals(SvdBasis.read(trained("alone.hdf5")).v(), SvdBasis.read(out).v());
    }

    @Test
    void filesBesideTheOneThatIsWrittenAreNotTouched() throws IOException {
        Path basis = folder.resolve("basis.hdf5");
        Map<String, String> others = Map.of("basis.hdf5.part", "a diary", "basis.hdf5.mismatches.part", "another",
            "copy.hdf5.part", "a third");
        for (Map.Entry<String, String> other : others.entrySet()) {
            Files.writeString(folder.resolve(other.getKey()), other.getValue());
        }
        trained("basis.hdf5");
        CommandLineRun.succeeding("svd", "export", basis, "-o", folder.resolve("copy.hdf5"));
        CommandLineRun.succeeding("svd", "validate", basis, settings(), "--write", "--num-validation", 3);
        for (Map.Entry<String, String> other : others.entrySet()) {
            assertEquals(other.getValue(), Files.readString(folder.resolve(other.getKey())), other.getKey());
        }
        assertEquals(Set.of("basis.hdf5", "copy.hdf5", "basis.hdf5.part", "basis.hdf5.mismatches.part",
            "copy.hdf5.part", "settings.yaml"), names());
    }

    @Test
    void theNameThatAnUnfinishedRunIsToTakeIsLeftToIt() throws IOException {
        Path basis = trained("basis.hdf5");
        Path part = Files.writeString(folder.resolve("w.hdf5.part"), "CHIRPPAR and rows of hours");
        Path target = folder.resolve("w.hdf5");
        for (String force : new String[] {"--size=5", "--force"}) {
            refused("w.hdf5 is what an unfinished run, w.hdf5.part beside it, is to become: choose another name with "
                + "--out.", "svd", "export", basis, "-o", target, force);
            refused("is to become", "svd", "train", settings(), "-o", target, force);
        }
        assertEquals("CHIRPPAR and rows of hours", Files.readString(part));
        assertFalse(Files.exists(target));
    }

    @Test
    void onlyOrdinaryFilesAreReplacedAndLinksFollowed() throws Exception {
        Path basis = trained("basis.hdf5");
        assertEquals(0, new ProcessBuilder("mkfifo", folder.resolve("pipe.png").toString()).start().waitFor());
        refused("pipe.png is no ordinary file and is not replaced", "svd", "export", basis, "-o",
            folder.resolve("pipe.png"), "--force");
        refused("pipe.png is no ordinary file and is not replaced", "plot", "spectrum", basis, "-o",
            folder.resolve("pipe.png"));
        for (String name : new String[] {"copy.hdf5", "drawn.png"}) {
            Path real = Files.writeString(folder.resolve(name), "older");
            Path link = Files.createSymbolicLink(folder.resolve("link-to-" + name), real);
            if (name.endsWith("png")) {
                CommandLineRun.succeeding("plot", "spectrum", basis, "-o", link);
            } else {
                CommandLineRun.succeeding("svd", "export", basis, "-o", link, "--force");
            }
            assertTrue(Files.isSymbolicLink(link), "the link is one still");
            assertTrue(Files.size(real) > 5, real + " is new");
        }
    }

    private Set<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
        }
    }

    @Test
    void whatCannotBeDoneIsRefusedInOneSentence() throws IOException {
        Path out = folder.resolve("no.hdf5");
        refused("at most 300 singular vectors", "svd", "train", settings(), "-o", out, "--size", 301);
        refused("--num-training is 0", "svd", "train", settings(), "-o", out, "--num-training", 0);
        Path bare = Files.writeString(folder.resolve("bare.yaml"),
            SETTINGS.substring(0, SETTINGS.indexOf("compression")));
        refused("compression.svd.num_training_samples is missing", "svd", "train", bare, "-o", out);
        refused("does not exist", "svd", "train", settings(), "-o", folder.resolve("absent/basis.hdf5"));
        Path basis = trained("basis.hdf5");
        refused("exists: replace it with --force or choose another name with --out",
            "svd", "train", settings(), "-o", basis);
        Path other = Files.writeString(folder.resolve("other.yaml"), SETTINGS.replace("256.0", "128.0"));
        refused("a basis of 513 frequency bins, but", "svd", "validate", basis, other);
        assertFalse(Files.exists(out));
    }

    private static void refused(String sentence, Object... arguments) {
        CommandLineRun run = CommandLineRun.of(arguments);
        assertEquals(2, run.exitCode(), run.err());
        assertTrue(run.err().contains(sentence), run.err());
    }

    private Path settings() throws IOException {
        return Files.writeString(folder.resolve("settings.yaml"), SETTINGS);
    }

    private Path trained(String name, Object... options) throws IOException {
        Path out = folder.resolve(name);
        Object[] all = new Object[options.length + 7];
        System.arraycopy(
            new Object[] {"svd", "train", settings(), "-o", out, "--backend", "scalar"}, 0, all, 0, 7);
        System.arraycopy(options, 0, all, 7, options.length);
        CommandLineRun.succeeding(all);
        return out;
    }
}
