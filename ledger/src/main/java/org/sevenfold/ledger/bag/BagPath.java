package org.sevenfold.ledger.bag;

import java.util.Arrays;
import java.util.regex.Pattern;

/** The files that every bag has, and how files in it may be called. */
final class BagPath {

    static final String DECLARATION = "bagit.txt";
    static final String INFO = "bag-info.txt";
    static final String README = "README-auditor.txt";
    static final String MANIFEST = "manifest-sha256.txt";
    static final String TAG_MANIFEST = "tagmanifest-sha256.txt";
    // Not beside the list that it signs: readers of BagIt take whatever is called tagmanifest- there for a list.
    static final String TAG_MANIFEST_NOTE = "proof/tagmanifest-sha256.note";
    static final String EVENTS = "data/events.jsonl";
    static final String CHECKPOINT = "proof/checkpoint";
    static final String PREVIOUS_CHECKPOINT = "proof/previous-checkpoint";
    static final String CONSISTENCY = "proof/consistency";
    static final String KEYS = "proof/vkeys.txt";
    static final String COSIGNATURES = "proof/cosignatures";
    static final String PROOF = "proof/";
    static final String DATA = "data/";

    private static final Pattern SEGMENT = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,99}");
    private static final int LONGEST = 200;

    private BagPath() {}

    /**
     * A path that means the same on every system and leads nowhere else: letters, digits, dots, dashes and underscores,
     * with slashes between. Anything else is an {@link IllegalArgumentException}.
     */
    static String checked(String path) {
        boolean plain = path.length() <= LONGEST
                && Arrays.stream(path.split("/", -1))
                        .allMatch(part -> SEGMENT.matcher(part).matches() && !part.endsWith("."));
        if (!plain) {
            throw new IllegalArgumentException("Not a path that a bag may hold: " + path);
        }
        return path;
    }
}
