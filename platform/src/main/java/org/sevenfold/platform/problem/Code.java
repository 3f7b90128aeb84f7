package org.sevenfold.platform.problem;

import java.util.Locale;

/** Every reason for which something is refused, with its HTTP status. The code in an answer is the name in kebab-case. */
public enum Code {
    VALIDATION(400),
    COLUMN_UNKNOWN(400),
    NOT_AUTHENTICATED(401),
    ROLE_NOT_PERMITTED(403),
    NOT_AUTHORISED_FOR_UNIT(403),
    SEPARATION_OF_DUTIES(403),
    NOT_FOUND(404),
    AMBIGUOUS_REFERENCE(409),
    DUPLICATE(409),
    INVALID_TRANSITION(409),
    CONCURRENT_CHANGE(409),
    SINGLE_INCUMBENT(422),
    SPAN_EXCEEDED(422),
    UNIT_HAS_LIVE_POSTS(422),
    LEGAL_HOLD(409),
    VERSION_CONFLICT(412),
    TOO_LARGE(413),
    IDEMPOTENCY_KEY_REUSED(422),
    OUTSIDE_PROGRAMME_WINDOW(422),
    BACK_DATING_LIMIT(422),
    PERIOD_LOCKED(422),
    DIMENSIONS_INCOMPLETE(422),
    NO_VALUE_LINK(422),
    PREDECESSOR_INCOMPLETE(422),
    DEPENDENCY_CYCLE(422),
    RAG_CONTRADICTS_EVIDENCE(422),
    REQUIREMENT_NOT_CURRENT(422),
    FUTURE_DATE_NOT_ALLOWED(422),
    EFFECTIVE_OVERLAP(422),
    POST_OVERFILLED(422),
    PERSON_OVER_CONTRACTED(422),
    NOT_IN_POST_ON_DATE(422),
    REASON_REQUIRED(422),
    ALREADY_SUPERSEDED(422),
    IDENTIFIABLE_CONTENT(422),
    FUTURE_KNOWN_AT(422),
    METHOD_NOT_ALLOWED(405),
    NOT_ACCEPTABLE(406),
    UNSUPPORTED_MEDIA_TYPE(415),
    RATE_LIMITED(429),
    PROJECTION_LAGGING(503),
    UNAVAILABLE(503);

    private final int status;

    Code(int status) {
        this.status = status;
    }

    public int status() {
        return status;
    }

    /** The code as it stands in an answer, such as {@code not-in-post-on-date}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
