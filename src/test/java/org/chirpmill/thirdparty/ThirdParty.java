package org.chirpmill.thirdparty;

import static java.util.stream.Collectors.toCollection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/** THIRD-PARTY.md, from what the build resolved and the notes under {@code third-party}. */
final class ThirdParty {
    /** The licences that poms mean by their names for them, or by several of them. The first one is taken. */
    private static final Map<String, String> SPDX = Map.ofEntries(
        Map.entry("Apache License 2.0", "Apache-2.0"), Map.entry("Apache License, Version 2.0", "Apache-2.0"),
        Map.entry("Apache-2.0", "Apache-2.0"), Map.entry("The Apache Software License, Version 2.0", "Apache-2.0"),
        Map.entry("The Apache Software License, version 2.0", "Apache-2.0"),
        Map.entry("MIT", "MIT"), Map.entry("MIT License", "MIT"), Map.entry("The BSD License", "BSD-3-Clause"));
    private static final List<String> ALLOWED = List.of("Apache-2.0", "MIT", "BSD-2-Clause", "BSD-3-Clause", "Zlib");

    private final List<RuntimeLibrary> libraries;
    private final Notes purposes;
    private final Notes natives;
    private final Notes explained;

    ThirdParty(List<RuntimeLibrary> libraries, Notes purposes, Notes natives, Notes explained) {
        this.libraries = libraries;
        this.purposes = purposes;
        this.natives = natives;
        this.explained = explained;
    }

    static ThirdParty ofThisBuild() throws IOException {
        return new ThirdParty(RuntimeLibrary.all(), Notes.read("libraries.txt"), Notes.read("natives.txt"),
            Notes.read("explained.txt"));
    }

    /** What keeps the document from being made, a sentence each. */
    List<String> faults() throws IOException {
        List<String> faults = new ArrayList<>();
        for (RuntimeLibrary library : libraries) {
            if (purposes.about(library.name()).isEmpty()) {
                faults.add(library.name() + " has no line in third-party/libraries.txt: what is it for?");
            }
            if (!ALLOWED.contains(licence(library))) {
                faults.add(library.name() + " has the licence " + licence(library) + ", which is not among " + ALLOWED);
            }
        }
        for (String file : nativeFiles()) {
            if (natives.aboutTheBeginningOf(file).isEmpty()) {
                faults.add("the native library " + file + " has no line in third-party/natives.txt: whose is it?");
            }
        }
        for (List<String> line : natives.lines()) {
            if (!ALLOWED.contains(line.get(1)) && !isExplained(line.get(1), line.get(0))) {
                faults.add(line.get(0) + " has the licence " + line.get(1)
                    + ", which third-party/explained.txt does not explain for it");
            }
        }
        TreeSet<String> names = libraries.stream().map(RuntimeLibrary::name).collect(toCollection(TreeSet::new));
        purposes.lines().stream().map(List::getFirst).filter(name -> !names.contains(name))
            .forEach(name -> faults.add("third-party/libraries.txt tells of " + name + ", which is not there"));
        return faults;
    }

    String document() throws IOException {
        StringBuilder text = new StringBuilder("""
            # What others made

            All that Chirpmill runs with: `target/lib`, and what is in `chirpmill.jar`. On Linux, x86-64; elsewhere the
            same libraries come with other native halves, on Windows with Microsoft's C and C++ runtime too. Libraries
            of tests, of the build and of optional profiles (`nd4j`, `tornado`, `jmh`) are not among them.

            What `src/python/build-wheel` makes holds OpenJDK too, under GPL-2.0 with the Classpath exception, and the
            texts of the licences that are not in the jars themselves, from `src/distribution/licences`.

            Written by `mvn test -Dtest=ThirdPartyTest -Dchirpmill.update` from what the build resolves and from the
            notes in `src/test/resources/third-party`. The test fails where this file is another, where a library has
            no known licence or purpose, and where a licence is not allowed.

            ## Libraries

            | library | version | licence | what it is for |
            |---|---|---|---|
            """);
        TreeSet<String> rows = new TreeSet<>();
        for (RuntimeLibrary library : libraries) {
            rows.add("| " + library.name() + " | " + library.version() + " | " + licence(library) + " | "
                + purposes.about(library.name()).getFirst() + " |\n");
        }
        rows.forEach(text::append);
        text.append("\n## Native libraries within them\n\n| file | licence | what it is |\n|---|---|---|\n");
        TreeSet<String> files = nativeFiles();
        for (List<String> line : natives.lines()) {
            if (files.stream().anyMatch(file -> file.startsWith(line.getFirst()))) {
                text.append("| ").append(String.join(" | ", line)).append(" |\n");
            }
        }
        text.append("\n## Licences that ask for a word\n\n");
        explained.lines().forEach(line ->
            text.append("- **").append(line.get(0)).append("**, of ").append(line.get(1)).append(": ")
                .append(line.get(2)).append(".\n"));
        return text.toString();
    }

    private boolean isExplained(String licence, String file) {
        List<String> explanation = explained.about(licence);
        return !explanation.isEmpty() && List.of(explanation.getFirst().split(" and ")).contains(file);
    }

    private String licence(RuntimeLibrary library) throws IOException {
        List<String> names = PomLicences.of(library);
        return names.stream().map(name -> SPDX.getOrDefault(name, name)).filter(ALLOWED::contains).findFirst()
            .orElse(names.isEmpty() ? "(none)" : String.join(" or ", names));
    }

    /** In all jars, and among our own classes. */
    private TreeSet<String> nativeFiles() throws IOException {
        TreeSet<String> files = new TreeSet<>();
        for (RuntimeLibrary library : libraries) {
            files.addAll(library.natives());
        }
        try (Stream<Path> own = Files.walk(Path.of("target/classes"))) {
            own.map(file -> RuntimeLibrary.nativeName(file.toString())).forEach(name -> name.ifPresent(files::add));
        }
        return files;
    }
}
