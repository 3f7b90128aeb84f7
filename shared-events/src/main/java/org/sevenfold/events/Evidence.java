package org.sevenfold.events;

import org.jspecify.annotations.Nullable;

/**
 * A pointer to what supports a fact. The file stays where the council keeps it; with its SHA-256 an auditor can check
 * that what he is shown is what was meant.
 *
 * @param kind what it is, such as {@code certificate} or {@code register}
 * @param where how to find it, such as a shelf mark or an address
 * @param sha256 64 hexadecimal digits, or null where no hash was taken
 */
public record Evidence(
        String kind, String title, String where, @Nullable String sha256) {

    public Evidence {
        if (kind.isBlank() || title.isBlank() || where.isBlank()) {
            throw new IllegalArgumentException("Evidence says what it is, its title and where it is kept.");
        }
        if (sha256 != null && !sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("A SHA-256 has 64 digits, 0 to 9 and a to f.");
        }
    }
}
