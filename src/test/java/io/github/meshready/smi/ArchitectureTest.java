package io.github.meshready.smi;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

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

/** Holds the arrows between packages, and what the product promises never to do. */
@AnalyzeClasses(packagesOf = ArchitectureTest.class, importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ROOT = "io.github.meshready.smi.";

    @ArchTest
    static final ArchRule arrowsPointOneWay = Architectures.layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("manifest")
            .definedBy(ROOT + "manifest..")
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
