package org.sevenfold.command.change;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.sevenfold.platform.problem.Code;
import org.sevenfold.platform.problem.Refusal;
import org.sevenfold.platform.signin.Role;
import org.sevenfold.platform.time.London;

/**
 * In which circumstances a command is decided: everything that a rule may know besides the command and its own stream.
 *
 * @param callerId the person id of who sends it
 * @param today the day in London on which it was received
 */
public record Circumstances(
        String callerId, List<Role> roles, LocalDate today, Programme programme, Limits limits, Lookups lookups) {

    private static final Set<Role> UNIT_STAFF = Set.of(Role.GROUP_MANAGER, Role.CONSULTANT_SOCIAL_WORKER, Role.STAFF);

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

    /** Refuses a day further back than the caller may record; the widest of several roles counts. */
    public void requireWithinBackDating(LocalDate day) {
        boolean manager = roles.contains(Role.PROGRAMME_MANAGER);
        LocalDate byDays = today.minusDays(daysBack());
        boolean window = manager && (daysBack() == 0 || programme.start().isBefore(byDays));
        LocalDate earliest = window && programme.start().isBefore(byDays) ? programme.start() : byDays;
        if (day.isBefore(earliest)) {
            throw window ? beforeProgramme(day) : tooLongAgo(day, manager);
        }
    }

    /** How many days back the caller's roles reach; 0 where only the programme's window counts. */
    private int daysBack() {
        if (specialist()) {
            return limits.specialistBackDatingDays();
        }
        boolean windowOnly =
                roles.contains(Role.PROGRAMME_MANAGER) && roles.stream().noneMatch(UNIT_STAFF::contains);
        return windowOnly ? 0 : limits.unitStaffBackDatingDays();
    }

    private boolean specialist() {
        return roles.contains(Role.LEARNING_AND_DEVELOPMENT) || roles.contains(Role.HUMAN_RESOURCES);
    }

    private Refusal tooLongAgo(LocalDate day, boolean manager) {
        String who = specialist() ? "learning and development and human resources" : "unit staff";
        String remedy = specialist()
                ? "Ask the programme manager to record it, with the evidence."
                : "Ask learning and development to record it, with the certificate.";
        return Refusal.because(
                        Code.BACK_DATING_LIMIT,
                        "This day lies too far back.",
                        "%s is %d days ago; %s can record up to %d days back."
                                .formatted(London.spoken(day), ChronoUnit.DAYS.between(day, today), who, daysBack()))
                .remedy(manager ? "Ask those who hold the older records." : remedy);
    }

    private Refusal beforeProgramme(LocalDate day) {
        return Refusal.because(
                        Code.BACK_DATING_LIMIT,
                        "This day lies too far back.",
                        "%s lies before the programme began on %s; the programme manager can record from then on."
                                .formatted(London.spoken(day), London.spoken(programme.start())))
                .remedy("Give the first day of the programme, or ask those who hold the older records.");
    }
}
