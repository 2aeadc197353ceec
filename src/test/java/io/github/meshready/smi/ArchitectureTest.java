package io.github.meshready.smi;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.Architectures;
import io.github.meshready.smi.manifest.Disk;
import io.github.meshready.smi.manifest.FileNames;
import java.nio.file.Path;

/** Holds the arrows between packages, and what the product promises never to do. */
@AnalyzeClasses(packagesOf = ArchitectureTest.class, importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ROOT = "io.github.meshready.smi.";

    @ArchTest
    static final ArchRule arrowsPointOneWay = Architectures.layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("manifest")
            .definedBy(ROOT + "manifest..")
            .layer("lastrun")
            .definedBy(ROOT + "lastrun..")
            .layer("app")
            .definedBy(ROOT + "app..")
            .layer("module")
            .definedBy(ROOT + "module..")
            .layer("route")
            .definedBy(ROOT + "route..")
            .layer("call")
            .definedBy(ROOT + "call..")
            .layer("policy")
            .definedBy(ROOT + "policy..")
            .layer("generate")
            .definedBy(ROOT + "generate..")
            .layer("mesh")
            .definedBy(ROOT + "mesh..")
            .layer("verify")
            .definedBy(ROOT + "verify..")
            .layer("explain")
            .definedBy(ROOT + "explain..")
            .layer("diff")
            .definedBy(ROOT + "diff..")
            .layer("report")
            .definedBy(ROOT + "report..")
            .layer("mojo")
            .definedBy(ROOT + "mojo..")
            .whereLayer("manifest")
            .mayNotAccessAnyLayer()
            .whereLayer("lastrun")
            .mayOnlyAccessLayers("manifest")
            .whereLayer("app")
            .mayOnlyAccessLayers("manifest")
            .whereLayer("module")
            .mayOnlyAccessLayers("manifest")
            .whereLayer("route")
            .mayOnlyAccessLayers("app", "manifest", "module")
            .whereLayer("call")
            .mayOnlyAccessLayers("app", "manifest", "module", "route")
            .whereLayer("policy")
            .mayOnlyAccessLayers("app", "call", "manifest", "route")
            .whereLayer("generate")
            .mayOnlyAccessLayers("manifest", "app", "call", "policy", "route", "module")
            .whereLayer("mesh")
            .mayOnlyAccessLayers("app", "policy", "manifest", "route")
            .whereLayer("verify")
            .mayOnlyAccessLayers("mesh", "policy", "app", "call", "manifest", "route")
            .whereLayer("explain")
            .mayOnlyAccessLayers("verify", "mesh", "policy", "app", "call", "manifest", "route")
            .whereLayer("diff")
            .mayOnlyAccessLayers("verify", "mesh", "policy", "app", "call", "manifest", "route")
            .whereLayer("report")
            .mayOnlyAccessLayers(
                    "generate", "explain", "diff", "verify", "mesh", "policy", "app", "call", "manifest", "route");

    @ArchTest
    static final ArchRule noCycles = slices().matching(ROOT + "(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule onlyGoalsKnowMaven = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + "mojo..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.apache.maven..", "org.eclipse.aether..", "org.codehaus.plexus..", "javax.inject..");

    @ArchTest
    static final ArchRule onlyTheTextPackageKnowsTheYamlParser = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + "manifest..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.yaml..");

    @ArchTest
    static final ArchRule onlyTheRoutesOfCodeKnowJandex = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + "route.code..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.jboss.jandex..");

    /**
     * What a run looks at is noted in one place, or a file could change without the next run taking notice. Exempt are what writes, which
     * looks only for what it writes, and what remembers runs.
     */
    @ArchTest
    static final ArchRule onlyDiskLooksAtFiles = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(ROOT + "manifest.Disk")
            .and()
            .doNotHaveFullyQualifiedName(ROOT + "manifest.Question")
            .and()
            .doNotHaveFullyQualifiedName(ROOT + "manifest.FileType")
            .and()
            .doNotHaveFullyQualifiedName(ROOT + "manifest.OwnedFile")
            .and()
            .doNotHaveFullyQualifiedName(ROOT + "manifest.OutputFolder")
            .and()
            .doNotHaveFullyQualifiedName(ROOT + "lastrun.LastRun")
            .and()
            .doNotHaveFullyQualifiedName(ROOT + "lastrun.Jar")
            .should(new ArchCondition<JavaClass>("look at files") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    for (JavaAccess<?> access : type.getAccessesFromSelf()) {
                        String target = access.getTarget().getFullName();
                        boolean looks = target.startsWith("java.nio.file.Files.")
                                || target.startsWith("java.nio.file.FileSystem")
                                || target.startsWith("java.nio.file.spi.")
                                || target.startsWith("java.nio.channels.")
                                || target.startsWith("java.nio.file.Path.toRealPath")
                                || target.startsWith("java.util.zip.Zip")
                                || target.startsWith("java.util.jar.")
                                || target.startsWith("java.util.Scanner.")
                                || target.startsWith("java.io.RandomAccessFile.")
                                || target.startsWith("java.io.FileReader.")
                                || target.startsWith("java.io.FileInputStream.")
                                || target.startsWith("java.io.File.")
                                        && !target.matches("java\\.io\\.File\\.(<init>|toPath|getPath|separator).*");
                        events.add(new SimpleConditionEvent(access, looks, access.getDescription()));
                    }
                }
            });

    /** How files are named carries the disk along; one that is made elsewhere would look past it. */
    @ArchTest
    static final ArchRule everyRunHasOneDisk = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(ROOT + "mojo.AbstractFileMojo")
            .and()
            .doNotHaveFullyQualifiedName(ROOT + "manifest.FileNames")
            .and()
            .doNotHaveFullyQualifiedName(ROOT + "mojo.Build") // for what it compares itself
            .and()
            .doNotHaveFullyQualifiedName(ROOT + "mojo.DiffSide") // which is never skipped
            .and()
            .doNotHaveFullyQualifiedName(ROOT + "call.RouteInputs") // for NONE, which reads nothing
            .should()
            .callConstructor(Disk.class, Path.class, Path.class)
            .orShould()
            .callConstructor(FileNames.class, Path.class)
            .orShould()
            .callConstructor(FileNames.class, Path.class, Disk.class);

    /** What Maven tells a goal is compared as a whole; what is asked of it elsewhere would not be. */
    @ArchTest
    static final ArchRule onlyBuildAsksMaven = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(ROOT + "mojo.Build")
            .and()
            .doNotHaveFullyQualifiedName(ROOT + "mojo.BuiltModules") // whose description Build compares
            .and()
            .doNotHaveFullyQualifiedName(ROOT + "mojo.NextCommand") // whose words Build compares
            .and()
            .doNotHaveFullyQualifiedName(ROOT + "mojo.ReleasedManifests") // for smi:diff, which is never skipped
            .and()
            .doNotHaveFullyQualifiedName(ROOT + "mojo.DiffMojo")
            .and()
            .doNotHaveFullyQualifiedName(ROOT + "mojo.HelpMojo")
            .should(new ArchCondition<JavaClass>("ask Maven") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    for (JavaCall<?> call : type.getCodeUnitCallsFromSelf()) {
                        String target = call.getTarget().getFullName();
                        boolean asks = target.startsWith("org.apache.maven.project.MavenProject.")
                                || target.startsWith("org.apache.maven.execution.MavenSession.")
                                || target.startsWith("org.apache.maven.plugin.MojoExecution.");
                        events.add(new SimpleConditionEvent(call, asks, call.getDescription()));
                    }
                }
            });

    @ArchTest
    static final ArchRule nothingRunsOrCallsOut = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(ROOT + "manifest.KubectlKustomize") // where somebody asks for it
            .should()
            .dependOnClassesThat()
            .haveNameMatching(
                    "java\\.lang\\.(ProcessBuilder|Process|Runtime|ClassLoader)|java\\.net\\.(?!URI$).*|java\\.net\\.http\\..*|javax\\.script\\..*"
                            + "|java\\.io\\.ObjectInputStream");

    /** Text of users is compiled by re2j only, which cannot be made to hang. */
    @ArchTest
    static final ArchRule onlyConstantsAreCompiledByJavasRegex = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(ROOT + "manifest.ScalarType")
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(java.util.regex.Pattern.class);

    @ArchTest
    static final ArchRule noStaticState = classes()
            .that(resideInAPackage("io.github.meshready.smi.."))
            .should(new ArchCondition<JavaClass>("have no static field that can change") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    for (JavaField field : type.getFields()) {
                        boolean changes = field.getModifiers().contains(JavaModifier.STATIC)
                                && !field.getModifiers().contains(JavaModifier.FINAL)
                                && !field.getName().startsWith("$");
                        events.add(new SimpleConditionEvent(field, !changes, field.getDescription()));
                    }
                }
            });

    /** Random, time and the environment would make two runs differ; expiries need the day, and are given it. */
    @ArchTest
    static final ArchRule outputDependsOnInputAlone = classes()
            .should(new ArchCondition<JavaClass>("not ask for the time, chance or the environment") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    for (JavaCall<?> call : type.getCodeUnitCallsFromSelf()) {
                        String target = call.getTarget().getFullName();
                        boolean varies = target.startsWith("java.util.Random.")
                                || target.startsWith("java.time.")
                                        && (target.contains(".now(") || target.contains("Clock."))
                                        && !type.getName().equals(ROOT + "mojo.Today")
                                || target.contains("System.currentTimeMillis")
                                || target.contains("System.nanoTime")
                                || target.contains("System.getenv")
                                || target.contains("System.getProperty(")
                                || target.contains("java.util.UUID.randomUUID");
                        if (varies) {
                            events.add(SimpleConditionEvent.violated(call, call.getDescription()));
                        }
                    }
                }
            });
}
