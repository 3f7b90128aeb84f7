package org.sevenfold.command.change;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sevenfold.command.lookups.Lookups;
import org.sevenfold.command.lookups.People;
import org.sevenfold.command.lookups.People.PersonFacts;
import org.sevenfold.command.lookups.Policies;
import org.sevenfold.command.lookups.Programmes;
import org.sevenfold.command.lookups.Programmes.ProgrammeFacts;
import org.sevenfold.events.Days;
import org.sevenfold.events.Overridden;
import org.sevenfold.events.ProgrammeId;
import org.sevenfold.events.Role;
import org.sevenfold.events.governance.Policy;
import org.sevenfold.events.staff.PersonId;
import org.sevenfold.platform.problem.Code;
import org.sevenfold.platform.problem.Refusal;
import org.sevenfold.platform.time.London;

/**
 * In which circumstances a command is decided: everything that a rule may know besides the command and its own stream.
 *
 * @param callerId the person id of who sends it
 * @param today the day in London on which it was received
 * @param proposed whether the caller may only propose it, so that somebody else will answer for what it sets aside
 */
public record Circumstances(String callerId, List<Role> roles, LocalDate today, boolean proposed, Lookups lookups) {

    private static final Set<Role> UNIT_STAFF = Set.of(Role.GROUP_MANAGER, Role.CONSULTANT_SOCIAL_WORKER, Role.STAFF);
    private static final Set<Role> MAY_RECORD_LATE = Set.of(
            Role.LEARNING_AND_DEVELOPMENT, Role.HUMAN_RESOURCES, Role.PROGRAMME_MANAGER, Role.SENIOR_RESPONSIBLE_OWNER);
    private static final Set<Role> MAY_OVERRIDE = Set.of(Role.PROGRAMME_MANAGER, Role.SENIOR_RESPONSIBLE_OWNER);

    /** The value of a threshold today; what it is by default where there is no programme. */
    public int policy(Policy policy) {
        return policy(policy, today);
    }

    /** The value of a threshold on a day. */
    public int policy(Policy policy, LocalDate on) {
        return programme()
                .map(programme -> Policies.of(lookups, programme.programmeId()).on(policy, on))
                .orElse(policy.byDefault())
                .intValueExact();
    }

    /** The programme that runs, or ran last; empty before the first one. */
    public Optional<ProgrammeFacts> programme() {
        return Programmes.current(lookups);
    }

    /** The programme, which has to exist and to be open; nothing more is decided in a closed one. */
    public ProgrammeFacts requireOpen(ProgrammeId id) {
        ProgrammeFacts programme = Programmes.byId(lookups, id)
                .orElseThrow(
                        () -> Refusal.because(Code.NOT_FOUND, "There is no such programme.", "Nobody has started it.")
                                .remedy("Start the programme first."));
        LocalDate closed = programme.closedOn();
        if (closed != null) {
            throw Refusal.because(
                            Code.INVALID_TRANSITION,
                            "The programme is closed.",
                            "Programme %s '%s' was closed on %s; only corrections are taken since."
                                    .formatted(programme.reference(), programme.title(), London.spoken(closed)))
                    .remedy("Record it with the service's own plans, or start a new programme.");
        }
        return programme;
    }

    /** Whether somebody is registered under this id; refuses whoever was erased. */
    public boolean knows(PersonId person) {
        return refuseErased(person).isPresent();
    }

    /** Refuses whoever was erased, of whom nothing more is recorded; answers what is known of anybody else. */
    public Optional<PersonFacts> refuseErased(PersonId person) {
        Optional<PersonFacts> facts = People.byId(lookups, person);
        facts.map(PersonFacts::erasedFrom).ifPresent(day -> {
            throw Refusal.because(
                            Code.INVALID_TRANSITION,
                            "This person was erased.",
                            "It was decided on %s that nothing is held any more that says who this is."
                                    .formatted(London.spoken(day)))
                    .remedy("Check whom you named; somebody who comes back is registered anew.");
        });
        return facts;
    }

    /** Refuses a day on which the programme does not run. */
    public void requireInWindow(ProgrammeFacts programme, LocalDate day, String what) {
        if (day.isBefore(programme.start()) || day.isAfter(programme.end())) {
            throw Refusal.because(
                            Code.OUTSIDE_PROGRAMME_WINDOW,
                            what + " has to lie within the programme.",
                            "%s lies outside; %s runs from %s to %s."
                                    .formatted(
                                            London.spoken(day),
                                            programme.reference(),
                                            London.spoken(programme.start()),
                                            London.spoken(programme.end())))
                    .remedy("Give a day within it, or have the programme extended first.");
        }
    }

