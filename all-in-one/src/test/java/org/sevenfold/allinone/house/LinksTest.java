package org.sevenfold.allinone.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every link from one page of the documentation to another, or to a file, leads somewhere. */
class LinksTest {

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern CODE = Pattern.compile("(?ms)^```.*?^```|`[^`\n]*`");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ +(.+)$");

    @Test
    void every_relative_link_leads_somewhere() {
        List<String> broken = Repository.files(".md").stream()
                .flatMap(page ->
                        links(page).filter(link -> !leadsSomewhere(page, link)).map(link -> page + " -> " + link))
                .toList();

        assertThat(broken).as("links that lead nowhere").isEmpty();
    }

    private static Stream<String> links(Path page) {
        return LINK.matcher(CODE.matcher(Repository.read(page)).replaceAll(""))
                .results()
                .map(link -> link.group(1))
                .filter(link -> !link.matches("[a-z]+:.*"));
    }

    private static boolean leadsSomewhere(Path page, String link) {
        String[] parts = link.split("#", 2);
        Path target = parts[0].isEmpty()
                ? page
                : Path.of("/")
                        .relativize(Path.of("/")
                                .resolve(page)
                                .resolveSibling(parts[0])
                                .normalize());
        if (!Repository.has(target)) {
            return false;
        }
        return parts.length == 1
                || !target.toString().endsWith(".md")
                || headings(target).anyMatch(parts[1]::equals);
    }

    /** The anchors that a page's headings get where it is shown. */
    private static Stream<String> headings(Path page) {
        return HEADING.matcher(CODE.matcher(Repository.read(page)).replaceAll(""))
                .results()
                .map(heading -> heading.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-'));
    }
}
