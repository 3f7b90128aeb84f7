package org.sevenfold.query.testing;

import static org.sevenfold.query.testing.ChangeWork.PROGRAMME;
import static org.sevenfold.query.testing.ChangeWork.milestone;
import static org.sevenfold.query.testing.LeaMarsh.START;
import static org.sevenfold.query.testing.LeaMarsh.id;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.sevenfold.events.Dimension;
import org.sevenfold.events.DomainEvent;
import org.sevenfold.events.EventId;
import org.sevenfold.events.Evidence;
import org.sevenfold.events.Role;
import org.sevenfold.events.StoredStream;
import org.sevenfold.events.audit.TreeRoot;
import org.sevenfold.events.audit.VerificationEvent;
import org.sevenfold.events.audit.VerificationEvent.VerificationRecorded;
import org.sevenfold.events.audit.VerificationId;
import org.sevenfold.events.audit.VerificationOccasion;
import org.sevenfold.events.governance.Policy;
import org.sevenfold.events.governance.PolicyEvent;
import org.sevenfold.events.governance.PolicyEvent.PolicySet;
import org.sevenfold.events.governance.ProposalEvent;
import org.sevenfold.events.governance.ProposalEvent.ChangeProposed;
import org.sevenfold.events.governance.ProposalEvent.ProposalApproved;
import org.sevenfold.events.governance.ProposalEvent.ProposalDeclined;
import org.sevenfold.events.governance.ProposalEvent.WouldDo;
import org.sevenfold.events.governance.ProposalId;
import org.sevenfold.events.governance.RoleEvent;
import org.sevenfold.events.governance.RoleEvent.RoleGranted;
import org.sevenfold.events.governance.RoleEvent.RoleRevoked;
import org.sevenfold.events.initiative.AlignmentEvent;
import org.sevenfold.events.initiative.AlignmentEvent.AlignmentAssessed;
import org.sevenfold.events.initiative.InitiativeEvent;
import org.sevenfold.events.initiative.Rag;
import org.sevenfold.events.plan.DependencyType;
import org.sevenfold.events.plan.MilestoneEvent;
import org.sevenfold.events.plan.PlanEvent;
import org.sevenfold.events.plan.PlanEvent.BaselinedMilestone;
import org.sevenfold.events.plan.PlanEvent.DependencyAdded;
import org.sevenfold.events.plan.PlanEvent.DependencyRemoved;
import org.sevenfold.events.plan.PlanEvent.PlanBaselined;
import org.sevenfold.events.plan.ProgrammeEvent;
import org.sevenfold.events.plan.ProgrammeEvent.PeriodLocked;
import org.sevenfold.events.plan.ProgrammeEvent.ProgrammeExtended;
import org.sevenfold.events.sharedvalues.ValueStatementEvent;
import org.sevenfold.events.sharedvalues.ValueStatementEvent.ValueStatementRevised;
import org.sevenfold.events.sharedvalues.ValueStatementKind;
import org.sevenfold.events.skills.CourseEvent;
import org.sevenfold.events.skills.TrainingRecordEvent;
import org.sevenfold.events.skills.TrainingRecordEvent.TrainingCompletionRecorded;
import org.sevenfold.events.skills.TrainingRecordEvent.TrainingCompletionVoided;
import org.sevenfold.events.skills.TrainingRequirementEvent;
import org.sevenfold.events.staff.LegalBasis;
import org.sevenfold.events.staff.PersonEvent;
import org.sevenfold.events.staff.PersonEvent.LegalHoldPlaced;
import org.sevenfold.events.staff.PersonEvent.LegalHoldReleased;
import org.sevenfold.events.staff.PersonEvent.PersonErased;
import org.sevenfold.events.staff.PersonEvent.PersonErasureRequested;
import org.sevenfold.events.staff.PersonEvent.PersonRegistered;
import org.sevenfold.events.staff.PersonId;
import org.sevenfold.events.staff.PostEvent;
import org.sevenfold.events.staff.PostEvent.AppointmentMade;
import org.sevenfold.events.staff.PostRole;
import org.sevenfold.events.structure.UnitEvent;

/**
 * Events of every stream there is, in an order and for days that chance decides: years back and months ahead. They fit each
 * other as far as views need; what only rules refuse may happen.
 */
