package org.sevenfold.command.skills;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sevenfold.command.skills.Skills.RSK_01;
import static org.sevenfold.command.skills.Skills.WRT_01;
import static org.sevenfold.command.staff.Staff.ADA;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sevenfold.command.change.Circumstances;
import org.sevenfold.command.change.FactRef;
import org.sevenfold.command.change.Rules;
import org.sevenfold.command.lookups.KnownEvents;
import org.sevenfold.command.skills.TrainingRecordCommand.CorrectTrainingCompletion;
import org.sevenfold.command.skills.TrainingRecordCommand.RecordTrainingCompletion;
import org.sevenfold.command.skills.TrainingRecordCommand.VoidFact;
import org.sevenfold.command.staff.Staff;
import org.sevenfold.events.EventId;
import org.sevenfold.events.Role;
import org.sevenfold.events.skills.CourseId;
import org.sevenfold.events.skills.TrainingRecordEvent;
import org.sevenfold.events.skills.TrainingRecordEvent.TrainingCompletionCorrected;
import org.sevenfold.events.skills.TrainingRecordEvent.TrainingCompletionRecorded;
import org.sevenfold.events.skills.TrainingRecordEvent.TrainingCompletionVoided;
import org.sevenfold.platform.problem.Refusal;

/** Random recordings, corrections and voids of one record, among them many of entries that no longer stand. */
class TrainingRecordPropertyTest {

    private static final int COMMANDS = 80;
    private static final String WHY = "Because the register says so.";

    private static final Circumstances CIRCUMSTANCES = new Circumstances(
            "somebody",
            List.of(Role.LEARNING_AND_DEVELOPMENT),
            Rules.TODAY,
            false,
            KnownEvents.of(Rules.PROGRAMME, Staff.ADA_REGISTERED, Staff.ADA_IN_104, Skills.RISK, Skills.WRITING));

    static List<Long> seeds() {
        return new SplittableRandom(20_260_504).longs(100).boxed().toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void what_was_superseded_is_never_shown_again(long seed) {
        var random = new SplittableRandom(seed);
        var events = new LinkedHashMap<EventId, TrainingRecordEvent>();
        TrainingRecord state = TrainingRecord.EMPTY;
        for (int i = 0; i < COMMANDS; i++) {
            for (TrainingRecordEvent event : decide(command(random, List.copyOf(events.keySet())), state)) {
                var id = new EventId(new UUID(0x7000, events.size()));
                events.put(id, event);
                state = TrainingRecord.evolve(state, id, event);
            }
            check("seed %d after command %d: %s".formatted(seed, i, events), state, events);
        }
        assertThat(events.values())
                .as("seed %d has all three kinds of events", seed)
                .hasAtLeastOneElementOfType(TrainingCompletionRecorded.class)
                .hasAtLeastOneElementOfType(TrainingCompletionCorrected.class)
                .hasAtLeastOneElementOfType(TrainingCompletionVoided.class);
    }

    private static List<TrainingRecordEvent> decide(TrainingRecordCommand command, TrainingRecord state) {
        try {
            return TrainingRecord.decide(command, state, CIRCUMSTANCES);
        } catch (Refusal refusal) {
            return List.of();
        }
    }

    private static void check(String when, TrainingRecord state, Map<EventId, TrainingRecordEvent> events) {
        var gone = new HashSet<EventId>();
        events.values().forEach(event -> {
            switch (event) {
                case TrainingCompletionRecorded recorded -> {}
                case TrainingCompletionCorrected corrected ->
                    assertThat(gone.add(corrected.supersedes())).as(when).isTrue();
                case TrainingCompletionVoided voided ->
                    assertThat(gone.add(voided.supersedes())).as(when).isTrue();
            }
        });
        var standing = events.entrySet().stream()
                .filter(entry -> !(entry.getValue() instanceof TrainingCompletionVoided))
                .map(Map.Entry::getKey)
                .filter(id -> !gone.contains(id))
                .collect(Collectors.toSet());

        assertThat(state.completions().keySet()).as(when).isEqualTo(standing);
        assertThat(state.superseded().keySet()).as(when).isEqualTo(gone);
        assertThat(state.completions().values())
                .as(when)
                .extracting(completion -> completion.course() + " on " + completion.on())
                .doesNotHaveDuplicates();
    }

    private static TrainingRecordCommand command(SplittableRandom random, List<EventId> ids) {
        CourseId course = random.nextBoolean() ? RSK_01 : WRT_01;
        LocalDate on = Skills.COURSE_BEGINS.plusDays(random.nextInt(6));
        if (ids.isEmpty() || random.nextInt(3) == 0) {
            return new RecordTrainingCompletion(ADA, course, on, random.nextBoolean(), null);
        }
        var fact = new FactRef(
                ids.get(random.nextInt(ids.size())),
                TrainingRecordEvent.streamIdOf(ADA),
                "TrainingRecord",
                "somebody",
                Instant.EPOCH);
        return random.nextInt(3) == 0
                ? new VoidFact(fact, WHY)
                : new CorrectTrainingCompletion(fact, course, on, random.nextBoolean(), null, WHY);
    }
}
