package org.sevenfold.query.basis;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What an answer stands on.
 *
 * @param position the last event that was used; 0 for none
 * @param recordedAt when that event was recorded; null for none
 * @param root the root of the log's tree of that size, in hexadecimal digits
 */
public record Basis(
        LocalDate effectiveOn, long position, @Nullable Instant recordedAt, String root) {}
