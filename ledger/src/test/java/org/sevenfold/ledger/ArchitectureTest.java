package org.sevenfold.ledger;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final String LEDGER = "org.sevenfold.ledger";
    private static final String VERIFY = LEDGER + ".verify..";
    private static final String WITNESS = LEDGER + ".witness..";
    private static final String HTTP_SERVER = "com.sun.net.httpserver..";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(LEDGER);

    @Test
    void the_ledger_depends_on_the_jdk_and_jspecify_only() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(LEDGER + "..", "java..", HTTP_SERVER, "org.jspecify..")
                .because("an auditor has to be able to check history without trusting, or installing, anything else")
                .check(CLASSES);
    }

    @Test
    void only_the_witness_opens_a_port_and_nobody_a_database() {
        noClasses()
                .that()
                .resideOutsideOfPackage(WITNESS)
                .and()
                .haveNameNotMatching(".*WitnessTask")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.net..", HTTP_SERVER)
                .because("whoever verifies sees that nothing leaves their machine")
                .check(CLASSES);
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..")
                .because("what checks the log shares no code path with what stores it")
                .check(CLASSES);
    }

    @Test
    void the_command_is_above_all_and_there_are_no_circles() {
        noClasses()
                .that()
                .resideOutsideOfPackage(VERIFY)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(VERIFY)
                .because("the services use what the command uses, and not the command")
                .check(CLASSES);
        slices().matching(LEDGER + ".(*)..")
                .should()
                .beFreeOfCycles()
                .because("each package can be read, and learnt, before the next")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage(LEDGER)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(LEDGER + ".*..")
                .because("the tree stands below every format that is made of it")
                .check(CLASSES);
    }

    @Test
    void nobody_asks_for_the_time() {
        noClasses()
                .that()
                .doNotHaveSimpleName("AuditVerify")
                .should()
                .callMethodWhere(asksForTheTime())
                .because("what is checked today is checked the same in ten years; a witness is handed its clock")
                .check(CLASSES);
    }

    private static DescribedPredicate<JavaMethodCall> asksForTheTime() {
        return DescribedPredicate.describe("asks for the time", call -> {
            String owner = call.getTargetOwner().getPackageName();
            String name = call.getTarget().getName();
            boolean now = owner.startsWith("java.time") && (name.equals("now") || isSystemClock(call));
            return now || name.equals("currentTimeMillis") || name.equals("nanoTime");
        });
    }

    private static boolean isSystemClock(JavaMethodCall call) {
        return call.getTargetOwner().isEquivalentTo(Clock.class)
                && call.getTarget().getName().startsWith("system");
    }
}