public final class AnyEvents {

    private static final int DAYS = 420;
    private static final int TOGETHER = 25;
    private static final List<String> UNITS = List.of("CIN-04", "CIN-05", "TEAM-9");
    private static final List<String> PEOPLE = List.of("ada", "ben", "cho", "gita", "ned");
    private static final List<String> POSTS = List.of("P-0104", "P-0105", "P-0106");
    private static final List<String> COURSES = List.of("RSK-01", "SYS-01");
    private static final List<String> VALUES = List.of("VAL-01", "VAL-02");
    private static final List<String> INITIATIVES = List.of("LM-014", "LM-021", "LM-030");

    private final TestLog log;
    private final Random chance;
    private final Map<StoredStream, Supplier<DomainEvent>> kinds = new LinkedHashMap<>();
    private final Set<StoredStream> happened = new HashSet<>();
    private final List<Fact<TrainingCompletionRecorded>> completions = new ArrayList<>();
    private final List<Fact<AppointmentMade>> appointments = new ArrayList<>();
    private final List<Fact<RoleGranted>> grants = new ArrayList<>();
    private final List<ProposalId> waiting = new ArrayList<>();
    private final List<PersonId> leaving = new ArrayList<>();
    private int next;

    /** Something that was recorded and that a later event may name. */
    private record Fact<E>(EventId id, E event) {}

    public AnyEvents(TestLog log, long seed) {
        this.log = log;
        this.chance = new Random(seed);
        kinds.put(UnitEvent.STREAM, this::ofUnit);
        kinds.put(PersonEvent.STREAM, this::ofPerson);
        kinds.put(PostEvent.STREAM, this::ofPost);
        kinds.put(CourseEvent.STREAM, () -> LeaMarsh.course("NEW-" + next++, chance.nextInt(24) + 1));
        kinds.put(TrainingRecordEvent.STREAM, this::ofTrainingRecord);
        kinds.put(TrainingRequirementEvent.STREAM, this::ofRequirement);
        kinds.put(ValueStatementEvent.STREAM, this::ofValue);
        kinds.put(ProgrammeEvent.STREAM, this::ofProgramme);
        kinds.put(PolicyEvent.STREAM, () -> new PolicySet(PROGRAMME, any(Policy.values()), number(90), day()));
        kinds.put(RoleEvent.STREAM, this::ofRole);
        kinds.put(ProposalEvent.STREAM, this::ofProposal);
        kinds.put(InitiativeEvent.STREAM, this::ofInitiative);
        kinds.put(MilestoneEvent.STREAM, this::ofMilestone);
        kinds.put(PlanEvent.STREAM, this::ofPlan);
        kinds.put(AlignmentEvent.STREAM, this::ofAlignment);
        kinds.put(VerificationEvent.STREAM, this::ofVerification);
    }

    /** What everything else refers to. */
    public void begin() {
        var first = new ArrayList<DomainEvent>();
        first.add(ChangeWork.programme());
        first.add(LeaMarsh.unit("GRP-1", null));
        UNITS.forEach(unit -> first.add(LeaMarsh.unit(unit, "GRP-1")));
        PEOPLE.forEach(person -> first.add(LeaMarsh.person(person)));
        POSTS.forEach(post -> first.add(LeaMarsh.post(post, PostRole.SOCIAL_WORKER, any(UNITS))));
        COURSES.forEach(course -> first.add(LeaMarsh.course(course, 12)));
        VALUES.forEach(value -> first.add(ChangeWork.adopted(value, ValueStatementKind.PRINCIPLE, START)));
        for (String initiative : INITIATIVES) {
            first.add(ChangeWork.registered(initiative, any(Dimension.values()), any(PEOPLE), START, any(UNITS)));
            for (int i = 1; i <= 3; i++) {
                first.add(ChangeWork.added(initiative + "/" + i, day(), START));
            }
        }
        first.add(LeaMarsh.required("TR-001", any(COURSES), PostRole.SOCIAL_WORKER, null, 90, START));
        append(first);
    }

