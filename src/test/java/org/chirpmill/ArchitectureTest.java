package org.chirpmill;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Data flows one way: who may know whom, as docs/architecture.md draws it. */
class ArchitectureTest {
    private static final String CLI = "org.chirpmill.cli..";
    private static final String WORDS = "org.chirpmill.cli.words..";

    private static JavaClasses classes;

    @BeforeAll
    static void readClasses() {
        classes = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.chirpmill");
    }

    @Test
    void everyStageKnowsOnlyTheStagesBeforeIt() {
        layeredArchitecture().consideringOnlyDependenciesInLayers()
            .ensureAllClassesAreContainedInArchitecture()
            .layer("physics").definedBy("org.chirpmill.physics..")
            .layer("natives").definedBy("org.chirpmill.natives..")
            .layer("names").definedBy("org.chirpmill.names..")
            .layer("numbers").definedBy("org.chirpmill.numbers..")
            .layer("rows").definedBy("org.chirpmill.rows..")
            .layer("settings").definedBy("org.chirpmill.settings..")
            .layer("parameters").definedBy("org.chirpmill.parameters..")
            .layer("prior").definedBy("org.chirpmill.prior..")
            .layer("domain").definedBy("org.chirpmill.domain..")
            .layer("source").definedBy("org.chirpmill.source..")
            .layer("model").definedBy("org.chirpmill.model..")
            .layer("engine").definedBy("org.chirpmill.engine..")
            .layer("files").definedBy("org.chirpmill.files..")
            .layer("hdf5").definedBy("org.chirpmill.hdf5..")
            .layer("compression").definedBy("org.chirpmill.compression..")
            .layer("dataset").definedBy("org.chirpmill.dataset..")
            .layer("run").definedBy("org.chirpmill.run..")
            .layer("verify").definedBy("org.chirpmill.verify..")
            .layer("benchmark").definedBy("org.chirpmill.benchmark..")
            .layer("feed").definedBy("org.chirpmill.feed..")
            .layer("plot").definedBy("org.chirpmill.plot..")
            .layer("figure").definedBy("org.chirpmill.figure..")
            .layer("banding").definedBy("org.chirpmill.banding..")
            .layer("cli").definedBy(CLI)
            .optionalLayer("nd4j").definedBy("org.chirpmill.nd4j..")
            .whereLayer("physics").mayNotAccessAnyLayer()
            .whereLayer("natives").mayNotAccessAnyLayer()
            .whereLayer("names").mayNotAccessAnyLayer()
            .whereLayer("numbers").mayNotAccessAnyLayer()
            .whereLayer("settings").mayOnlyAccessLayers("names", "numbers", "rows")
            .whereLayer("rows").mayNotAccessAnyLayer()
            .whereLayer("parameters").mayOnlyAccessLayers("names", "physics")
            .whereLayer("prior").mayOnlyAccessLayers("names", "physics", "parameters")
            .whereLayer("domain").mayOnlyAccessLayers("numbers", "settings")
            .whereLayer("source").mayOnlyAccessLayers("names", "physics", "parameters")
            .whereLayer("model").mayOnlyAccessLayers("physics", "domain", "source")
            .whereLayer("engine").mayOnlyAccessLayers("rows", "domain", "source", "model")
            .whereLayer("files").mayNotAccessAnyLayer()
            .whereLayer("hdf5").mayOnlyAccessLayers("natives", "rows")
            .whereLayer("compression").mayOnlyAccessLayers("natives", "rows", "physics", "settings", "domain", "model",
                "engine", "files", "hdf5")
            .whereLayer("dataset").mayOnlyAccessLayers("rows", "settings", "files", "hdf5", "compression")
            .whereLayer("run").mayOnlyAccessLayers("names", "numbers", "rows", "physics", "settings", "parameters",
                "prior", "domain", "source", "model", "engine", "compression", "dataset")
            .whereLayer("verify").mayOnlyAccessLayers("numbers", "rows", "settings", "prior", "domain", "source",
                "model", "engine", "compression", "dataset", "run")
            .whereLayer("benchmark").mayOnlyAccessLayers("numbers", "rows", "domain", "source", "model", "engine",
                "dataset", "run")
            .whereLayer("feed").mayOnlyAccessLayers("rows", "settings", "prior", "domain", "engine", "compression",
                "dataset", "run")
            .whereLayer("plot").mayOnlyAccessLayers("files")
            .whereLayer("figure").mayOnlyAccessLayers("parameters", "plot")
            .whereLayer("banding").mayOnlyAccessLayers("numbers")
            .whereLayer("cli").mayNotBeAccessedByAnyLayer()
            .whereLayer("nd4j").mayNotBeAccessedByAnyLayer()
            .whereLayer("nd4j").mayOnlyAccessLayers("rows", "engine", "dataset")
            .check(classes);
    }

