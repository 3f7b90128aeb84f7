package org.sevenfold.query;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Random;
import java.util.UUID;
import org.sevenfold.query.board.Board;

@AnalyzeClasses(packages = "org.sevenfold.query", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String DIMENSIONS =
            "org.sevenfold.query.(sharedvalues|strategy|structure|systems|staff|style|skills)..";
    private static final String[] MECHANISM = {
        "..query.board..", "..query.basis..", "..query.question..", "..query.measure..", "..query.who.."
    };

    @ArchTest
    static final ArchRule boards_are_pure = noClasses()
            .that()
            .areAssignableTo(Board.class)
            .should()
            .dependOnClassesThat(
                    resideInAnyPackage("org.springframework..", "org.axonframework..", "java.sql..", "javax.sql.."))
            .orShould()
            .dependOnClassesThat(DescribedPredicate.describe(
                    "tell the time or the odds",
                    type -> type.isAssignableTo(Clock.class) || type.isAssignableTo(Random.class)))
            .because("a board folds events and nothing else, so that an auditor folds the same; what it needs to know"
                    + " stands in the event");

    @ArchTest
    static final ArchRule only_days_add_a_day = noClasses()
            .should()
            .callMethod(LocalDate.class, "plusDays", long.class)
            .orShould()
            .callMethod(LocalDate.class, "minusDays", long.class)
            .because("an end has one meaning; where the last day turns into the first without it, Days does it");

    @ArchTest
    static final ArchRule nobody_looks_at_the_clock = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .because("today is a parameter; where the edge needs the time it is handed a Clock");

    @ArchTest
    static final ArchRule no_random_ids = noClasses()
            .that()
            .resideOutsideOfPackage("..query.edge..")
            .should()
            .callMethod(UUID.class, "randomUUID")
            .because("an answer depends on the log alone; what is random differs at the next rebuild");

    @ArchTest
    static final ArchRule dimensions_meet_at_events = slices().matching(DIMENSIONS)
            .should()
            .notDependOnEachOther()
            .because("each dimension is changed by itself; what spans them stands in profile, or reads their tables");

    @ArchTest
    static final ArchRule mechanism_knows_no_dimension = noClasses()
            .that()
            .resideInAnyPackage(MECHANISM)
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    "..query.structure..",
                    "..query.staff..",
                    "..query.skills..",
                    "..query.profile..",
                    "..query.audit..",
                    "..query.edge.."))
            .because("another dimension is added beside it, without touching it");

    @ArchTest
    static final ArchRule no_circles = slices().matching("org.sevenfold.query.(*)..")
            .should()
            .beFreeOfCycles()
            .because(
                    "a reader goes one way through the picture: board, basis, question, then what is asked, then edge");

    @ArchTest
    static final ArchRule nobody_asks_the_command_service = noClasses()
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.sevenfold.command..", "org.sevenfold.platform.journal.."))
            .because("the read side never writes and never decides; the two sides meet at events");

    @ArchTest
    static final ArchRule only_what_must_be_is_public = classes()
            .that(areTopLevelAndPublic())
            .should(BeUsedFromAnotherPackage.OR_BY_A_FRAMEWORK)
            .because("what a package does not offer can be changed without asking");

    private static DescribedPredicate<JavaClass> areTopLevelAndPublic() {
        return DescribedPredicate.describe(
                "are public",
                type -> type.isTopLevelClass() && type.getModifiers().contains(JavaModifier.PUBLIC));
    }
}