    /** Appends so many; each names what was recorded some events before it at the latest. */
    public void append(int events) {
        var all = List.copyOf(kinds.entrySet());
        for (int done = 0; done < events; done += TOGETHER) {
            var together = new ArrayList<DomainEvent>();
            while (together.size() < Math.min(TOGETHER, events - done)) {
                var kind = any(all);
                together.add(kind.getValue().get());
                happened.add(kind.getKey());
            }
            append(together);
        }
    }

    /** The streams of which something has happened. */
    public Set<StoredStream> happened() {
        return happened;
    }

    private void append(List<DomainEvent> events) {
        List<EventId> ids = log.append(events);
        for (int i = 0; i < ids.size(); i++) {
            remember(ids.get(i), events.get(i));
        }
    }

    private void remember(EventId id, DomainEvent event) {
        switch (event) {
            case TrainingCompletionRecorded e -> completions.add(new Fact<>(id, e));
            case AppointmentMade e -> appointments.add(new Fact<>(id, e));
            case RoleGranted e -> grants.add(new Fact<>(id, e));
            case ChangeProposed e -> waiting.add(e.proposalId());
            default -> {} // what nothing later names
        }
    }

    private DomainEvent ofPerson() {
        if (leaving.isEmpty() || chance.nextBoolean()) {
            PersonRegistered person = LeaMarsh.person("n" + next++);
            leaving.add(person.personId());
            return person;
        }
        PersonId person = leaving.get(chance.nextInt(leaving.size()));
        return switch (chance.nextInt(4)) {
            case 0 -> new LegalHoldPlaced(person, day());
            case 1 -> new LegalHoldReleased(person, day());
            case 2 -> new PersonErasureRequested(person, LegalBasis.RETENTION_ENDED, day());
            default -> {
                leaving.remove(person);
                yield new PersonErased(person, LegalBasis.RETENTION_ENDED, new PersonId(LeaMarsh.id("ada")), day());
            }
        };
    }

    private DomainEvent ofUnit() {
        return switch (chance.nextInt(3)) {
            case 0 -> LeaMarsh.unit("NEW-" + next++, "GRP-1", day());
            case 1 -> LeaMarsh.managed(any(UNITS), null, any(PEOPLE), day(), null);
            default -> LeaMarsh.closed("TEAM-9", day(), "CIN-04");
        };
    }

    private DomainEvent ofPost() {
        if (appointments.isEmpty() || chance.nextInt(3) > 0) {
            return LeaMarsh.appointed(any(PEOPLE), any(POSTS), day(), null);
        }
        Fact<AppointmentMade> made = appointments.remove(chance.nextInt(appointments.size()));
        return new PostEvent.AppointmentEnded(
                made.event.postId(),
                made.event.personId(),
                made.id,
                made.event.effectiveOn().plusDays(chance.nextInt(100)));
    }

    private DomainEvent ofTrainingRecord() {
        if (completions.isEmpty() || chance.nextInt(3) > 0) {
            return LeaMarsh.completed(any(PEOPLE), any(COURSES), day(), chance.nextBoolean());
        }
        var wrong = completions.remove(chance.nextInt(completions.size()));
        return new TrainingCompletionVoided(wrong.id, wrong.event.personId(), wrong.event.courseId());
    }

    private DomainEvent ofRequirement() {
        return LeaMarsh.required(
                "TR-N" + next++, any(COURSES), any(PostRole.values()), any(UNITS), chance.nextInt(90), day());
    }

    private DomainEvent ofValue() {
        return chance.nextBoolean()
                ? ChangeWork.adopted("VAL-N" + next++, ValueStatementKind.PRINCIPLE, day())
                : new ValueStatementRevised(
                        ChangeWork.value(any(VALUES)),
                        "In words number " + next++,
                        START.plusDays(1 + chance.nextInt(300)));
    }

    private DomainEvent ofProgramme() {
        return chance.nextBoolean()
                ? new ProgrammeExtended(
                        PROGRAMME, day(), LocalDate.of(2027, 1, 1).plusDays(next++))
                : new PeriodLocked(PROGRAMME, YearMonth.of(2026, 1 + chance.nextInt(12)));
    }

