package org.sevenfold.allinone.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The documentation quotes what is compiled. A fenced block behind {@code <!-- region: path#name -->} equals what stands
 * between {@code // region name} and {@code // end name} in that file, without the indentation that it has there.
 */
class SnippetsTest {

    private static final Pattern QUOTED =
            Pattern.compile("(?m)^<!-- region: (\\S+)#(\\S+) -->\\n+```\\w*\\n([\\s\\S]*?)^```$");
    private static final Pattern FENCED_JAVA = Pattern.compile("(?m)^```java$");

    private record Snippet(Path page, Path source, String name, String text) {}

    @TestFactory
    List<DynamicTest> a_quotation_is_what_is_compiled() {
        return snippets().stream()
                .map(snippet -> DynamicTest.dynamicTest(
                        snippet.page + " quotes " + snippet.name,
                        () -> assertThat(snippet.text)
                                .as("%s quotes %s#%s; copy the region", snippet.page, snippet.source, snippet.name)
                                .isEqualTo(region(snippet.source, snippet.name))))
                .toList();
    }

    @Test
    void java_is_only_quoted() {
        for (Path page : pages()) {
            long quoted = snippets().stream()
                    .filter(snippet -> snippet.page.equals(page)
                            && snippet.source.toString().endsWith(".java"))
                    .count();

            assertThat(FENCED_JAVA.matcher(Repository.read(page)).results().count())
                    .as("blocks of Java in %s, each behind a comment that says which region it quotes", page)
                    .isEqualTo(quoted);
        }
    }

    @Test
    void there_is_something_to_compare() {
        assertThat(snippets()).isNotEmpty();
    }

    private static List<Snippet> snippets() {
        var snippets = new ArrayList<Snippet>();
        for (Path page : pages()) {
            for (MatchResult quoted :
                    QUOTED.matcher(Repository.read(page)).results().toList()) {
                snippets.add(new Snippet(page, Path.of(quoted.group(1)), quoted.group(2), quoted.group(3)));
            }
        }
        return snippets;
    }

    private static List<Path> pages() {
        return Repository.files(".md").stream()
                .filter(page -> page.equals(Path.of("README.md")) || page.startsWith("docs"))
                .toList();
    }

    private static String region(Path source, String name) {
        var lines = new ArrayList<String>();
        boolean inside = false;
        for (String line : Repository.read(source).lines().toList()) {
            if (line.strip().equals("// end " + name)) {
                return String.join("\n", lines).stripIndent() + "\n";
            }
            if (inside
                    && !line.strip().startsWith("// region ")
                    && !line.strip().startsWith("// end ")) {
                lines.add(line);
            }
            inside |= line.strip().equals("// region " + name);
        }
        throw new AssertionError("there is no region " + name + " in " + source);
    }
}
