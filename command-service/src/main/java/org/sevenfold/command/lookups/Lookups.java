package org.sevenfold.command.lookups;

import java.util.List;
import java.util.Optional;
import org.sevenfold.platform.journal.Lookup;

/** Reads lookups for a rule. Whatever is read here is compared again when the decision is stored. */
@FunctionalInterface
public interface Lookups {

    /** Every lookup there is. */
    List<Lookup<?>> ALL = List.of(
            Units.LOOKUP,
            People.LOOKUP,
            Erasures.LOOKUP,
            Posts.LOOKUP,
            Appointments.LOOKUP,
            Courses.LOOKUP,
            PartsOfUnit.LOOKUP,
            GroupManagers.LOOKUP,
            TrainingRequirements.LOOKUP,
            CourseRequirements.LOOKUP,
            Programmes.LOOKUP,
            Policies.LOOKUP,
            Roles.LOOKUP,
            Proposals.LOOKUP,
            Initiatives.LOOKUP,
            InitiativesOfProgramme.LOOKUP,
            Milestones.LOOKUP,
            MilestonesOfInitiative.LOOKUP,
            ValueStatements.LOOKUP,
            Visions.LOOKUP,
            InitiativesOfValue.LOOKUP,
            Dependencies.LOOKUP,
            Baselines.LOOKUP);

    /** The value for a key; empty where no event has set it. */
    <V> Optional<V> find(Lookup<V> lookup, String key);
}
