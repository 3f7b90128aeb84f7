package org.sevenfold.query.question;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.sevenfold.platform.problem.Code;
import org.sevenfold.platform.problem.Refusal;
import org.sevenfold.platform.problem.Violation;

/** Finds units, posts, courses, initiatives and the like by id or by what people call them, among all that was known. */
public final class References {

    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern SPEAKABLE = Pattern.compile("[\\p{L}\\p{N} ./-]{1,40}");

    /** What can be referred to, and where it stands. */
    public enum Kind {
        UNIT("unit", "units", "unit_id", "reference", "name"),
        POST("post", "posts", "post_id", "reference", "role"),
        COURSE("course", "courses", "course_id", "code", "title"),
        INITIATIVE("initiative", "initiatives", "initiative_id", "reference", "title"),
        MILESTONE("milestone", "milestones", "milestone_id", "reference", "title"),
        VALUE_STATEMENT("value", "value_statements", "value_id", "reference", "text"),
        REQUIREMENT("training requirement", "requirements", "requirement_id", "reference", "reference");

        private final String noun;
        private final String table;
        private final String id;
        private final String reference;
        private final String title;

        Kind(String noun, String table, String id, String reference, String title) {
            this.noun = noun;
            this.table = table;
            this.id = id;
            this.reference = reference;
            this.title = title;
        }

        /** What a person calls such a thing; also the parameter and the column that name one. */
        public String noun() {
            return noun;
        }

        /** The column that holds its id, in its own table and wherever it is referred to. */
        public String id() {
            return id;
        }

        /** The field of an answer that holds its id, such as {@code unitId}. */
        public String idField() {
            String[] words = id.split("_", -1);
            return words[0] + Arrays.stream(words).skip(1).map(Kind::capital).collect(Collectors.joining());
        }

        /** What stands for it in a statement. */
        public String alias() {
            return id.substring(0, id.length() - "_id".length());
        }

        private static String capital(String word) {
            return word.substring(0, 1).toUpperCase(Locale.ROOT)
                    + word.substring(1).toLowerCase(Locale.ROOT);
        }

        /** A join that finds what people call it on the day, under its alias. */
        public String spokenIn(String rows) {
            return " LEFT JOIN LATERAL (SELECT * FROM query." + table + " WHERE " + id + " = " + rows + "." + id
                    + " AND known_from <= :knownAt AND :knownAt < known_to"
                    + " ORDER BY valid_from <= :effectiveOn DESC, valid_from DESC LIMIT 1) " + alias() + " ON true";
        }

        /** A statement that finds what people called it last, by an expression for its id. */
        public String spokenBy(String idExpression) {
            return "SELECT " + reference + " FROM query." + table + " WHERE " + id + " = " + idExpression
                    + " AND known_from <= :knownAt AND :knownAt < known_to ORDER BY valid_from DESC LIMIT 1";
        }

        /** What people call it, in a statement that joined {@link #spokenIn}. */
        public String spoken() {
            return alias() + "." + reference;
        }

        /** A statement of all that there are on the day, by what people call them: id, reference and title. */
        public String onTheDay() {
            return "SELECT %1$s, %2$s, %3$s FROM on(day).%4$s thing ORDER BY %2$s, %1$s"
                    .formatted(id, reference, title, table);
        }

        /** The kind of thing whose own stream is of this type, such as {@code Unit}; empty where it has no reference. */
        public static Optional<Kind> ofStream(String streamType) {
            return Arrays.stream(values())
                    .filter(kind -> kind.name().replace("_", "").equalsIgnoreCase(streamType))
                    .findFirst();
        }
    }

    private References() {}

    public static Optional<UUID> uuid(String text) {
        return UUID_FORM.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }

    /** The id of what is meant, if it is known at all, on whichever day. */
    public static Optional<UUID> find(Standpoint at, Kind kind, String text) {
        Optional<UUID> id = uuid(text);
        String known = " AND known_from <= :knownAt AND :knownAt < known_to LIMIT 1";
        String select = "SELECT " + kind.id + " FROM query." + kind.table + " WHERE ";
        return (id.isPresent()
                        ? at.sql(select + kind.id + " = :id" + known).param("id", id.get())
                        : at.sql(select + "lower(" + kind.reference + ") = lower(:text)" + known)
                                .param("text", text))
                .query(UUID.class)
                .optional();
    }

    /** The id of what a parameter means; refuses with the candidates where it means nothing. */
    public static UUID require(Standpoint at, Kind kind, String parameter, String text) {
        return find(at, kind, text).orElseThrow(() -> unknown(at, kind, parameter, text));
    }

    /** What people call it, as last known. */
    public static Optional<String> spokenAs(Standpoint at, Kind kind, UUID id) {
        return at.sql("SELECT " + kind.reference + " FROM query." + kind.table + " WHERE " + kind.id
                        + " = :id AND known_from <= :knownAt AND :knownAt < known_to ORDER BY valid_from DESC LIMIT 1")
                .param("id", id)
                .query(String.class)
                .optional();
    }

    private static Refusal unknown(Standpoint at, Kind kind, String parameter, String text) {
        String message = "There is no " + kind.noun + " " + spoken(text) + ".";
        List<String> candidates = candidates(at, kind, text);
        return Refusal.because(Code.NOT_FOUND, message, "Nothing is recorded under that reference.")
                .remedy(
                        candidates.isEmpty()
                                ? "Look it up in the list and ask again."
                                : "Perhaps one of these is meant: " + String.join(", ", candidates) + ".")
                .violations(List.of(new Violation(parameter, Code.NOT_FOUND.text(), message, candidates)));
    }

    /** What the caller called it, where that can stand in a sentence. */
    public static String spoken(String text) {
        return SPEAKABLE.matcher(text).matches() && uuid(text).isEmpty() ? text : "of that reference";
    }

    private static List<String> candidates(Standpoint at, Kind kind, String text) {
        if (text.isBlank()) {
            return List.of();
        }
        String start = text.strip();
        return at.sql("SELECT DISTINCT " + kind.reference + " FROM query." + kind.table
                        + " WHERE starts_with(lower(" + kind.reference + "), lower(:start))"
                        + " AND known_from <= :knownAt AND :knownAt < known_to ORDER BY 1 LIMIT 5")
                .param("start", start.substring(0, Math.min(3, start.length())))
                .query(String.class)
                .list();
    }
}
