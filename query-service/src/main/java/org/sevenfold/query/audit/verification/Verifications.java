package org.sevenfold.query.audit.verification;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sevenfold.query.basis.AskedParameters;
import org.sevenfold.query.question.Described;
import org.sevenfold.query.question.Finding;
import org.sevenfold.query.question.Reading;
import org.sevenfold.query.question.Standpoint;
import org.springframework.stereotype.Component;

/** The checks of the record whose results are recorded, in the order in which they were. */
@Component
class Verifications implements Reading {

    private static final List<String> COLUMNS =
            List.of("recordedPosition", "day", "occasion", "position", "root", "events", "findings", "verificationId");

    @Override
    public Described described() {
        return new Described(
                "verifications",
                "/api/v1/audit/verifications",
                "The checks of the record",
                "Every check of the record whose result was recorded: up to which position, the root there, how many"
                        + " events were hashed anew, and what was found.",
                List.of(),
                Described.Readers.AUDITORS,
                true);
    }

    @Override
    public Finding read(Standpoint at) {
        long after = at.page().after().isEmpty()
                ? 0
                : AskedParameters.position("cursor", at.page().after().getFirst());
        List<Map<String, @Nullable Object>> rows = at.sql("SELECT * FROM query.verifications"
                        + " WHERE known_from > :after AND known_from <= :knownAt AND :knownAt < known_to"
                        + " ORDER BY known_from LIMIT :most")
                .param("after", after)
                .param("most", at.page().limit() + 1)
                .query((row, number) -> {
                    var check = new LinkedHashMap<String, @Nullable Object>();
                    check.put("recordedPosition", row.getLong("known_from"));
                    check.put("day", row.getString("effective_on"));
                    check.put("occasion", row.getString("occasion"));
                    check.put("position", row.getLong("position"));
                    check.put("root", row.getString("root"));
                    check.put("events", row.getLong("events"));
                    check.put("findings", row.getString("findings"));
                    check.put("verificationId", row.getString("verification_id"));
                    return (Map<String, @Nullable Object>) check;
                })
                .list();
        return Finding.page(
                "verifications", COLUMNS, rows, at.page(), row -> List.of(String.valueOf(row.get("recordedPosition"))));
    }
}
