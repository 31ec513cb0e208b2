package org.chirpmill.thirdparty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Nothing is shipped whose licence and purpose are not known. {@code mvn test -Dtest=ThirdPartyTest -Dchirpmill.update}
 * writes THIRD-PARTY.md anew. The native halves that it tells of are those of one platform.
 */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
class ThirdPartyTest {
    private static final Path DOCUMENT = Path.of("THIRD-PARTY.md");

    @TempDir
    private Path repository;

    @Test
    void everythingOnTheClassPathHasALicenceThatIsAllowedAndAPurpose() throws IOException {
        assertTrue(RuntimeLibrary.all().size() > 15, "the build lists what it resolved");
        assertEquals(List.of(), ThirdParty.ofThisBuild().faults());
    }

    /** JCuda's jar of native libraries, another of which contains NVIDIA's compiler, is not on the class path. */
    @Test
    void ofJCudasNativeLibrariesTheDriversAloneIsShipped() throws IOException {
        try (Stream<Path> own = Files.walk(Path.of("target/classes"))) {
            assertEquals(List.of("libJCudaDriver"), own
                .flatMap(file -> RuntimeLibrary.nativeName(file.toString()).stream())
                .map(name -> name.replaceFirst("-.*", "")).toList());
        }
        assertEquals(List.of("org.jcuda:jcuda"), RuntimeLibrary.all().stream().map(RuntimeLibrary::name)
            .filter(name -> name.startsWith("org.jcuda:")).toList());
    }

    @Test
    void theDocumentIsWhatTheBuildMakes() throws IOException {
        String expected = ThirdParty.ofThisBuild().document();
        if (System.getProperty("chirpmill.update") != null) {
            Files.writeString(DOCUMENT, expected);
        }
        assertEquals(expected, Files.readString(DOCUMENT), "run this test with -Dchirpmill.update and commit the file");
    }

    @Test
    void whatIsUnknownOrNotAllowedIsNamed() throws IOException {
        RuntimeLibrary library = library("<licenses><license><name>GNU LGPL 2.1</name></license></licenses>",
            "lib/libJNvPTXCompiler-12.6.0-linux-x86_64.so", "lib/libz.so.1.2", "Some.class");
        Notes natives = new Notes(List.of(List.of("libz", "Zlib", "zlib"), List.of("libq", "LGPL-3.0", "q")));
        Notes purposes = new Notes(List.of(List.of("org.gone:gone", "nothing")));
        Notes explained = new Notes(List.of(List.of("LGPL-3.0", "libgmp and libmpfr", "they alone")));
        assertEquals(List.of(
            "org.some:some has no line in third-party/libraries.txt: what is it for?",
            "org.some:some has the licence GNU LGPL 2.1, which is not among "
                + "[Apache-2.0, MIT, BSD-2-Clause, BSD-3-Clause, Zlib]",
            "the native library libJNvPTXCompiler-12.6.0-linux-x86_64 has no line in third-party/natives.txt: "
                + "whose is it?",
            "libq has the licence LGPL-3.0, which third-party/explained.txt does not explain for it",
            "third-party/libraries.txt tells of org.gone:gone, which is not there"),
            new ThirdParty(List.of(library), purposes, natives, explained).faults().stream()
                .filter(fault -> !fault.contains("libJCudaDriver")).toList());
    }

    @Test
    void librariesAreReadFromWhatMavenListsInColoursAndWithout() {
        List<RuntimeLibrary> some =
            List.of(new RuntimeLibrary("io.jhdf:jhdf", "0.13.0", Path.of("/m2/jhdf-0.13.0.jar")));
        assertEquals(some, RuntimeLibrary.of(List.of("The following files have been resolved:",
            "   io.jhdf:jhdf:jar:0.13.0:compile:/m2/jhdf-0.13.0.jar\u001b[36m -- module io.jhdf\u001b[0;1m [auto]"
                + "\u001b[m")));
        assertEquals(some, RuntimeLibrary.of(
            List.of("   io.jhdf:jhdf:jar:0.13.0:compile:/m2/jhdf-0.13.0.jar -- module io.jhdf [auto]", "")));
    }

    @Test
    void aLibraryWithoutALicenceHasItsParents() throws IOException {
        Path parent = Files.createDirectories(repository.resolve("org/parent/top/7"));
        Files.writeString(parent.resolve("top-7.pom"), "<project><licenses><license><name>MIT</name></license>"
            + "<license><name>GPL</name></license></licenses></project>");
        RuntimeLibrary library = library("<parent><groupId>org.parent</groupId><artifactId>top</artifactId>"
            + "<version>7</version></parent><developers><developer><name>Nobody</name></developer></developers>");
        assertEquals(List.of("MIT", "GPL"), PomLicences.of(library));
        assertEquals(List.of(), PomLicences.of(library("<licenses/>")));
    }

    private RuntimeLibrary library(String pom, String... entries) throws IOException {
        Path folder = Files.createDirectories(repository.resolve("org/some/some/1.0"));
        Files.writeString(folder.resolve("some-1.0.pom"), "<project>" + pom + "</project>");
        Path jar = folder.resolve("some-1.0-linux-x86_64.jar");
        try (OutputStream out = Files.newOutputStream(jar); ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String entry : entries) {
                zip.putNextEntry(new ZipEntry(entry));
            }
        }
        return new RuntimeLibrary("org.some:some", "1.0", jar);
    }
}
