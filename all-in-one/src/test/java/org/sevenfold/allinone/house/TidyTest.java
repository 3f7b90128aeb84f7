package org.sevenfold.allinone.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is not written in this repository, and what is written instead. */
class TidyTest {

    private static final int MAIN_LINES = 300;
    private static final int README_LINES = 150;
    private static final List<String> TEXTS = List.of(
            ".java",
            ".xml",
            ".yml",
            ".yaml",
            ".properties",
            ".sql",
            ".md",
            ".json",
            ".ndjson",
            ".html",
            ".css",
            ".js",
            ".http",
            ".sh",
            ".txt",
            ".imports");
    // Spelled in two halves where the ban would else find itself.
    private static final String LATER = "TO" + "DO|FIX" + "ME|XX" + "X";
    private static final String MACHINE = "(?<![\\w.$}])/(?:work|root|home|Users)/|\\bC:\\\\";

    /** Something not to be written, in which files, and what to do instead. */
    record Ban(String name, Predicate<Path> where, Pattern what, String instead) {

        @Override
        public String toString() {
            return name;
        }
    }

    static List<Ban> bans() {
        Predicate<Path> java = file -> file.toString().endsWith(".java");
        Predicate<Path> main = java.and(TidyTest::isMain);
        Predicate<Path> text = TidyTest::isText;
        return List.of(
                ban("a test switched off", java, "@Dis" + "abled\\b", "mend it, or delete it with what it tested"),
                ban("work left for later", text, "\\b(?:" + LATER + ")\\b", "do it now, or open an issue"),
                ban(
                        "printing",
                        main.and(file -> !file.startsWith("all-in-one") && !file.endsWith("AuditVerify.java")),
                        "System\\.(?:out|err)\\b|printStackTrace\\(",
                        "log it; only all-in-one and audit-verify have somebody at a keyboard"),
                ban(
                        "the old calendar",
                        main,
                        "\\bjava\\.(?:util\\.(?:Date|Calendar|GregorianCalendar)|text\\.SimpleDateFormat|sql\\.(?:Date|Timestamp))\\b",
                        "java.time"),
                ban("a tab", text, "\t", "spaces, as the formatter sets them"),
                ban("a line end of Windows", text, "\r", "one line feed"),
                ban("blanks at the end of a line", text.and(java.negate()), "(?m) +$", "nothing"),
                ban("a path of one machine", text, MACHINE, "a path inside the repository, or one that is asked for"));
    }

    @ParameterizedTest
    @MethodSource("bans")
    void nobody_writes(Ban ban) {
        List<String> found = Repository.files().stream()
                .filter(ban.where)
                .flatMap(file -> places(file, ban.what))
                .toList();

        assertThat(found).as("%s; instead: %s", ban.name, ban.instead).isEmpty();
    }

    @Test
    void a_class_is_named_after_what_it_is_in_the_business() {
        Pattern kind = Pattern.compile("\\w+(?:Service|Manager|Helper|Utils?|Impl|Dto|Base|Common)\\.java");
        List<String> mains = List.of("CommandService.java", "QueryService.java");

        assertThat(javaFiles()
                        .map(file -> file.getFileName().toString())
                        .filter(name -> kind.matcher(name).matches() && !mains.contains(name)))
                .as("names that say a kind of class; instead: the thing of the business that it is")
                .isEmpty();
    }

    @Test
    void a_class_is_short_enough_to_be_one_thing() {
        assertThat(javaFiles().filter(TidyTest::isMain).filter(file -> lines(file) > MAIN_LINES))
                .as("longer than %d lines; instead: two classes", MAIN_LINES)
                .isEmpty();
    }

    @Test
    void the_readme_is_short_enough_to_be_read() {
        assertThat(Stream.of(Path.of("README.md")).filter(Repository::has).filter(file -> lines(file) > README_LINES))
                .as("longer than %d lines; instead: a page under docs", README_LINES)
                .isEmpty();
    }

    @Test
    void every_package_says_what_it_is_for_and_that_null_is_not_expected() {
        var silent = new ArrayList<Path>();
        javaFiles()
                .filter(TidyTest::isMain)
                .map(Path::getParent)
                .distinct()
                .map(folder -> folder.resolve("package-info.java"))
                .filter(info -> !Repository.has(info) || !saysEnough(Repository.read(info)))
                .forEach(silent::add);

        assertThat(silent)
                .as("missing, without a sentence, or without @NullMarked; instead: one sentence and @NullMarked")
                .isEmpty();
    }

    private static boolean saysEnough(String packageInfo) {
        return packageInfo.startsWith("/**") && packageInfo.contains("\n@NullMarked\n");
    }

    private static Ban ban(String name, Predicate<Path> where, String what, String instead) {
        return new Ban(name, where, Pattern.compile(what), instead);
    }

    private static Stream<Path> javaFiles() {
        return Repository.files(".java").stream();
    }

    private static boolean isMain(Path file) {
        return file.startsWith(file.getName(0))
                && file.toString().replace('\\', '/').contains("/src/main/java/");
    }

    private static boolean isText(Path file) {
        String name = file.getFileName().toString();
        return TEXTS.stream().anyMatch(name::endsWith);
    }

    private static long lines(Path file) {
        return Repository.read(file).lines().count();
    }

    /** Where it is found, as a person or an editor goes there. */
    private static Stream<String> places(Path file, Pattern what) {
        String text = Repository.read(file);
        return what.matcher(text)
                .results()
                .map(found -> file + ":"
                        + (1
                                + text.substring(0, found.start())
                                        .chars()
                                        .filter(c -> c == '\n')
                                        .count()));
    }
}
