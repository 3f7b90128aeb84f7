package org.sevenfold.query.question;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * SQL over boards in which the two coordinates need not be spelled out. In it
 *
 * <ul>
 *   <li>{@code on(day).units unit} stands for the units of the day that is asked about, as known there; any other day can
 *       stand in the brackets;
 *   <li>{@code known.units unit} for the units of all days, as known there;
 *   <li>{@code ever.completions completion} for all that had been recorded by then, known there or not any more;
 *   <li>{@code step.in_post} for what the file {@code steps/in_post.sql} finds, under that name.
 * </ul>
 */
public final class BoardSql {

    private static final Pattern BOARD = Pattern.compile("\\b(?:on\\(([^()]+)\\)|(known|ever))\\.([a-z_]+)");
    private static final Pattern SPELLED_OUT = Pattern.compile("\\bquery\\.([a-z_]++)(?!\\()");
    private static final Pattern STEP = Pattern.compile("\\bstep\\.([a-z_]+)");
    private static final Pattern COMMENT = Pattern.compile("(?m)^\\s*--.*\\R?");
    private static final Pattern WITH = Pattern.compile("^WITH (RECURSIVE )?");
    private static final Pattern NAMED = Pattern.compile("(?m)^((?:WITH (?:RECURSIVE )?|\\), )[a-z_]+) AS \\(");
    private static final String KNOWN = "known_from <= :knownAt AND :knownAt < known_to";
    private static final Map<String, String> STEPS = new ConcurrentHashMap<>();

    private BoardSql() {}

    /** The statement as the database reads it; it takes {@code :effectiveOn} and {@code :knownAt}. */
    public static String spelledOut(String sql) {
        return BOARD.matcher(withSteps(sql))
                .replaceAll(found -> found.group(1) != null
                        ? "LATERAL (SELECT * FROM query.%s WHERE valid_from <= %2$s AND %2$s < valid_to AND %3$s)"
                                .formatted(found.group(3), day(found.group(1)), KNOWN)
                        : "(SELECT * FROM query.%s WHERE %s)"
                                .formatted(
                                        found.group(3),
                                        found.group(2).equals("known") ? KNOWN : "known_from <= :knownAt"));
    }

    /** The boards that statements read. */
    public static Set<String> boards(String... statements) {
        return Stream.of(statements)
                .map(BoardSql::spelledOut)
                .flatMap(sql -> SPELLED_OUT.matcher(sql).results().map(found -> found.group(1)))
                .collect(Collectors.collectingAndThen(
                        Collectors.toCollection(TreeSet::new), Collections::unmodifiableSet));
    }

    /** A file without its comments, whose own steps are planned where they are used, so that a condition reaches them. */
    public static String ofFile(String text) {
        return NAMED.matcher(COMMENT.matcher(text).replaceAll("").strip()).replaceAll("$1 AS NOT MATERIALIZED (");
    }

    private static String day(String said) {
        return said.equals("day") ? ":effectiveOn" : said;
    }

    private static String withSteps(String sql) {
        var steps = new LinkedHashMap<String, String>();
        collect(sql, steps);
        if (steps.isEmpty()) {
            return sql;
        }
        String named = steps.entrySet().stream()
                .map(step -> step.getKey() + " AS NOT MATERIALIZED (\n" + step.getValue() + "\n)")
                .collect(Collectors.joining(", "));
        var own = WITH.matcher(sql);
        String whole = own.find()
                ? "WITH " + (own.group(1) == null ? "" : own.group(1)) + named + ", " + sql.substring(own.end())
                : "WITH " + named + "\n" + sql;
        return STEP.matcher(whole).replaceAll("$1");
    }

    /** The steps that a statement names, and before each those that it names itself. */
    private static void collect(String sql, Map<String, String> steps) {
        STEP.matcher(sql).results().map(found -> found.group(1)).forEach(name -> {
            if (!steps.containsKey(name)) {
                String step = STEPS.computeIfAbsent(name, BoardSql::read);
                collect(step, steps);
                steps.put(name, step);
            }
        });
    }

    private static String read(String name) {
        try (InputStream file = BoardSql.class.getResourceAsStream("/org/sevenfold/query/steps/" + name + ".sql")) {
            if (file == null) {
                throw new IllegalArgumentException("there is no step " + name);
            }
            return ofFile(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
