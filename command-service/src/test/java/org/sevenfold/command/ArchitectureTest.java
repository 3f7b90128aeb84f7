package org.sevenfold.command;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.targetOwner;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses COMMAND_SERVICE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.sevenfold.command");

    /** What every room stands on, or stands above all; whatever else there is decides. */
    private static final Set<String> MECHANISM =
            Set.of("change", "lookups", "edge", "imports", "erasure", "checkpoints");

    private static final Set<String> NAMES = COMMAND_SERVICE.stream()
            .map(type -> type.getPackageName().replaceFirst("^org\\.sevenfold\\.command\\.?", ""))
            .map(room -> room.replaceFirst("\\..*", ""))
            .filter(room -> !room.isEmpty() && !MECHANISM.contains(room))
            .collect(Collectors.toUnmodifiableSet());
    private static final String[] DIMENSIONS =
            NAMES.stream().map(name -> "org.sevenfold.command." + name + "..").toArray(String[]::new);
    private static final String EDGE = "org.sevenfold.command.edge..";
    private static final String IMPORTS = "org.sevenfold.command.imports..";
    private static final String ERASURE = "org.sevenfold.command.erasure..";
    private static final String[] BELOW = {"org.sevenfold.command.change..", "org.sevenfold.command.lookups.."};

    @Test
    void only_days_add_a_day() {
        noClasses()
                .should()
                .callMethod(LocalDate.class, "plusDays", long.class)
                .orShould()
                .callMethod(LocalDate.class, "minusDays", long.class)
                .because("an end has one meaning; where the last day turns into the first without it, Days does it")
                .check(COMMAND_SERVICE);
    }

    @Test
    void rules_know_neither_framework_nor_database() {
        noClasses()
                .that(resideInAnyPackage(DIMENSIONS).or(resideInAnyPackage(BELOW)))
                .and(not(belongTo(simpleNameEndingWith("Directory"))))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..",
                        "org.axonframework..",
                        "jakarta..",
                        "java.sql..",
                        "javax.sql..",
                        "tools.jackson..",
                        "com.fasterxml..")
                .because("a rule is a pure function of a command, a state and what was looked up")
                .check(COMMAND_SERVICE);
    }

    @Test
    void dimensions_do_not_know_each_other() {
        slices().matching("org.sevenfold.command.(*)..")
                .that(describe("are dimensions", slice -> NAMES.contains(slice.getNamePart(1))))
                .should()
                .notDependOnEachOther()
                .because("they meet at events, and at lookups made of events")
                .check(COMMAND_SERVICE);
    }

    @Test
    void what_all_dimensions_stand_on_knows_none_of_their_rules() {
        noClasses()
                .that()
                .resideInAnyPackage(BELOW)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(DIMENSIONS)
                .because("a lookup follows from events alone, whatever the rules")
                .check(COMMAND_SERVICE);
    }

    @Test
    void nobody_outside_the_edge_asks_for_the_time_or_a_random_id() {
        noClasses()
                .that()
                .resideOutsideOfPackage(EDGE)
                .should()
                .callMethodWhere(
                        target(nameMatching("now|system.*|tick.*")).and(targetOwner(resideInAPackage("java.time.."))))
                .orShould()
                .callMethodWhere(target(nameMatching("randomUUID|random|currentTimeMillis|nanoTime")))
                .orShould()
                .dependOnClassesThat(resideInAnyPackage("com.github.f4b6a3.uuid..", "java.util.random..")
                        .or(belongToAnyOf(
                                java.util.Random.class,
                                java.util.SplittableRandom.class,
                                java.util.concurrent.ThreadLocalRandom.class)))
                .because("time, new ids and the actor come in with the command; what is decided can be decided again")
                .check(COMMAND_SERVICE);
    }

    @Test
    void there_are_no_circles_between_packages() {
        slices().matching("org.sevenfold.command.(*)..")
                .should()
                .beFreeOfCycles()
                .because("each package can be read, and learnt, before the next")
                .check(COMMAND_SERVICE);
    }

    @Test
    void the_edge_is_above_all() {
        noClasses()
                .that()
                .resideOutsideOfPackages(EDGE, IMPORTS, ERASURE)
                .and(not(belongToAnyOf(CommandService.class)))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(EDGE, IMPORTS, ERASURE)
                .because("rules do not know in which way a command came in")
                .check(COMMAND_SERVICE);
    }

    @Test
    void of_a_dimension_only_its_commands_are_public() {
        classes()
                .that()
                .resideInAnyPackage(DIMENSIONS)
                .and(not(belongTo(simpleNameEndingWith("Command"))))
                .and(describe("are not nested", type -> type.getEnclosingClass().isEmpty()))
                .should()
                .notBePublic()
                .because("states, aggregates and directories are nobody else's business")
                .check(COMMAND_SERVICE);
    }

    @Test
    void the_write_side_does_not_know_the_read_side() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.sevenfold.query..", "org.sevenfold.allinone..")
                .because("what a rule needs to know comes from a lookup, never from a page")
                .check(COMMAND_SERVICE);
    }
}