    @Test
    void onlyTheCudaBackendKnowsJCuda() {
        noClasses().that().resideOutsideOfPackage("org.chirpmill.engine.cuda")
            .should().dependOnClassesThat().resideInAPackage("jcuda..").check(classes);
        noClasses().that().resideInAPackage("org.chirpmill.engine.cuda")
            .and().haveNameNotMatching(".*\\.JCuda.*")
            .should().dependOnClassesThat().resideInAPackage("jcuda..").check(classes);
    }

    @Test
    void onlyThePackageOfItsNameKnowsNd4jAndItIsNotThereUnlessItsProfileIs() {
        noClasses().that().resideOutsideOfPackage("org.chirpmill.nd4j")
            .should().dependOnClassesThat().resideInAPackage("org.nd4j..").check(classes);
        boolean built = classes.contain("org.chirpmill.nd4j.LearnerBatch");
        boolean there = ArchitectureTest.class.getResource("/org/nd4j/linalg/factory/Nd4j.class") != null;
        assertEquals(built, there, "whether ND4J is on the class path");
    }

    @Test
    void packagesHaveNoCyclesAtAnyLevel() {
        slices().matching("org.chirpmill.(*)..").should().beFreeOfCycles().check(classes);
        slices().matching("org.chirpmill.(**)").should().beFreeOfCycles().check(classes);
    }

    /** What profiles and benchmarks add to the program uses what is public. */
    @Test
    void noPackageIsSplitBetweenSourceFolders() throws IOException {
        Map<String, Path> folders = new TreeMap<>();
        for (String folder : List.of("src/main/java", "src/tornado/java", "src/nd4j/java", "src/nd4j/example",
                "bench/gpu/java", "bench/jmh")) {
            Path root = Path.of(folder);
            try (Stream<Path> files = Files.walk(root)) {
                files.filter(file -> file.toString().endsWith(".java"))
                    .map(file -> root.relativize(file.getParent()).toString()).distinct()
                    .forEach(name -> assertEquals(root, folders.computeIfAbsent(name, _ -> root), name));
            }
        }
    }

    @Test
    void picocliIsKnownToTheCommandLineAloneAndNotToItsWords() {
        noClasses().that().resideOutsideOfPackage(CLI).or().resideInAPackage(WORDS)
            .should().dependOnClassesThat().resideInAPackage("picocli..").check(classes);
    }

    /** What is neither command nor option nor words belongs to a layer below. */
    @Test
    void theCommandLineHoldsNothingButCommandsOptionsAndWords() {
        classes().that().resideInAPackage(CLI).and().resideOutsideOfPackage(WORDS).and().areTopLevelClasses()
            .and().doNotHaveSimpleName("package-info")
            .should(knowPicocli()).check(classes);
        noClasses().that().resideInAPackage(WORDS)
            .should().dependOnClassesThat(resideInAPackage(CLI).and(resideOutsideOfPackage(WORDS))).check(classes);
    }

    /** It does where its own code, or that of a class within it, mentions picocli. */
    private static ArchCondition<JavaClass> knowPicocli() {
        return new ArchCondition<>("know picocli") {
            @Override
            public void check(JavaClass whole, ConditionEvents events) {
                boolean knows = classes.stream()
                    .filter(part -> part.getName().equals(whole.getName())
                        || part.getName().startsWith(whole.getName() + "$"))
                    .flatMap(part -> part.getDirectDependenciesFromSelf().stream())
                    .anyMatch(use -> use.getTargetClass().getPackageName().startsWith("picocli"));
                events.add(new SimpleConditionEvent(whole, knows,
                    whole.getName() + (knows ? " knows picocli" : " has no command or option")));
            }
        };
    }
}
