package org.sevenfold.command.edge;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sevenfold.command.audit.VerificationCommand;
import org.sevenfold.command.change.Change;
import org.sevenfold.command.governance.PolicyCommand;
import org.sevenfold.command.governance.ProposalCommand;
import org.sevenfold.command.governance.RoleCommand;
import org.sevenfold.command.initiative.AlignmentCommand;
import org.sevenfold.command.initiative.InitiativeCommand;
import org.sevenfold.command.plan.MilestoneCommand;
import org.sevenfold.command.plan.PlanCommand;
import org.sevenfold.command.plan.ProgrammeCommand;
import org.sevenfold.command.sharedvalues.ValueStatementCommand;
import org.sevenfold.command.skills.CourseCommand;
import org.sevenfold.command.skills.TrainingRecordCommand;
import org.sevenfold.command.skills.TrainingRequirementCommand;
import org.sevenfold.command.staff.PersonCommand;
import org.sevenfold.command.staff.PostCommand;
import org.sevenfold.command.structure.UnitCommand;
import org.sevenfold.events.StoredStream;
import org.sevenfold.events.audit.VerificationEvent;
import org.sevenfold.events.governance.PolicyEvent;
import org.sevenfold.events.governance.ProposalEvent;
import org.sevenfold.events.governance.RoleEvent;
import org.sevenfold.events.initiative.AlignmentEvent;
import org.sevenfold.events.initiative.InitiativeEvent;
import org.sevenfold.events.plan.MilestoneEvent;
import org.sevenfold.events.plan.PlanEvent;
import org.sevenfold.events.plan.ProgrammeEvent;
import org.sevenfold.events.sharedvalues.ValueStatementEvent;
import org.sevenfold.events.skills.CourseEvent;
import org.sevenfold.events.skills.TrainingRecordEvent;
import org.sevenfold.events.skills.TrainingRequirementEvent;
import org.sevenfold.events.staff.PersonEvent;
import org.sevenfold.events.staff.PostEvent;
import org.sevenfold.events.structure.UnitEvent;

/** Every command there is. A stream has one line here; its commands are the records of its sealed interface. */
final class CommandCatalogue {

    private static final List<CommandDeclaration> ALL = Stream.of(
                    stream(UnitCommand.class, UnitEvent.STREAM),
                    stream(PersonCommand.class, PersonEvent.STREAM),
                    stream(PostCommand.class, PostEvent.STREAM),
                    stream(CourseCommand.class, CourseEvent.STREAM),
                    stream(TrainingRecordCommand.class, TrainingRecordEvent.STREAM),
                    stream(TrainingRequirementCommand.class, TrainingRequirementEvent.STREAM),
                    stream(ProgrammeCommand.class, ProgrammeEvent.STREAM),
                    stream(PolicyCommand.class, PolicyEvent.STREAM),
                    stream(RoleCommand.class, RoleEvent.STREAM),
                    stream(ProposalCommand.class, ProposalEvent.STREAM),
                    stream(InitiativeCommand.class, InitiativeEvent.STREAM),
                    stream(MilestoneCommand.class, MilestoneEvent.STREAM),
                    stream(ValueStatementCommand.class, ValueStatementEvent.STREAM),
                    stream(PlanCommand.class, PlanEvent.STREAM),
                    stream(AlignmentCommand.class, AlignmentEvent.STREAM),
                    stream(VerificationCommand.class, VerificationEvent.STREAM))
            .flatMap(List::stream)
            .sorted(Comparator.comparing(CommandDeclaration::name))
            .toList();

    private CommandCatalogue() {}

    /** All commands by name. */
    static List<CommandDeclaration> all() {
        return ALL;
    }

    /** The commands of this name: one, or one a stream where several streams know it. */
    static List<CommandDeclaration> named(String name) {
        return ALL.stream().filter(command -> command.name().equals(name)).toList();
    }

    static Optional<CommandDeclaration> of(Class<?> type) {
        return ALL.stream().filter(command -> command.type().equals(type)).findFirst();
    }

    private static List<CommandDeclaration> stream(Class<? extends Change> commands, StoredStream stream) {
        return Stream.of(commands.getPermittedSubclasses())
                .map(type -> CommandDeclaration.of(type.asSubclass(Change.class), stream.type()))
                .toList();
    }
}
