package org.chirpmill.cli.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Numbers, keys and lists of megabytes: too large to be committed, too slow to be read digit by digit. */
class EndlessSettingsTest {
    @TempDir
    private static Path folder;
    private static Workbench bench;

    @BeforeAll
    static void makeTheFilesBesideThem() throws Exception {
        bench = Workbench.in(folder);
    }

    static Stream<Arguments> endless() {
        String good = Workbench.SETTINGS;
        return Stream.of(
            Arguments.of("a whole number of a million digits",
                good.replace("num_samples: 12", "num_samples: " + "9".repeat(1_000_000))),
            Arguments.of("a hexadecimal number of 2.9 million digits",
                good.replace("num_samples: 12", "num_samples: 0x" + "f".repeat(2_900_000))),
            Arguments.of("a binary number of 2.9 million digits",
                good.replace("num_samples: 12", "num_samples: 0b" + "1".repeat(2_900_000))),
            Arguments.of("a broken number of a million digits",
                good.replace("f_max: 64.0", "f_max: 64." + "1".repeat(1_000_000))),
            Arguments.of("a sexagesimal number of a million parts",
                good.replace("num_samples: 12", "num_samples: 1" + ":59".repeat(1_000_000))),
            Arguments.of("a key of a million letters",
                "? " + "k".repeat(1_000_000) + "\n: [" + "1,".repeat(90_000) + "]\n" + good),
            Arguments.of("a list of a million numbers",
                good.replace("num_samples: 12", "num_samples: [" + "1, ".repeat(1_000_000) + "1]")),
            Arguments.of("a prior of a million brackets",
                good.replace("theta_jn: default", "theta_jn: " + "Uniform(".repeat(125_000))),
            Arguments.of("a prior of a million digits",
                good.replace("maximum=1.2", "maximum=" + "1".repeat(1_000_000))),
            Arguments.of("a million nested lists",
                good.replace("num_samples: 12", "num_samples: " + "[".repeat(1_000_000))),
            Arguments.of("aliases that multiply", aliases() + good),
            Arguments.of("a megabyte of blanks", good + " ".repeat(4_000_000)),
            Arguments.of("a megabyte of lines", good + "\n".repeat(4_000_000)));
    }

    /** Nine lists of nine of the one before: 3.5 billion words. */
    private static String aliases() {
        StringBuilder lists = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int k = 1; k < 10; k++) {
            lists.append("a").append(k).append(": &a").append(k).append(" [")
                .append(String.join(", ", Collections.nCopies(9, "*a" + (k - 1)))).append("]\n");
        }
        return lists.toString();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("endless")
    void areRefusedAtOnce(String what, String text) throws Exception {
        Path suspect = Files.writeString(bench.file("suspect.yaml"), text);
        List<String> complaints = new ArrayList<>();
        for (FileKind.ReadingCommand command : FileKind.SETTINGS.commands()) {
            Workbench.Trial trial = bench.trial(command, suspect, suspect);
            trial.complaints().forEach(complaint -> complaints.add(command.name() + ": " + complaint + " ("
                + Conduct.inShort(trial.run()) + ")"));
        }
        assertEquals("", String.join("\n", complaints), what);
    }
}
