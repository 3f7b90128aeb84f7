package org.sevenfold.command.initiative;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sevenfold.command.change.Allowed;
import org.sevenfold.command.change.Change;
import org.sevenfold.command.change.Decider;
import org.sevenfold.command.change.Declared;
import org.sevenfold.command.change.NewId;
import org.sevenfold.command.change.Overridable;
import org.sevenfold.command.change.Reasoned;
import org.sevenfold.command.change.RuleOverride;
import org.sevenfold.command.change.Says;
import org.sevenfold.command.change.Scope;
import org.sevenfold.command.change.Subject;
import org.sevenfold.events.Dimension;
import org.sevenfold.events.ProgrammeId;
import org.sevenfold.events.Role;
import org.sevenfold.events.initiative.InitiativeEvent;
import org.sevenfold.events.initiative.InitiativeId;
import org.sevenfold.events.initiative.InitiativeOutcome;
import org.sevenfold.events.initiative.Rag;
import org.sevenfold.events.sharedvalues.ValueStatementId;
import org.sevenfold.events.staff.PersonId;
import org.sevenfold.events.structure.UnitId;

/** What can be asked of an initiative. */
public sealed interface InitiativeCommand extends Change {

    Decider<InitiativeCommand, ?, InitiativeEvent> DECIDER = Decider.of(
            InitiativeEvent.STREAM,
            InitiativeCommand.class,
            new Initiative.NotYet(),
            Initiative::decide,
            Initiative::evolve);

    InitiativeId initiative();

    @Override
    default String streamId() {
        return initiative().toString();
    }

    @Override
    default Subject subject() {
        return new Subject.OfInitiative(initiative(), List.of(), null);
    }

    /** A value that the initiative serves, and how. */
    record ServedValue(
            @Says("The value statement, by reference or id.")
            ValueStatementId value,

            @Says("How the initiative serves it.") String how) {}

    @Declared(
            summary =
                    "Registers an initiative, with what it does to the dimensions and the values that it serves as far"
                            + " as that is known.",
            allowed = {
                @Allowed(role = Role.PROGRAMME_MANAGER),
                @Allowed(role = Role.GROUP_MANAGER, scope = Scope.OWN_GROUP)
            },
            example = """
                {"programme": "lea-marsh", "reference": "LM-031", "title": "New case recording system",
                 "primaryDimension": "SYSTEMS", "owner": "S-0001", "units": ["CIN-04"],
                 "plannedStart": "2026-11-09", "plannedEnd": "2026-12-18",
                 "impacts": [{"dimension": "SYSTEMS", "affected": true, "effect": "One system instead of three."},
                   {"dimension": "STYLE", "affected": false,
                    "rationale": "How units meet and decide stays exactly as it is."}],
                 "values": [{"value": "VAL-01", "how": "Less time at the screen, more with families."}]}\
                """)
    record RegisterInitiative(
            @NewId InitiativeId initiative,
            @Says("The programme, by reference or id.") ProgrammeId programme,

            @Says("What people call it, such as LM-014, without a slash; no other initiative may be called so.")
            String reference,

            @Says("Its title.") String title,
            @Says("The dimension that it belongs to.") Dimension primaryDimension,

            @Says("Who owns it, by staff number, work e-mail or id; in post on the day.")
            PersonId owner,

            @Says("The units that it changes, by reference or id; none if left out.") @Nullable
            List<UnitId> units,

            @Says("The first day planned, within the programme.")
            LocalDate plannedStart,

            @Says("The last day planned, within the programme.")
            LocalDate plannedEnd,

            @Says("What it does to the dimensions, each at most once; the rest can follow.") @Nullable
            List<Consideration> impacts,

            @Says("The values that it serves, each at most once; more can follow.") @Nullable
            List<ServedValue> values)
            implements InitiativeCommand {

        public RegisterInitiative {
            if (reference.contains("/")) {
                throw new IllegalArgumentException(
                        "The reference of an initiative has no slash; a milestone's has one.");
            }
            if (plannedEnd.isBefore(plannedStart)) {
                throw new IllegalArgumentException("An initiative cannot end before it starts.");
            }
            requireOnce(orNone(units).stream());
            requireOnce(orNone(impacts).stream().map(Consideration::dimension));
            requireOnce(orNone(values).stream().map(ServedValue::value));
        }

        @Override
        public Subject subject() {
            return new Subject.OfInitiative(initiative, orNone(units), null);
        }
    }

    @Declared(
            summary = "Says what an initiative does to a dimension, or why it does nothing to it.",
            allowed = {
                @Allowed(role = Role.PROGRAMME_MANAGER),
                @Allowed(role = Role.GROUP_MANAGER, scope = Scope.OWN_GROUP)
            },
            example = """
                {"initiative": "LM-014", "dimension": "STAFF", "affected": true,
                 "effect": "Every post in the unit changes.", "mitigation": "Assimilation before selection.",
                 "reviewBy": "2026-12-01"}\
                """)
    record ConsiderDimension(
            @Says("The initiative, by reference or id.") InitiativeId initiative,
            @Says("The dimension.") Dimension dimension,
            @Says("Whether it is affected.") boolean affected,

            @Says("How it is affected; needed where it is.") @Nullable
            String effect,

            @Says("What is done about it.") @Nullable String mitigation,

            @Says("Why it is not affected, in 30 characters or more; needed where it is not.") @Nullable
            String rationale,

            @Says("By when somebody looks at it again.") @Nullable
            LocalDate reviewBy)
            implements InitiativeCommand {

        public ConsiderDimension {
            Consideration.require(affected, effect, mitigation, rationale);
        }

        Consideration consideration() {
            return new Consideration(dimension, affected, effect, mitigation, rationale, reviewBy);
        }
    }

