package org.sevenfold.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.sevenfold.command.change.Rules;
import org.sevenfold.command.edge.EdgeRefusals;
import org.sevenfold.command.imports.ImportRefusals;
import org.sevenfold.events.StoredStream;
import org.sevenfold.events.catalogue.EventCatalogue;
import org.sevenfold.platform.problem.Refusal;
import org.sevenfold.platform.problem.Violation;

/**
 * What people read when they are refused, all of it in one file, to be read and approved by a person. The rules' own
 * refusals are those of the rules tests, which are run once more here; the edge's are sent through its endpoint.
 */
class RefusalSentencesTest {

    private static final Path GOLDEN = Path.of("src/test/resources/refusals.txt");
    private static final String ACCEPT = "refusals.accept";

    private static final List<Refusal.Details> REFUSALS = refusals();

    /** Sentences that only a real database brings about; integration tests show them. */
    private static final List<String> NEEDS_A_DATABASE =
            List.of("This entry cannot be changed in this way.", "This person is not erased yet.");

    @Test
    void the_sentences_are_those_that_were_approved() throws IOException {
        String now = text();
        if (Boolean.getBoolean(ACCEPT)) {
            Files.writeString(GOLDEN, now);
        }
        assertThat(Files.readString(GOLDEN))
                .as(
                        "Read the difference aloud. If it is what people shall read, accept it with"
                                + " ./mvnw -pl command-service -am test -Dtest=RefusalSentencesTest -D%s=true"
                                + " -Dsurefire.failIfNoSpecifiedTests=false",
                        ACCEPT)
                .isEqualTo(now);
    }

    @Test
    void every_refusal_in_the_code_is_shown() throws IOException {
        String shown = text();
        for (Path file : sources()) {
            for (MatchResult refusal : Pattern.compile("because\\(\\s*Code\\.(\\w+),[^\"]*\"([^\"]+)\"")
                    .matcher(Files.readString(file))
                    .results()
                    .toList()) {
                String code =
                        refusal.group(1).toLowerCase(java.util.Locale.ROOT).replace('_', '-');
                if (!NEEDS_A_DATABASE.contains(refusal.group(2))) {
                    assertThat(shown)
                            .as("a case that is refused with %s in %s", refusal.group(2), file)
                            .containsPattern("(?m)^\\Q" + code + "\\E: .*\\Q" + refusal.group(2) + "\\E");
                }
            }
        }
    }

    @Test
    void they_are_sentences() {
        for (String sentence : sentences()) {
            assertThat(sentence).matches("(?s)[\\p{Lu}\\d].*\\.").doesNotContain("  ", "..", " .", " ,", "%");
        }
    }

    @Test
    void they_are_in_the_words_of_people() {
        Pattern notWords = Pattern.compile(
                "(?<!\\bK)[a-z][A-Z]" // camelCase and names of classes, but not KiB
                        + "|\\b[a-z]+\\.[a-z]+\\.[a-z]" // packages
                        + "|\\w_\\w|\\b[A-Z]{2,}_" // columns and constants
                        + "|\\p{XDigit}{8}-\\p{XDigit}{4}-" // ids
                        + "|\\b(null|Optional|Exception|NaN)\\b|\\[|\\]|\\{|\\}|@"
                        + "|\\b(SELECT|INSERT|UPDATE|DELETE|WHERE|VALUES)\\b");
        for (String sentence : sentences()) {
            assertThat(notWords.matcher(sentence).results().map(MatchResult::group))
                    .as(sentence)
                    .isEmpty();
        }
    }

    @Test
    void every_refusal_says_what_to_do_next() {
        assertThat(REFUSALS)
                .allSatisfy(refusal -> assertThat(refusal.remedy())
                        .as(refusal.title() + " " + refusal.detail())
                        .isNotBlank());
    }

    private static List<String> sentences() {
        return REFUSALS.stream()
                .flatMap(refusal -> Stream.concat(
                        Stream.of(refusal.title(), refusal.detail(), String.valueOf(refusal.remedy())),
                        refusal.violations().stream().map(Violation::message)))
                .distinct()
                .toList();
    }

    private static String text() {
        return REFUSALS.stream()
                .map(RefusalSentencesTest::block)
                .sorted()
                .collect(Collectors.toMap(
                        RefusalSentencesTest::withoutFigures,
                        Function.identity(),
                        (first, next) -> first,
                        TreeMap::new))
                .values()
                .stream()
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    /** Two sentences that differ in days and figures only are shown once. */
    private static String withoutFigures(String block) {
        return block.replaceAll("\\d+ \\p{Lu}\\p{Ll}+ \\d{4}", "#").replaceAll("\\d+(\\.\\d+)?", "#");
    }

    private static String block(Refusal.Details refusal) {
        String parts = refusal.violations().stream()
                .map(violation -> "    * " + violation.message() + "\n")
                .distinct()
                .collect(Collectors.joining());
        return "%s: %s\n    %s\n%s    -> %s\n"
                .formatted(refusal.code().text(), refusal.title(), refusal.detail(), parts, refusal.remedy());
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    private static List<Refusal.Details> refusals() {
        EventCatalogue.STREAMS.forEach(RefusalSentencesTest::runRulesTest);
        var all = new ArrayList<>(Rules.refused());
        all.addAll(EdgeRefusals.all());
        all.addAll(ImportRefusals.all());
        return all;
    }

    /** Runs the tests of a stream's rules, found by its name: a new stream comes with such a test. */
    private static void runRulesTest(StoredStream stream) {
        String side = stream.base().getPackageName().replace("org.sevenfold.events.", "org.sevenfold.command.");
        try {
            run(Class.forName(side + "." + stream.type() + "Test"), type -> instance(type, null));
        } catch (ClassNotFoundException e) {
            throw new AssertionError("the rules of " + stream.type() + " have no test", e);
        }
    }

    private static void run(Class<?> type, Function<Class<?>, Object> fresh) {
        for (Method method : type.getDeclaredMethods()) {
            if (method.isAnnotationPresent(Test.class)) {
                invoke(method, fresh.apply(type));
            }
        }
        for (Class<?> nested : type.getDeclaredClasses()) {
            if (nested.isAnnotationPresent(Nested.class)) {
                run(nested, inner -> instance(inner, fresh.apply(type)));
            }
        }
    }

    private static void invoke(Method method, Object on) {
        try {
            method.setAccessible(true);
            method.invoke(on);
        } catch (InvocationTargetException e) {
            throw new AssertionError(method + " fails", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static Object instance(Class<?> type, @Nullable Object outer) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructors()[0];
            constructor.setAccessible(true);
            return outer == null || Modifier.isStatic(type.getModifiers())
                    ? constructor.newInstance()
                    : constructor.newInstance(outer);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
