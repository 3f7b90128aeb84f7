package org.sevenfold.command.imports;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sevenfold.command.edge.Importable;
import org.sevenfold.platform.problem.Refusal;
import org.sevenfold.platform.problem.Violation;
import tools.jackson.databind.JsonNode;

/** The columns of a command in the order of its declaration, and what a file's header makes of them. */
record Columns(List<Column> all) {

    /** What a file of refused rows has beside the columns that were sent; sent again, these are passed over. */
    static final List<String> REFUSED = List.of("refused.row", "refused.code", "refused.reason", "refused.remedy");

    private static final int DEPTH = 4;

    static Columns of(Importable command) {
        var all = new ArrayList<Column>();
        add(all, command.schema(), List.of(), true);
        return new Columns(List.copyOf(all));
    }

    private static void add(List<Column> all, JsonNode schema, List<String> at, boolean required) {
        Set<String> needed =
                schema.path("required").valueStream().map(JsonNode::stringValue).collect(Collectors.toSet());
        schema.path("properties").forEachEntry((name, property) -> {
            var path = new ArrayList<>(at);
            path.add(name);
            boolean always = required && needed.contains(name);
            if (property.path("properties").isObject() && path.size() < DEPTH) {
                add(all, property, path, always);
            } else {
                all.add(Column.of(path, property, always));
            }
        });
    }

    /** The columns of a template: all that somebody fills in. */
    List<Column> usual() {
        return all.stream()
                .filter(column -> column.kind() != Column.Kind.OWN_ID)
                .toList();
    }

    Optional<Column> named(String header) {
        String plain = Column.plain(header);
        return all.stream()
                .filter(column -> Column.plain(column.name()).equals(plain))
                .findFirst();
    }

    static boolean passedOver(String header) {
        String plain = Column.plain(header);
        return REFUSED.stream().anyMatch(name -> Column.plain(name).equals(plain));
    }

    /** How many names of this header are known here. */
    long known(List<String> header) {
        return header.stream().filter(name -> named(name).isPresent()).count();
    }

    /** Refuses a header that names a column that there is not, names one twice, or lacks one; all of it at once. */
    void require(List<String> header) {
        var violations = new ArrayList<Violation>();
        var seen = new HashSet<Column>();
        List<String> absent = all.stream()
                .filter(column -> header.stream().noneMatch(name -> named(name).equals(Optional.of(column))))
                .map(Column::name)
                .toList();
        boolean unknown = false;
        for (String name : header) {
            Optional<Column> column = named(name);
            if (column.isPresent() && !seen.add(column.get())) {
                violations.add(new Violation(shown(name), "named-twice", "This column is there twice."));
            } else if (column.isEmpty() && !name.isBlank() && !passedOver(name)) {
                unknown = true;
                violations.add(new Violation(shown(name), "column-unknown", "There is no such column.", absent));
            }
        }
        for (Column column : all) {
            if (column.required() && !seen.contains(column)) {
                violations.add(new Violation(column.name(), "missing", "This column is needed."));
            }
        }
        if (!violations.isEmpty()) {
            throw refusal(violations, unknown, seen.isEmpty());
        }
    }

    private Refusal refusal(List<Violation> violations, boolean unknown, boolean noneKnown) {
        Refusal refusal = noneKnown
                ? Unusable.withoutHeader()
                : unknown ? Unusable.unknownColumns() : Unusable.incompleteHeader();
        return refusal.violations(violations)
                .with("columns", usual().stream().map(Column::name).toList());
    }

    /** A name of the caller's as it may be said back. */
    private static String shown(String header) {
        String plain = header.replaceAll("[\\p{C}]", "?").strip();
        return plain.length() > 60 ? plain.substring(0, 60) : plain;
    }
}
