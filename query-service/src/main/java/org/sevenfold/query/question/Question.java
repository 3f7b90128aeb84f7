package org.sevenfold.query.question;

import java.util.Map;
import org.sevenfold.platform.signin.Caller;
import org.sevenfold.query.basis.Asked;

/**
 * Something that a person asks; plain data, so that any instance can answer it.
 *
 * @param name which reading answers it
 * @param parameters what the reading takes besides the two coordinates
 * @param errand why it is asked, which no answer depends on
 */
public record Question(
        String name, Map<String, String> parameters, Asked asked, Page page, Caller caller, Errand errand) {}
