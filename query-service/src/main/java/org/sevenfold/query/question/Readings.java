package org.sevenfold.query.question;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.axonframework.queryhandling.QueryHandler;
import org.sevenfold.events.Role;
import org.sevenfold.platform.problem.Code;
import org.sevenfold.platform.problem.Refusal;
import org.sevenfold.platform.signin.Caller;
import org.sevenfold.query.basis.Needs;
import org.sevenfold.query.basis.Standpoints;
import org.springframework.stereotype.Component;

/** Every reading there is, and the one handler that takes a question to the reading that answers it. */
@Component
public class Readings {

    private final Map<String, Reading> byName = new TreeMap<>();
    private final Map<String, Needs> needs = new HashMap<>();
    private final Standpoints standpoints;
    private final AccessLog accesses;

    Readings(List<Reading> all, Standpoints standpoints, AccessLog accesses) {
        for (Reading reading : all) {
            if (byName.put(reading.described().name(), reading) != null) {
                throw new IllegalStateException(
                        "two readings are called " + reading.described().name());
            }
            needs.put(reading.described().name(), new Needs());
        }
        this.standpoints = standpoints;
        this.accesses = accesses;
    }

    public List<Described> all() {
        return byName.values().stream().map(Reading::described).toList();
    }

    @QueryHandler
    Reply answer(Question question) {
        try {
            return new Reply(read(question), null);
        } catch (Refusal refusal) {
            return new Reply(null, refusal.details());
        }
    }

    private Answer read(Question question) {
        Reading reading = byName.get(question.name());
        if (reading == null) {
            throw new IllegalStateException("nobody answers " + question.name());
        }
        Described described = reading.described();
        permit(question.caller(), described.readers());
        Given given = standpoints.read(
                question.asked(), Objects.requireNonNull(needs.get(question.name())), (basis, statements) -> {
                    var at = new Standpoint(question, basis, statements);
                    return new Given(reading.read(at).on(basis), at.named());
                });
        accesses.keep(question, given.answer.basis(), given.named.people());
        return given.answer;
    }

    /** An answer, and whom it names. */
    private record Given(Answer answer, Named named) {}

    private static void permit(Caller caller, Described.Readers readers) {
        boolean knows = !caller.roles().isEmpty();
        boolean more = caller.roles().stream().anyMatch(role -> role != Role.READER);
        boolean permitted = switch (readers) {
            case EVERYONE -> knows;
            case ALL_BUT_READERS -> more;
            case AUDITORS -> caller.is(Role.AUDITOR);
        };
        if (!permitted) {
            throw Refusal.because(Code.ROLE_NOT_PERMITTED, "Your role does not see this.", why(readers))
                    .remedy(
                            readers == Described.Readers.AUDITORS
                                    ? "Ask an auditor, or look up the history of the one thing that you want to know"
                                            + " about."
                                    : "Read the scorecard of the dimension, or ask for a role in the programme.");
        }
    }

    private static String why(Described.Readers readers) {
        return switch (readers) {
            case EVERYONE -> "Nobody has given you a role in the programme.";
            case ALL_BUT_READERS -> "A reader sees the figures of the whole programme, not of units or people.";
            case AUDITORS -> "The log as a whole is open to auditors only.";
        };
    }
}
