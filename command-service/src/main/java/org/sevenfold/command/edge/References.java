package org.sevenfold.command.edge;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.sevenfold.command.change.FactRef;
import org.sevenfold.command.lookups.Courses;
import org.sevenfold.command.lookups.Initiatives;
import org.sevenfold.command.lookups.Lookups;
import org.sevenfold.command.lookups.Milestones;
import org.sevenfold.command.lookups.Posts;
import org.sevenfold.command.lookups.Posts.PostFacts;
import org.sevenfold.command.lookups.Programmes;
import org.sevenfold.command.lookups.Proposals;
import org.sevenfold.command.lookups.TrainingRequirements;
import org.sevenfold.command.lookups.Units;
import org.sevenfold.command.lookups.Units.UnitFacts;
import org.sevenfold.command.lookups.ValueStatements;
import org.sevenfold.events.EventId;
import org.sevenfold.events.ProgrammeId;
import org.sevenfold.events.audit.VerificationId;
import org.sevenfold.events.governance.ProposalId;
import org.sevenfold.events.initiative.InitiativeId;
import org.sevenfold.events.plan.MilestoneId;
import org.sevenfold.events.sharedvalues.ValueStatementId;
import org.sevenfold.events.skills.CourseId;
import org.sevenfold.events.skills.TrainingRequirementId;
import org.sevenfold.events.staff.PersonId;
import org.sevenfold.events.staff.PostId;
import org.sevenfold.events.structure.UnitId;
import org.sevenfold.platform.database.Read;
import org.sevenfold.platform.journal.Lookup;
import org.sevenfold.platform.journal.LookupTable;
import org.sevenfold.platform.log.EventCodec;
import org.sevenfold.platform.log.LogReader;
import org.springframework.stereotype.Component;

/** Turns what people call a thing into its id, so that no caller needs an opaque one. */
@Component
final class References {

    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final int CANDIDATES = 5;

    private final DataSource dataSource;
    private final Lookups lookups;
    private final LogReader log;
    private final Map<Class<?>, Kind> kinds;

    /**
     * What a kind of reference is called, and how one is found.
     *
     * @param byReference the id of what people call so
     * @param lookup the lookup whose keys hold the references, for close ones
     * @param member the part of its value that people know, under which the keys stand too
     */
    private record Kind(
            String noun,
            Function<UUID, Object> byId,
            Function<String, Optional<?>> byReference,
            String lookup,
            String member) {}

    /** What came of looking a reference up: the value, or what could have been meant. */
    record Found(Optional<Object> value, String noun, List<String> candidates) {}

    References(DataSource dataSource, LookupTable table, LogReader log) {
        this.dataSource = dataSource;
        this.lookups = table::read;
        this.log = log;
        this.kinds = Map.ofEntries(
                kind("unit", UnitId.class, UnitId::new, Units.LOOKUP, Units::byReference, UnitFacts::unitId),
                kind("post", PostId.class, PostId::new, Posts.LOOKUP, Posts::byReference, PostFacts::postId),
                Map.entry(
                        CourseId.class,
                        new Kind(
                                "course",
                                CourseId::new,
                                text -> Courses.byCode(lookups, text).map(Courses.CourseFacts::courseId),
                                Courses.LOOKUP.name(),
                                "code")),
                Map.entry(PersonId.class, new Kind("person", PersonId::new, this::person, "", "")),
                kind("programme", ProgrammeId.class, ProgrammeId::new, Programmes.LOOKUP, Programmes::byReference),
                kind(
                        "training requirement",
                        TrainingRequirementId.class,
                        TrainingRequirementId::new,
                        TrainingRequirements.LOOKUP,
                        TrainingRequirements::byReference),
                kind("proposal", ProposalId.class, ProposalId::new, Proposals.LOOKUP, Proposals::byReference),
                kind("initiative", InitiativeId.class, InitiativeId::new, Initiatives.LOOKUP, Initiatives::byReference),
                kind("milestone", MilestoneId.class, MilestoneId::new, Milestones.LOOKUP, Milestones::byReference),
                kind(
                        "value statement",
                        ValueStatementId.class,
                        ValueStatementId::new,
                        ValueStatements.LOOKUP,
                        ValueStatements::byReference),
                Map.entry(
                        VerificationId.class,
                        new Kind("verification", VerificationId::new, text -> Optional.empty(), "", "")));
    }

