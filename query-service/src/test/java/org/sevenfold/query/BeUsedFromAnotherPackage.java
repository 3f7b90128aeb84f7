package org.sevenfold.query;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;

/** Finds what is public though nobody outside its package uses it. */
final class BeUsedFromAnotherPackage extends ArchCondition<JavaClass> {

    static final BeUsedFromAnotherPackage OR_BY_A_FRAMEWORK = new BeUsedFromAnotherPackage();

    /** Made by reflection, so they are public for a framework's sake. */
    private static final Set<String> FRAMEWORKS = Set.of("org.sevenfold.query.QueryService");

    private BeUsedFromAnotherPackage() {
        super("be used from another package");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        boolean used = FRAMEWORKS.contains(type.getName())
                || type.getPackage().getClasses().stream()
                        .filter(part -> part.equals(type) || part.getName().startsWith(type.getName() + "$"))
                        .flatMap(part -> part.getDirectDependenciesToSelf().stream())
                        .anyMatch(use -> !use.getOriginClass().getPackageName().equals(type.getPackageName()));
        events.add(new SimpleConditionEvent(type, used, type.getName() + " is public and used in its package only"));
    }
}
