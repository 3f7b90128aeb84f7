package org.sevenfold.platform.problem;

import java.util.LinkedHashMap;
import java.util.Map;

/** A refusal as it is answered: an RFC 9457 problem with our code, the sentences, and what would help. */
public final class Problem {

    public static final String MEDIA_TYPE = "application/problem+json";
    private static final String TYPES = "urn:sevenfold:problem:";

    private Problem() {}

    /**
     * The members of the answer, in the order in which a person reads them.
     *
     * @param instance the path that was asked for
     */
    public static Map<String, Object> of(Refusal.Details refusal, String instance, String correlationId) {
        var members = new LinkedHashMap<String, Object>();
        members.put("type", TYPES + refusal.code().text());
        members.put("title", refusal.title());
        members.put("status", refusal.code().status());
        members.put("detail", refusal.detail());
        if (refusal.remedy() != null) {
            members.put("remedy", refusal.remedy());
        }
        members.put("code", refusal.code().text());
        if (!refusal.violations().isEmpty()) {
            members.put("violations", refusal.violations());
        }
        members.putAll(refusal.extra());
        members.put("instance", instance);
        members.put("correlationId", correlationId);
        return members;
    }
}
