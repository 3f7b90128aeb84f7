package org.sevenfold.events;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses EVENTS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.sevenfold.events");

    @Test
    void events_depend_on_the_jdk_and_jspecify_only() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("org.sevenfold.events..", "java..", "org.jspecify..")
                .because("facts outlive every framework, and both services share them")
                .check(EVENTS);
    }

    @Test
    void nothing_but_the_catalogue_knows_all_dimensions() {
        slices().matching("org.sevenfold.events.(*)..")
                .should()
                .beFreeOfCycles()
                .ignoreDependency(alwaysTrue(), simpleNameEndingWith("Id"))
                .because("a dimension can be read, and learnt, without the next; an id names a thing and tells nothing")
                .check(EVENTS);
        noClasses()
                .that()
                .resideOutsideOfPackage("..catalogue..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..catalogue..")
                .because("the list of all streams stands above them")
                .check(EVENTS);
    }

    @Test
    void only_days_add_a_day() {
        noClasses()
                .that()
                .areNotAssignableTo(Days.class)
                .should()
                .callMethod(LocalDate.class, "plusDays", long.class)
                .orShould()
                .callMethod(LocalDate.class, "minusDays", long.class)
                .because("an end has one meaning; where the last day turns into the first without it, Days does it")
                .check(EVENTS);
    }

    @Test
    void a_fact_cannot_tell_the_time() {
        noClasses()
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(java.util.UUID.class, "randomUUID")
                .because("what an event says comes from whoever records it, and must be the same when it is read again")
                .check(EVENTS);
    }
}