    private DomainEvent ofRole() {
        if (grants.isEmpty() || chance.nextBoolean()) {
            return new RoleGranted(new PersonId(id(any(PEOPLE))), any(Role.values()), day(), null);
        }
        Fact<RoleGranted> grant = grants.remove(chance.nextInt(grants.size()));
        return new RoleRevoked(grant.event.personId(), grant.event.role(), grant.id, day());
    }

    private DomainEvent ofProposal() {
        if (waiting.isEmpty() || chance.nextBoolean()) {
            return new ChangeProposed(
                    new ProposalId(id("proposal " + next)),
                    "PR-%04d".formatted(next++),
                    "extend-programme",
                    Map.of("lastDay", "2027-06-30"),
                    List.of(new WouldDo("programme.programme-extended", Map.of("lastDay", "2027-06-30"))),
                    List.of(Role.SENIOR_RESPONSIBLE_OWNER),
                    new PersonId(id(any(PEOPLE))));
        }
        ProposalId decided = waiting.remove(chance.nextInt(waiting.size()));
        return chance.nextBoolean() ? new ProposalApproved(decided) : new ProposalDeclined(decided);
    }

    private DomainEvent ofInitiative() {
        String reference = any(INITIATIVES);
        return switch (chance.nextInt(8)) {
            case 0 -> ChangeWork.registered("NEW-" + next++, any(Dimension.values()), any(PEOPLE), day(), any(UNITS));
            case 1 -> ChangeWork.affects(reference, any(Dimension.values()), day());
            case 2 -> ChangeWork.leaves(reference, any(Dimension.values()), day());
            case 3 -> ChangeWork.serves(reference, any(VALUES), day());
            case 4 -> ChangeWork.servesNoLonger(reference, any(VALUES), day());
            case 5 -> ChangeWork.assigned(reference, any(PEOPLE), any(PEOPLE), day(), any(UNITS));
            case 6 -> ChangeWork.approved(reference, day());
            default -> ChangeWork.rated(reference, any(Rag.values()), day());
        };
    }

    private DomainEvent ofMilestone() {
        String reference = anyMilestone();
        return switch (chance.nextInt(6)) {
            case 0 -> ChangeWork.added(any(INITIATIVES) + "/" + (100 + next++), day(), day());
            case 1 -> ChangeWork.met(reference, day());
            case 2 -> ChangeWork.reopened(reference, day());
            case 3 -> ChangeWork.cancelled(any(INITIATIVES) + "/3", day());
            default -> ChangeWork.expected(reference, day(), day(), day());
        };
    }

    private DomainEvent ofPlan() {
        String from = anyMilestone();
        String to = anyMilestone();
        return switch (chance.nextInt(4)) {
            case 0 -> new DependencyRemoved(PROGRAMME, milestone(from), milestone(to), day());
            case 1 ->
                new PlanBaselined(
                        PROGRAMME,
                        next++,
                        "Plan number " + next,
                        List.of(new BaselinedMilestone(milestone(from), day())),
                        day());
            default ->
                new DependencyAdded(
                        PROGRAMME,
                        milestone(from),
                        milestone(to),
                        any(DependencyType.values()),
                        chance.nextInt(20) - 5,
                        day());
        };
    }

    private DomainEvent ofAlignment() {
        int first = chance.nextInt(Dimension.values().length - 1);
        return new AlignmentAssessed(
                PROGRAMME,
                Dimension.values()[first],
                Dimension.values()[first + 1],
                1 + chance.nextInt(4),
                day(),
                new Evidence("minutes", "Workshop", "folder 12", null));
    }

    private DomainEvent ofVerification() {
        return new VerificationRecorded(
                new VerificationId(id("verification " + next++)),
                any(VerificationOccasion.values()),
                1,
                new TreeRoot("0".repeat(64)),
                1,
                List.of());
    }

    private String anyMilestone() {
        return any(INITIATIVES) + "/" + (1 + chance.nextInt(3));
    }

    private LocalDate day() {
        return START.plusDays(chance.nextInt(DAYS));
    }

    private BigDecimal number(int most) {
        return BigDecimal.valueOf(chance.nextInt(most));
    }

    private <T> T any(List<T> all) {
        return all.get(chance.nextInt(all.size()));
    }

    private <T> T any(T[] all) {
        return all[chance.nextInt(all.length)];
    }
}