    private <T> Map.Entry<Class<?>, Kind> kind(
            String noun,
            Class<T> type,
            Function<UUID, T> byId,
            Lookup<?> lookup,
            BiFunction<Lookups, String, Optional<T>> byReference) {
        return Map.entry(
                type,
                new Kind(noun, byId::apply, text -> byReference.apply(lookups, text), lookup.name(), "reference"));
    }

    private <T, F> Map.Entry<Class<?>, Kind> kind(
            String noun,
            Class<T> type,
            Function<UUID, T> byId,
            Lookup<?> lookup,
            BiFunction<Lookups, String, Optional<F>> byReference,
            Function<F, T> id) {
        return kind(
                noun,
                type,
                byId,
                lookup,
                (all, text) -> byReference.apply(all, text).map(id));
    }

    boolean knows(Class<?> type) {
        return kinds.containsKey(type) || type == FactRef.class;
    }

    /** Makes the id of something new. */
    Object newId(Class<?> type) {
        return kind(type).byId.apply(UuidCreator.getTimeOrderedEpoch());
    }

    /** The id from the caller's own UUIDv7; empty where it is none. */
    Optional<Object> givenId(Class<?> type, String text) {
        return uuid(text).filter(id -> id.version() == 7).map(kind(type).byId);
    }

    Found find(Class<?> type, String text) {
        if (type == FactRef.class) {
            return new Found(uuid(text).flatMap(this::fact).map(fact -> fact), "entry", List.of());
        }
        Kind kind = kind(type);
        Optional<Object> id = uuid(text).map(kind.byId);
        if (id.isEmpty()) {
            id = kind.byReference.apply(text).map(found -> found);
        }
        return new Found(id, kind.noun, id.isEmpty() ? candidates(kind, text) : List.of());
    }

    private Kind kind(Class<?> type) {
        Kind kind = kinds.get(type);
        if (kind == null) {
            throw new IllegalStateException("no reference leads to a " + type);
        }
        return kind;
    }

    private Optional<FactRef> fact(UUID id) {
        return log.byId(new EventId(id)).stream()
                .findFirst()
                .map(raw -> new FactRef(
                        raw.id(),
                        raw.streamId(),
                        raw.streamType(),
                        EventCodec.decodeMetadata(raw.metadata()).getOrDefault("actorId", ""),
                        raw.recordedAt()));
    }

    private Optional<PersonId> person(String text) {
        return query(
                        "SELECT person_id FROM erasable.person WHERE upper(staff_number) = upper(?)"
                                + " UNION SELECT person_id FROM erasable.person WHERE lower(work_email) = lower(?)",
                        text.strip(),
                        text.strip())
                .stream()
                .findFirst()
                .map(PersonId::of);
    }

    /** Close references of the same kind; none for people, whose numbers are not for browsing. */
    private List<String> candidates(Kind kind, String text) {
        if (kind.lookup.isEmpty()) {
            return List.of();
        }
        String start = text.strip().toLowerCase(Locale.UK);
        String prefix = start.substring(0, Math.min(3, start.length()));
        return query(
                "SELECT value ->> ? AS reference FROM log.lookup WHERE lookup = ? AND starts_with(key, ?)"
                        + " ORDER BY key LIMIT " + CANDIDATES,
                kind.member,
                kind.lookup,
                kind.member + ":" + prefix);
    }

    private List<String> query(String sql, Object... parameters) {
        return Read.all(dataSource, sql, row -> row.getString(1), parameters);
    }

    private static Optional<UUID> uuid(String text) {
        return UUID_FORM.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }
}
