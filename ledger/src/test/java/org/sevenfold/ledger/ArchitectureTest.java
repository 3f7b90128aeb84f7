package org.sevenfold.ledger;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void the_ledger_depends_on_the_jdk_and_jspecify_only() {
        var ledger = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.sevenfold.ledger");

        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("org.sevenfold.ledger..", "java..", "org.jspecify..")
                .because("an auditor has to be able to check history without trusting, or installing, anything else")
                .check(ledger);
    }
}