    /** Refuses a day after today, for facts that have happened. */
    public void requireNotFuture(LocalDate day, String what) {
        if (day.isAfter(today)) {
            throw Refusal.because(
                            Code.FUTURE_DATE_NOT_ALLOWED,
                            what + " cannot lie in the future.",
                            London.spoken(day) + " has not come yet; today is " + London.spoken(today) + ".")
                    .remedy("Record it on the day, or give the day on which it happened.");
        }
    }

    /**
     * Refuses a day further back than the caller may record, where the widest of several roles counts, and for people in
     * units a day of a month that is reported.
     */
    public void requireWithinBackDating(LocalDate day) {
        boolean manager = isManager();
        Optional<LocalDate> start = manager ? programme().map(ProgrammeFacts::start) : Optional.empty();
        int days = daysBack(start.isPresent());
        LocalDate byDays = Days.before(today, days);
        boolean window = start.isPresent() && (days == 0 || start.get().isBefore(byDays));
        LocalDate earliest = start.filter(begin -> begin.isBefore(byDays)).orElse(byDays);
        if (day.isBefore(earliest)) {
            throw window ? beforeProgramme(day, start.get()) : tooLongAgo(day, days, manager);
        }
        requireNotLocked(day);
    }

    /** Sets a refusal aside where the command says so and somebody who may has said it; else refuses. */
    public Overridden setAside(Refusal refusal, @Nullable RuleOverride override, PersonId wantedBy) {
        if (override == null) {
            throw refusal;
        }
        if (!proposed && roles.stream().noneMatch(MAY_OVERRIDE::contains)) {
            throw Refusal.because(
                            Code.ROLE_NOT_PERMITTED,
                            "Your role does not allow this exception.",
                            "Rules are set aside by the programme manager or the senior responsible owner only.")
                    .remedy("Send it without the exception, or ask one of them.");
        }
        if (!proposed && callerId.equals(wantedBy.toString())) {
            throw Refusal.because(
                            Code.SEPARATION_OF_DUTIES,
                            "Nobody makes an exception for themselves.",
                            "What the rule would refuse is your own; somebody else has to answer for setting it aside.")
                    .remedy("Ask the programme manager or the senior responsible owner, whichever you are not.");
        }
        Reasoned.require(override.reason());
        return new Overridden(List.of(refusal.code().text()), override.reason(), override.mitigation());
    }

    private void requireNotLocked(LocalDate day) {
        YearMonth month = YearMonth.from(day);
        boolean locked = roles.stream().noneMatch(MAY_RECORD_LATE::contains)
                && programme()
                        .map(programme -> programme.lockedMonths().contains(month))
                        .orElse(false);
        if (locked) {
            throw Refusal.because(
                            Code.PERIOD_LOCKED,
                            "This month is reported and closed.",
                            "The figures of %s are out, so people in units no longer record into it."
                                    .formatted(London.spoken(month)))
                    .remedy("Ask learning and development or human resources to record it; it is then marked as late.");
        }
    }

    private boolean isManager() {
        return roles.contains(Role.PROGRAMME_MANAGER) || roles.contains(Role.SENIOR_RESPONSIBLE_OWNER);
    }

    /** How many days back the caller's roles reach; 0 where only the programme's window counts. */
    private int daysBack(boolean hasWindow) {
        if (specialist()) {
            return policy(Policy.SPECIALIST_BACK_DATING_DAYS);
        }
        boolean windowOnly = hasWindow && roles.stream().noneMatch(UNIT_STAFF::contains);
        return windowOnly ? 0 : policy(Policy.UNIT_STAFF_BACK_DATING_DAYS);
    }

    private boolean specialist() {
        return roles.contains(Role.LEARNING_AND_DEVELOPMENT) || roles.contains(Role.HUMAN_RESOURCES);
    }

    private Refusal tooLongAgo(LocalDate day, int days, boolean manager) {
        String who = specialist() ? "learning and development and human resources" : "unit staff";
        String remedy = specialist()
                ? "Ask the programme manager to record it, with the evidence."
                : "Ask learning and development to record it, with the certificate.";
        return Refusal.because(
                        Code.BACK_DATING_LIMIT,
                        "This day lies too far back.",
                        "%s is %d days ago; %s can record up to %d days back."
                                .formatted(London.spoken(day), ChronoUnit.DAYS.between(day, today), who, days))
                .remedy(manager ? "Ask those who hold the older records." : remedy);
    }

    private Refusal beforeProgramme(LocalDate day, LocalDate start) {
        return Refusal.because(
                        Code.BACK_DATING_LIMIT,
                        "This day lies too far back.",
                        "%s lies before the programme began on %s; the programme manager can record from then on."
                                .formatted(London.spoken(day), London.spoken(start)))
                .remedy("Give the first day of the programme, or ask those who hold the older records.");
    }
}
