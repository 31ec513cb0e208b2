package org.chirpmill.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.chirpmill.cli.words.ExitCode;
import org.chirpmill.run.Version;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectAndOthersTest {
    @TempDir
    private Path directory;

    @Test
    void inspectShowsShapeSettingsRangesRejectionsAndRows() throws IOException {
        Path set = directory.resolve("set.hdf5");
        CommandLineRun.generate(Samples.rejecting(directory), set, "--seed", 2);
        CommandLineRun run = CommandLineRun.succeeding("inspect", set, "-n", 2);
        List<String> lines = run.out().lines().toList();
        assertEquals("", run.err());
        assertEquals(set + ": waveform_dataset, written by " + Version.writer(), lines.get(0));
        assertEquals("polarizations: 150 rows x 129 complex numbers each of h_plus and h_cross, single precision",
            lines.get(1));
        for (String line : List.of("seed: 2", "backend: " + Samples.AUTOMATIC.name(),
                "accuracy: " + Samples.AUTOMATIC_ACCURACY, "    f_max: 64.0",
                "    approximant: IMRPhenomD",
                "    chi_1: bilby.core.prior.Uniform(minimum=0.5, maximum=1.2, name='chi_1')", "  num_samples: 150",
                "rejected draws: " + StoredBytes.rejections(set).size())) {
            assertTrue(lines.contains(line), line + " in\n" + run.out());
        }
        String range = "chi_1 +0\\.5[0-9]+ +0\\.9[0-9]+";
        assertTrue(lines.stream().anyMatch(line -> line.matches(range)), range + " in\n" + run.out());
        assertEquals(2, lines.stream().filter(line -> line.matches("  row \\d+, draw \\d+: chi_1 is .*")).count());
        assertEquals(2, lines.stream().filter(line -> line.matches("  [01]: mass_1=.* geocent_time=0\\.0*")).count(),
            run.out());
    }

    @Test
    void inspectReadsWhatDingoWrote() {
        CommandLineRun run = CommandLineRun.succeeding("inspect", "src/test/resources/dataset/dingo.h5");
        assertTrue(run.out().contains("polarizations: 7 rows x 9 complex numbers"), run.out());
    }

    @Test
    void devicesSaysWhatRunsAndWhyTheRestDoesNot() {
        List<String> lines = CommandLineRun.succeeding("devices", "--no-rate").out().lines().toList();
        assertTrue(lines.getFirst().matches("machine   .+, \\d+ cores, .+, Java .+"), lines.getFirst());
        for (String name : List.of("cuda", "tornado", "vector", "scalar")) {
            assertTrue(lines.stream().anyMatch(line -> line.matches(name + " +(yes|no) +\\S.*")), name + ": " + lines);
        }
        assertEquals(1, lines.stream().filter(line -> line.endsWith("<- auto takes this")).count(), lines::toString);
    }

    @Test
    void everyCommandHasHelpAndTheVersionIsTheBuilds() {
        for (String command : List.of(
                "generate", "inspect", "waveform", "verify", "benchmark", "devices", "completion")) {
            String help = CommandLineRun.succeeding(command, "--help").out();
            assertTrue(help.startsWith("Usage: chirpmill " + command), help);
            assertEquals(help, CommandLineRun.succeeding("help", command).out());
        }
        String version = CommandLineRun.succeeding("--version").out();
        assertTrue(version.matches("chirpmill \\d+\\.\\d+\\.\\d+\\S*\\RJava \\S+, .*\\R"), version);
    }

    @Test
    void completionIsAScriptThatKnowsTheCommands() {
        String script = CommandLineRun.succeeding("completion").out();
        assertTrue(script.startsWith("#!/usr/bin/env bash"), script.substring(0, 40));
        assertTrue(script.contains("complete -F _complete_chirpmill -o default chirpmill"), "registers itself");
        assertTrue(script.contains("--num_processes"), "knows options");
    }

    @Test
    void aWaveformOfTheSettingsIsWrittenInTheFormatOfItsName() throws IOException {
        Path csv = directory.resolve("w.csv");
        CommandLineRun run = CommandLineRun.succeeding("waveform", Samples.WAVEFORM, "-o", csv, "-p", "chi_2=0.5");
        assertEquals("chirpmill: wrote one IMRPhenomD waveform of 8,193 bins to " + csv + "." + System.lineSeparator(),
            run.err());
        assertEquals(8193, Files.readAllLines(csv).stream().filter(line -> line.matches("[0-9].*")).count());
        Path other = directory.resolve("other.csv");
        CommandLineRun.succeeding("waveform", Samples.WAVEFORM, "-o", other);
        assertTrue(Files.mismatch(csv, other) >= 0, "chi_2 matters");
    }

    @Test
    void aMisspeltParameterOfAWaveformIsRefused() {
        Path csv = directory.resolve("w.csv");
        CommandLineRun run = CommandLineRun.of("waveform", Samples.WAVEFORM, "-o", csv, "-p", "chi2=0.5");
        assertEquals("chirpmill: chi2 is no parameter of a source or a detection (did you mean chi_2?).",
            run.err().strip());
        assertEquals(ExitCode.INPUT_UNUSABLE, run.exitCode());
        assertFalse(Files.exists(csv));
    }
}
