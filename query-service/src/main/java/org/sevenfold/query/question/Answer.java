package org.sevenfold.query.question;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sevenfold.query.basis.Basis;

/**
 * What was found; plain data that depends on nothing but the question and its basis.
 *
 * @param personal whether it says something about a named or otherwise recognisable person, so that it may be kept nowhere
 * @param members what is said besides the table, in the order in which a person reads it
 * @param next the key behind which the next page begins; empty where there is none
 */
public record Answer(
        Basis basis,
        boolean personal,
        Map<String, @Nullable Object> members,
        @Nullable Table table,
        List<String> next) {}
