package org.sevenfold.query.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sevenfold.events.DomainEvent;
import org.sevenfold.events.EventId;
import org.sevenfold.events.Recorded;
import org.sevenfold.events.catalogue.EventCatalogue;
import org.sevenfold.platform.log.EventCodec;
import org.sevenfold.platform.log.LogReader;
import org.sevenfold.query.board.Board;
import org.sevenfold.query.board.Boards;
import org.sevenfold.query.board.Retold;
import org.sevenfold.query.question.Described;
import org.sevenfold.query.question.Described.Parameter;
import org.sevenfold.query.question.Finding;
import org.sevenfold.query.question.Reading;
import org.sevenfold.query.question.References;
import org.sevenfold.query.question.Standpoint;
import org.sevenfold.query.question.Table;
import org.sevenfold.query.who.Directory;
import org.sevenfold.query.who.Scope;
import org.springframework.stereotype.Component;

/** The life of one thing as it was recorded: every event, what it changed, and over which days and positions that held. */
@Component
class History implements Reading {

    private static final List<String> COLUMNS = List.of(
            "position",
            "event",
            "effectiveOn",
            "recordedAt",
            "actor",
            "actorId",
            "roles",
            "channel",
            "reason",
            "changes",
            "versions",
            "eventId",
            "streamId",
            "version");

    private final LogReader log;
    private final List<Board<?, ?>> boards;

    History(LogReader log, Boards boards) {
        this.log = log;
        this.boards = boards.all();
    }

    @Override
    public Described described() {
        return new Described(
                "history",
                "/api/v1/audit/history/{*entity}",
                "The history of one thing",
                "Every event of a unit, post, course, initiative, milestone or value statement, of a person's training"
                    + " record, or of one recorded fact, with what it changed field by field, over which days and"
                    + " positions that holds, who recorded it and why. The whole record of a person whom you may not"
                    + " name is answered as unknown, one fact of it without who it is about.",
                List.of(Parameter.required(
                        "entity",
                        "A reference, code, staff number or work e-mail, or an id of the thing or of an event.",
                        "CIN-04")),
                Described.Readers.ALL_BUT_READERS,
                false);
    }

    @Override
    public Finding read(Standpoint at) {
        Scope scope = Scope.of(at);
        Entity entity = Entity.find(at, log, scope, at.required("entity"));
        List<Recorded<DomainEvent>> events = events(at, entity);
        Set<Long> wanted = wanted(entity.fact(), events);
        Changes changes = new Changes(at, scope);
        List<Retold.Step> steps = boards.stream()
                .flatMap(board -> Retold.of(board, events).stream())
                .toList();
        List<Recorded<DomainEvent>> told = events.stream()
                .filter(event -> wanted.contains(event.position()))
                .toList();
        Map<UUID, Object> names = actors(at, scope, told);
        List<Map<String, @Nullable Object>> rows = told.stream()
                .map(event -> row(event, entity.veiled(), steps, changes, names))
                .toList();
        return Finding.of(Table.of("history", COLUMNS, rows))
                .with("entity", at.required("entity"))
                .aboutPeople();
    }

    private List<Recorded<DomainEvent>> events(Standpoint at, Entity entity) {
        return entity.streams().stream()
                .flatMap(stream -> log.stream(stream, 0).stream())
                .filter(raw -> raw.position() <= at.position())
                .map(LogReader.Raw::recorded)
                .sorted(Comparator.comparingLong(Recorded::position))
                .toList();
    }

    /** The positions of all events, or of those that say the same fact: what one superseded and what superseded it. */
    private static Set<Long> wanted(@Nullable EventId fact, List<Recorded<DomainEvent>> events) {
        var positions = new TreeSet<Long>();
        if (fact == null) {
            events.forEach(event -> positions.add(event.position()));
            return positions;
        }
        var chain = new HashSet<String>(Set.of(fact.toString()));
        for (int i = events.size() - 1; i >= 0; i--) {
            superseded(events.get(i), chain, false);
        }
        events.forEach(event -> superseded(event, chain, true));
        events.stream()
                .filter(event -> chain.contains(event.id().toString()))
                .forEach(event -> positions.add(event.position()));
        return positions;
    }

    private static void superseded(Recorded<DomainEvent> event, Set<String> chain, boolean forward) {
        Object before = Content.of(EventCodec.encode(event.event())).get("supersedes");
        if (before != null) {
            String id = event.id().toString();
            if (forward && chain.contains(before.toString())) {
                chain.add(id);
            } else if (!forward && chain.contains(id)) {
                chain.add(before.toString());
            }
        }
    }

    private static Map<UUID, Object> actors(Standpoint at, Scope scope, List<Recorded<DomainEvent>> events) {
        List<UUID> actors = events.stream()
                .flatMap(event -> References.uuid(event.metadata().getOrDefault("actorId", "")).stream())
                .distinct()
                .filter(scope::names)
                .toList();
        return Directory.names(at, actors);
    }

    private static Map<String, @Nullable Object> row(
            Recorded<DomainEvent> event,
            boolean veiled,
            List<Retold.Step> steps,
            Changes changes,
            Map<UUID, Object> names) {
        String actor = event.metadata().get("actorId");
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("position", event.position());
        row.put("event", EventCatalogue.of(event.event().getClass()).name());
        row.put(
                "effectiveOn",
                event.event().effectiveOn() == null
                        ? null
                        : String.valueOf(event.event().effectiveOn()));
        row.put("recordedAt", event.recordedAt().toString());
        row.put(
                "actor",
                References.uuid(actor == null ? "" : actor).map(names::get).orElse(null));
        row.put("actorId", actor);
        row.put("roles", event.metadata().get("roles"));
        row.put("channel", event.metadata().get("channel"));
        row.put("reason", event.metadata().get("reason"));
        var changed = new ArrayList<Map<String, @Nullable Object>>();
        var versions = new ArrayList<Map<String, @Nullable Object>>();
        steps.stream().filter(step -> step.position() == event.position()).forEach(step -> {
            changed.addAll(changes.fields(step));
            versions.addAll(changes.versions(step));
        });
        row.put("changes", changed);
        row.put("versions", versions);
        row.put("eventId", event.id().toString());
        row.put("streamId", veiled ? null : event.streamId());
        row.put("version", event.sequence() + 1);
        return row;
    }
}
