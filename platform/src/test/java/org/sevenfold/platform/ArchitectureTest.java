package org.sevenfold.platform;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses PLATFORM = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.sevenfold.platform");

    @Test
    void the_platform_knows_no_dimension() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.sevenfold.events.sharedvalues..",
                        "org.sevenfold.events.strategy..",
                        "org.sevenfold.events.structure..",
                        "org.sevenfold.events.systems..",
                        "org.sevenfold.events.staff..",
                        "org.sevenfold.events.style..",
                        "org.sevenfold.events.skills..",
                        "org.sevenfold.events.initiative..",
                        "org.sevenfold.events.plan..",
                        "org.sevenfold.events.governance..",
                        "org.sevenfold.events.audit..",
                        "org.sevenfold.command..",
                        "org.sevenfold.query..")
                .because("a new dimension, or a changed one, must not touch what everything stands on")
                .check(PLATFORM);
    }

    @Test
    void there_are_no_circles_between_its_packages() {
        slices().matching("org.sevenfold.platform.(*)..")
                .should()
                .beFreeOfCycles()
                .because("a part of the platform can be read, and replaced, without the next")
                .check(PLATFORM);
    }
}
