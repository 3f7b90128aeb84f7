package org.sevenfold.events.audit;

/** The root of the log's tree: 64 hexadecimal digits that stand for everything recorded up to a position. */
public record TreeRoot(String hex) {

    public TreeRoot {
        if (!hex.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("A root has 64 digits, 0 to 9 and a to f.");
        }
    }
}
