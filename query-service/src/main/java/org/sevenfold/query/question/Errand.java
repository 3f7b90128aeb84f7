package org.sevenfold.query.question;

import org.jspecify.annotations.Nullable;

/**
 * What somebody asks for, and in which request: kept where names are read, and no part of any answer.
 *
 * @param purpose as the caller says it, such as {@code internal-audit-2026-14}; null where nothing is said
 * @param correlationId that of the request; null where none led here
 */
public record Errand(@Nullable String purpose, @Nullable String correlationId) {}