    @Declared(
            summary = "Approves an initiative, once all seven dimensions are considered and it serves a value.",
            allowed = @Allowed(role = Role.SENIOR_RESPONSIBLE_OWNER),
            proposed = @Allowed(role = Role.PROGRAMME_MANAGER),
            example = """
                {"initiative": "LM-014"}\
                """)
    record ApproveInitiative(
            @Says("The initiative, by reference or id.") InitiativeId initiative) implements InitiativeCommand {}

    @Declared(
            summary = "Gives an initiative another owner, other units, or both, from a day on.",
            allowed = {
                @Allowed(role = Role.PROGRAMME_MANAGER),
                @Allowed(role = Role.GROUP_MANAGER, scope = Scope.OWN_GROUP)
            },
            example = """
                {"initiative": "LM-014", "owner": "S-0001", "from": "2026-12-01"}\
                """)
    record AssignInitiative(
            @Says("The initiative, by reference or id.") InitiativeId initiative,

            @Says("Who owns it then, by staff number, work e-mail or id; in post on the day. Left out, the same"
                    + " person.")
            @Nullable
            PersonId owner,

            @Says("The units that it changes then, by reference or id. Left out, the same ones.") @Nullable
            List<UnitId> units,

            @Says("The first day, within the programme. What was planned from a later day on is replaced.")
            LocalDate from)
            implements InitiativeCommand {

        public AssignInitiative {
            if (owner == null && units == null) {
                throw new IllegalArgumentException("Give another owner, other units, or both.");
            }
            requireOnce(orNone(units).stream());
        }

        @Override
        public Subject subject() {
            return new Subject.OfInitiative(initiative, orNone(units), from);
        }
    }

    @Declared(
            summary = "Rates how an initiative stands today, and says why.",
            allowed = {
                @Allowed(role = Role.PROGRAMME_MANAGER),
                @Allowed(role = Role.GROUP_MANAGER, scope = Scope.OWN_GROUP)
            },
            example = """
                {"initiative": "LM-014", "rag": "AMBER", "reason": "Job descriptions are two weeks late."}\
                """)
    record RateInitiative(
            @Says("The initiative, by reference or id.") InitiativeId initiative,
            @Says("How it stands.") Rag rag,
            @Says("Why, in 10 characters or more.") String reason,

            @Says("Why the rating stands although a milestone is late.") @Nullable
            RuleOverride override)
            implements InitiativeCommand, Reasoned, Overridable {}

    @Declared(
            summary = "Closes an initiative on its last day: everything delivered, or stopped before.",
            allowed = {@Allowed(role = Role.SENIOR_RESPONSIBLE_OWNER), @Allowed(role = Role.PROGRAMME_MANAGER)},
            proposed = @Allowed(role = Role.GROUP_MANAGER, scope = Scope.OWN_GROUP),
            example = """
                {"initiative": "LM-014", "outcome": "DELIVERED", "lastDay": "2026-11-02",
                 "reason": "All units in Child in Need are live."}\
                """)
    record CloseInitiative(
            @Says("The initiative, by reference or id.") InitiativeId initiative,
            @Says("How it ended.") InitiativeOutcome outcome,
            @Says("Its last day, today or before.") LocalDate lastDay,

            @Says("Why, in 10 characters or more.") String reason)
            implements InitiativeCommand, Reasoned {}

    @Declared(
            summary = "Says which value an initiative serves, and how.",
            allowed = {
                @Allowed(role = Role.PROGRAMME_MANAGER),
                @Allowed(role = Role.GROUP_MANAGER, scope = Scope.OWN_GROUP)
            },
            example = """
                {"initiative": "LM-014", "value": "VAL-02", "how": "One unit knows the family throughout."}\
                """)
    record LinkInitiativeToValue(
            @Says("The initiative, by reference or id.") InitiativeId initiative,

            @Says("The value statement, by reference or id.")
            ValueStatementId value,

            @Says("How the initiative serves it.") String how)
            implements InitiativeCommand {}

    @Declared(
            summary = "Takes back that an initiative serves a value.",
            allowed = {
                @Allowed(role = Role.PROGRAMME_MANAGER),
                @Allowed(role = Role.GROUP_MANAGER, scope = Scope.OWN_GROUP)
            },
            example = """
                {"initiative": "LM-014", "value": "VAL-02", "reason": "The part that served it is dropped."}\
                """)
    record UnlinkInitiativeFromValue(
            @Says("The initiative, by reference or id.") InitiativeId initiative,

            @Says("The value statement, by reference or id.")
            ValueStatementId value,

            @Says("Why, in 10 characters or more.") String reason)
            implements InitiativeCommand, Reasoned {}

    /** A list that may be left out. */
    static <T> List<T> orNone(@Nullable List<T> given) {
        return given == null ? List.of() : given;
    }

    private static void requireOnce(Stream<?> named) {
        var seen = new HashSet<Object>();
        if (!named.allMatch(seen::add)) {
            throw new IllegalArgumentException("A unit, a dimension or a value is named twice.");
        }
    }
}
