package org.chirpmill;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Data flows one way: who may know whom, as docs/architecture.md draws it. */
class ArchitectureTest {
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
            .layer("rows").definedBy("org.chirpmill.rows..")
            .layer("settings").definedBy("org.chirpmill.settings..")
            .layer("parameters").definedBy("org.chirpmill.parameters..")
            .layer("prior").definedBy("org.chirpmill.prior..")
            .layer("domain").definedBy("org.chirpmill.domain..")
            .layer("source").definedBy("org.chirpmill.source..")
            .layer("model").definedBy("org.chirpmill.model..")
            .layer("engine").definedBy("org.chirpmill.engine..")
            .layer("hdf5").definedBy("org.chirpmill.hdf5..")
            .layer("compression").definedBy("org.chirpmill.compression..")
            .layer("dataset").definedBy("org.chirpmill.dataset..")
            .layer("benchmark").definedBy("org.chirpmill.benchmark..")
            .layer("plot").definedBy("org.chirpmill.plot..")
            .layer("figure").definedBy("org.chirpmill.figure..")
            .layer("banding").definedBy("org.chirpmill.banding..")
            .layer("cli").definedBy("org.chirpmill.cli..")
            .optionalLayer("nd4j").definedBy("org.chirpmill.nd4j..")
            .whereLayer("physics").mayNotAccessAnyLayer()
            .whereLayer("settings").mayNotAccessAnyLayer()
            .whereLayer("rows").mayNotAccessAnyLayer()
            .whereLayer("parameters").mayOnlyAccessLayers("physics")
            .whereLayer("prior").mayOnlyAccessLayers("physics", "parameters")
            .whereLayer("domain").mayOnlyAccessLayers("settings")
            .whereLayer("source").mayOnlyAccessLayers("physics", "parameters")
            .whereLayer("model").mayOnlyAccessLayers("physics", "domain", "source")
            .whereLayer("engine").mayOnlyAccessLayers("rows", "domain", "source", "model")
            .whereLayer("hdf5").mayOnlyAccessLayers("rows")
            .whereLayer("compression").mayOnlyAccessLayers("rows", "settings", "domain", "engine", "hdf5")
            .whereLayer("dataset").mayOnlyAccessLayers("rows", "settings", "hdf5", "compression")
            .whereLayer("benchmark").mayOnlyAccessLayers("rows", "engine", "dataset")
            .whereLayer("plot").mayNotAccessAnyLayer()
            .whereLayer("figure").mayOnlyAccessLayers("parameters", "plot")
            .whereLayer("banding").mayNotAccessAnyLayer()
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

    @Test
    void picocliIsKnownToTheCommandLineAlone() {
        noClasses().that().resideOutsideOfPackage("org.chirpmill.cli..")
            .should().dependOnClassesThat().resideInAPackage("picocli..").check(classes);
    }
}
