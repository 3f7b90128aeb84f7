package org.sevenfold.query.measure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sevenfold.events.Dimension;
import org.sevenfold.query.measure.Measure.Direction;
import org.sevenfold.query.question.BoardSql;
import org.sevenfold.query.question.References.Kind;

/**
 * The file that defines a measure, {@code <dimension>/<measure>.sql}: what it says of itself in comments at its head, and
 * a statement of its facts in {@link BoardSql}. A fact says
 *
 * <ul>
 *   <li>{@code fact}, {@code event_id} and {@code effective_on}: what it is, which event says so, and its day;
 *   <li>{@code unit_id} and the key, and any other id that it refers to; {@code person_id} where it is about somebody;
 *   <li>its part, by the measure's kind: {@code numerator} and {@code denominator}, or {@code value}, {@code thing},
 *       {@code path};
 *   <li>{@code counted}, and {@code excluded_because} where it is not.
 * </ul>
 *
 * What all facts of a measure lack need not be said.
 */
final class MeasureFile {

    private static final Pattern FIELD = Pattern.compile("-- ([a-z][a-z -]*): (.*)");
    private static final Pattern MORE = Pattern.compile("--   +(.*)");
    private static final String WHY = "why ";
    private static final Set<String> FIELDS = Set.of(
            "title",
            "counted",
            "note",
            "kind",
            "unit of measure",
            "direction",
            "key",
            "rows",
            "headline",
            "least people",
            "decimals",
            "per");
    /** What every fact has, and of which type it is where a file does not say it. */
    private static final Map<String, String> COLUMNS = columns();

    private final String place;
    private final Map<String, String> head = new LinkedHashMap<>();

    private MeasureFile(String place, String text) {
        this.place = place;
        String last = "";
        for (String line : text.lines().takeWhile(said -> said.startsWith("--")).toList()) {
            Matcher field = FIELD.matcher(line);
            Matcher more = MORE.matcher(line);
            if (field.matches()) {
                last = field.group(1);
                head.put(last, field.group(2));
            } else if (more.matches() && !last.isEmpty()) {
                head.merge(last, more.group(1), (before, then) -> before + " " + then);
            } else {
                throw wrong("says in its head neither a field nor more of one: " + line);
            }
        }
        head.keySet().stream()
                .filter(field -> !FIELDS.contains(field) && !field.startsWith(WHY))
                .findFirst()
                .ifPresent(field -> {
                    throw wrong("says what nobody reads: " + field);
                });
    }

    /** The measure of a file in a folder; throws where it does not say what a measure says. */
    static Measure read(String folder, String name, String text) {
        var file = new MeasureFile(folder + "/" + name + ".sql", text);
        String body = BoardSql.ofFile(text);
        Set<String> said = selected(body);
        String keptBy = file.head.get("key");
        MeasureKey key = keptBy == null ? null : MeasureKey.named(keptBy);
        return new Measure(
                name,
                dimension(folder),
                file.said("title"),
                file.said("counted"),
                MeasureKind.valueOf(constant(file.said("kind"))),
                file.said("unit of measure"),
                Direction.valueOf(constant(file.said("direction"))),
                key,
                key != null && file.said("rows", false, rows -> rows.equals("each " + key.noun())),
                file.said("headline", false, "yes"::equals),
                Integer.parseInt(file.said("least people")),
                Integer.parseInt(file.said("decimals")),
                file.said("per", BigDecimal.valueOf(100), BigDecimal::new),
                file.reasons(),
                Arrays.stream(Kind.values())
                        .filter(kind -> said.contains(kind.id()))
                        .toList(),
                BoardSql.boards(body),
                complete(BoardSql.spelledOut(body), said, key));
    }

    private String said(String field) {
        String text = head.get(field);
        if (text == null) {
            throw wrong("does not say: " + field);
        }
        return text;
    }

    private <T> T said(String field, T otherwise, Function<String, T> as) {
        String text = head.get(field);
        return text == null ? otherwise : as.apply(text);
    }

    private Map<String, String> reasons() {
        return head.entrySet().stream()
                .filter(field -> field.getKey().startsWith(WHY))
                .collect(Collectors.toMap(field -> field.getKey().substring(WHY.length()), Map.Entry::getValue));
    }

    private IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException(place + " " + what);
    }

    private static @Nullable Dimension dimension(String folder) {
        return Stream.of(Dimension.values())
                .filter(dimension -> dimension.text().replace("-", "").equals(folder))
                .findFirst()
                .orElse(null);
    }

    private static String constant(String words) {
        return words.toUpperCase(Locale.ROOT).replace(' ', '_');
    }

    private static Map<String, String> columns() {
        var columns = new LinkedHashMap<String, String>();
        columns.put("unit_id", "NULL::uuid");
        columns.put("person_id", "NULL::uuid");
        columns.put("numerator", "NULL::numeric");
        columns.put("denominator", "NULL::numeric");
        columns.put("value", "NULL::numeric");
        columns.put("thing", "event_id");
        columns.put("path", "NULL::text");
        columns.put("excluded_because", "NULL::text");
        columns.put("counted", "true");
        return columns;
    }

    private static String complete(String body, Set<String> said, @Nullable MeasureKey key) {
        String lacking = COLUMNS.entrySet().stream()
                .filter(column -> !said.contains(column.getKey()))
                .map(column -> ", " + column.getValue() + " AS " + column.getKey())
                .collect(Collectors.joining());
        return "SELECT said.*" + lacking + ", " + (key == null ? "NULL::text" : "CAST(" + key.column() + " AS text)")
                + " AS key FROM (" + body + ") AS said";
    }

    /** The names of what the statement selects in the end. */
    private static Set<String> selected(String body) {
        List<String> words = new ArrayList<>();
        var word = new StringBuilder();
        int depth = 0;
        boolean selecting = false;
        for (String token : body.split("(?<=[(),\\s])|(?=[(),\\s])", -1)) {
            depth += token.equals("(") ? 1 : token.equals(")") ? -1 : 0;
            if (depth == 0 && !selecting && token.equals("SELECT")) {
                selecting = true;
            } else if (depth == 0 && selecting && token.equals("FROM")) {
                words.add(word.toString());
                break;
            } else if (depth == 0 && selecting && token.equals(",")) {
                words.add(word.toString());
                word.setLength(0);
            } else if (selecting) {
                word.append(token);
            }
        }
        return words.stream()
                .map(each -> each.strip().replaceAll("(?s).*[\\s.]", ""))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
