package org.sevenfold.ledger.bag;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.sevenfold.ledger.Unsigned;
import org.sevenfold.ledger.checkpoint.Checkpoint;

/** The one page in each bag that says what it proves, what it does not, and how to check it on a machine of one's own. */
final class AuditorReadme {

    private static final String NOT_SAID = "(not stated)";

    private AuditorReadme() {}

    static String text(String folder, Checkpoint checkpoint, Map<String, String> info) {
        var said = new LinkedHashMap<String, String>();
        said.put("file", folder + ".tar.gz");
        said.put("folder", folder);
        said.put("origin", checkpoint.origin());
        said.put("size", Unsigned.text(checkpoint.size()));
        said.put("root", checkpoint.root().hex());
        said.put("organisation", info.getOrDefault("Source-Organization", NOT_SAID));
        said.put("date", info.getOrDefault("Bagging-Date", NOT_SAID));
        said.put("effectiveOn", info.getOrDefault("Effective-On", NOT_SAID));
        said.put("knownAt", info.getOrDefault("Known-At", NOT_SAID));
        String text = template();
        for (var word : said.entrySet()) {
            text = text.replace("{" + word.getKey() + "}", word.getValue());
        }
        return text;
    }

    private static String template() {
        try (InputStream in = AuditorReadme.class.getResourceAsStream(BagPath.README)) {
            if (in == null) {
                throw new IllegalStateException("The auditor's page is not in the jar");
            }
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
