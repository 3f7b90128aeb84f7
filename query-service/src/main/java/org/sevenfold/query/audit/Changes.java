package org.sevenfold.query.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sevenfold.query.board.Retold;
import org.sevenfold.query.question.Erased;
import org.sevenfold.query.question.References;
import org.sevenfold.query.question.References.Kind;
import org.sevenfold.query.question.Standpoint;
import org.sevenfold.query.who.Directory;
import org.sevenfold.query.who.Scope;

/** A board's differences as a person reads them: field by field, with a reference beside each id and names within scope. */
final class Changes {

    private static final Set<String> PEOPLE = Set.of("personId", "ownerId", "registeredBy");
    private static final Map<String, Kind> REFERENCES = Map.of(
            "unitId", Kind.UNIT,
            "groupId", Kind.UNIT,
            "successorId", Kind.UNIT,
            "requirementId", Kind.REQUIREMENT,
            "postId", Kind.POST,
            "courseId", Kind.COURSE,
            "initiativeId", Kind.INITIATIVE,
            "milestoneId", Kind.MILESTONE,
            "valueId", Kind.VALUE_STATEMENT);

    private final Standpoint at;
    private final Scope scope;
    private final Map<String, String> spoken = new HashMap<>();

    Changes(Standpoint at, Scope scope) {
        this.at = at;
        this.scope = scope;
    }

    /** What changed: for a row in place of another the fields that differ, else all fields of what came or went. */
    List<Map<String, @Nullable Object>> fields(Retold.Step step) {
        boolean replaced = step.left().size() == 1 && step.entered().size() == 1;
        var changes = new ArrayList<Map<String, @Nullable Object>>();
        if (replaced) {
            compare(
                    step,
                    step.left().getFirst().values(),
                    step.entered().getFirst().values(),
                    changes);
        } else {
            step.left().forEach(version -> compare(step, version.values(), Map.of(), changes));
            step.entered().forEach(version -> compare(step, Map.of(), version.values(), changes));
        }
        return changes;
    }

    private void compare(
            Retold.Step step,
            Map<String, @Nullable String> before,
            Map<String, @Nullable String> after,
            List<Map<String, @Nullable Object>> changes) {
        for (String field : after.isEmpty() ? before.keySet() : after.keySet()) {
            String was = before.get(field);
            String is = after.get(field);
            if (!Objects.equals(was, is)) {
                var change = new LinkedHashMap<String, @Nullable Object>();
                change.put("board", step.board());
                change.put("field", field);
                change.put("before", said(field, was));
                change.put("after", said(field, is));
                changes.add(change);
            }
        }
    }

    /** What is known since, with the days on which and the positions between which it holds. */
    List<Map<String, @Nullable Object>> versions(Retold.Step step) {
        return step.entered().stream().map(version -> version(step, version)).toList();
    }

    private Map<String, @Nullable Object> version(Retold.Step step, Retold.Version version) {
        var said = new LinkedHashMap<String, @Nullable Object>();
        said.put("board", step.board());
        version.values().forEach((field, value) -> said.put(field, said(field, value)));
        said.put("knownFrom", version.knownFrom());
        said.put("knownTo", version.knownTo());
        return said;
    }

    private @Nullable String said(String field, @Nullable String value) {
        if (value == null || (field.equals("validTo") && value.equals("infinity"))) {
            return null;
        }
        Kind kind = REFERENCES.get(field);
        if (PEOPLE.contains(field)) {
            return spoken.computeIfAbsent(value, this::person);
        }
        return kind == null ? value : spoken.computeIfAbsent(value, id -> reference(kind, id));
    }

    private String person(String id) {
        UUID person = UUID.fromString(id);
        if (!scope.names(person)) {
            return "not shown";
        }
        Object name = Directory.names(at, List.of(person)).getOrDefault(person, Directory.GONE);
        return Erased.words(name).orElseGet(name::toString) + " (" + id + ")";
    }

    private String reference(Kind kind, String id) {
        Optional<String> reference = References.spokenAs(at, kind, UUID.fromString(id));
        return reference.map(text -> text + " (" + id + ")").orElse(id);
    }
}
