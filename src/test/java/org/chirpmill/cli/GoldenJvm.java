package org.chirpmill.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.chirpmill.cli.GoldenSet.Division;

/** JVMs that compute in another way than the tests' own: shorter vectors, other functions, another BLAS. */
enum GoldenJvm {
    /** As many differences at once as go together, for those who have little time. */
    NO_AVX2_NO_INTRINSICS(GoldenSets::few, 1, 1, "Sandybridge", "avx2",
        "-XX:UseAVX=1 -XX:+UnlockDiagnosticVMOptions -XX:-UseLibmIntrinsic"),
    VECTORS_OF_16_BYTES_IN_ODD_BATCHES(GoldenSets::few, 3, 7, "Haswell", "avx2", "-XX:MaxVectorSize=16"),

    ONE_THREAD(GoldenSets::all, 1, 1, "", "", ""),
    ODD_BATCHES(GoldenSets::all, 3, 7, "", "", ""),
    AVX2(GoldenSets::all, 3, 1, "", "avx512f", "-XX:UseAVX=2"),
    AVX(GoldenSets::all, 1, 7, "", "avx2", "-XX:UseAVX=1"),
    VECTORS_OF_16_BYTES(GoldenSets::all, 3, 7, "", "", "-XX:MaxVectorSize=16"),
    /** What takes the place of HotSpot's own sine, exponential and logarithm on other CPUs. */
    NO_INTRINSICS(GoldenSets::all, 1, 1, "", "", "-XX:+UnlockDiagnosticVMOptions -XX:-UseLibmIntrinsic"),
    SANDYBRIDGE(GoldenSets::all, 1, 1, "Sandybridge", "avx", ""),
    HASWELL(GoldenSets::all, 3, 7, "Haswell", "avx2 fma", ""),
    SKYLAKEX(GoldenSets::all, 3, 7, "SkylakeX", "avx512f avx512cd avx512bw avx512dq avx512vl", ""),
    /** The vector backend does not run in these. */
    SSE(GoldenSets::scalar, 1, 7, "", "avx", "-XX:UseAVX=0"),
    NO_FUSED_MULTIPLY_ADD(GoldenSets::scalar, 3, 1, "", "", "-XX:-UseFMA"),
    NO_VECTOR_API(GoldenSets::scalar, 3, 7, "", "", "") {
        @Override
        List<String> modules() {
            return List.of();
        }
    },
    INTERPRETER(() -> GoldenSets.scalar().stream().filter(set -> set.grid().startsWith("multibanded")
        && Set.of("TaylorF2", "IMRPhenomXPHM").contains(set.sources())).toList(), 1, 7, "", "", "-Xint");

    private static final Pattern FLAGS = Pattern.compile("(?m)^flags\\s*:(.*)$");

    private final Supplier<List<GoldenSet>> sets;
    private final Division division;
    private final String blasCore;
    private final List<String> cpuFlags;
    private final List<String> options;

    GoldenJvm(Supplier<List<GoldenSet>> sets, int threads, int batch, String blasCore, String cpuFlags,
            String options) {
        this.sets = sets;
        this.division = new Division(threads, batch);
        this.blasCore = blasCore;
        this.cpuFlags = words(cpuFlags);
        this.options = words(options);
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split(" ")).filter(Predicate.not(String::isEmpty)).toList();
    }

    /** The sets that are made in it. */
    List<GoldenSet> sets() {
        return sets.get();
    }

    /** What keeps the vector backend away, where left out. */
    List<String> modules() {
        return ChildJvm.VECTORS;
    }

    /** Flags of {@code /proc/cpuinfo} that this CPU lacks: without them it would be the tests' own JVM, or crash. */
    Set<String> missing() throws IOException {
        Path cpu = Path.of("/proc/cpuinfo");
        String text = Files.isReadable(cpu) ? Files.readString(cpu) : "";
        Set<String> found = FLAGS.matcher(text).results().limit(1)
            .flatMap(line -> words(line.group(1)).stream()).collect(Collectors.toSet());
        return cpuFlags.stream().filter(Predicate.not(found::contains)).collect(Collectors.toSet());
    }

    /** Makes its sets in an empty folder and gives their hashes. */
    Map<String, GoldenHashes> make(Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Files.write(folder.resolve(GoldenChild.WANTED), sets().stream().map(GoldenSet::name).toList());
        List<String> jvmOptions = new ArrayList<>(modules());
        jvmOptions.addAll(options);
        CommandLineRun run = ChildJvm.run(GoldenChild.class, environment(), jvmOptions,
            folder, division.threads(), division.batch());
        if (run.exitCode() != 0) {
            throw new AssertionError("the JVM with " + this + " ended with " + run.exitCode() + ": " + run.out());
        }
        return GoldenHashes.read(folder.resolve(GoldenChild.HASHES));
    }

    private Map<String, String> environment() {
        return blasCore.isEmpty() ? Map.of() : Map.of("OPENBLAS_CORETYPE", blasCore);
    }

    @Override
    public String toString() {
        List<String> words = new ArrayList<>(options);
        environment().forEach((key, value) -> words.add(key + "=" + value));
        words.add("--threads " + division.threads() + " --batch-size " + division.batch());
        return name() + " (" + String.join(" ", words) + ")";
    }
}
