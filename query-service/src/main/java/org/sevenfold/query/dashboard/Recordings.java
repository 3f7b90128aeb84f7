package org.sevenfold.query.dashboard;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sevenfold.platform.log.EventCodec;
import org.sevenfold.platform.log.LogReader;
import org.sevenfold.query.basis.AskedParameters;
import org.sevenfold.query.question.Described;
import org.sevenfold.query.question.Described.Parameter;
import org.sevenfold.query.question.Finding;
import org.sevenfold.query.question.Reading;
import org.sevenfold.query.question.Standpoint;
import org.sevenfold.query.question.Table;
import org.springframework.stereotype.Component;

/** When positions of the log were recorded, and whether the log tells the sample, whose recording times are simulated. */
@Component
class Recordings implements Reading {

    static final String NAME = "recordings";
    static final String POSITIONS = "positions";
    static final String SAMPLE = "sample";

    private static final Pattern LIST = Pattern.compile("\\d{1,18}(,\\d{1,18}){0,499}");
    private static final List<String> COLUMNS = List.of("position", "recordedAt");

    private final LogReader log;

    Recordings(LogReader log) {
        this.log = log;
    }

    @Override
    public Described described() {
        return new Described(
                NAME,
                "/api/v1/audit/recordings",
                "When something was recorded",
                "The moments at which positions of the log were recorded, and whether the log holds the sample, whose"
                        + " recording times are simulated. A position behind the basis is left out.",
                List.of(Parameter.optional(POSITIONS, "Positions of the log, separated by commas.", "1,412")),
                Described.Readers.EVERYONE,
                false);
    }

    @Override
    public Finding read(Standpoint at) {
        List<Map<String, Object>> rows = positions(at)
                .filter(position -> position > 0 && position <= at.position())
                .distinct()
                .sorted()
                .flatMap(position -> log.after(position - 1, 1).stream())
                .map(Recordings::row)
                .toList();
        return Finding.of(Table.of("recordings", COLUMNS, rows)).with(SAMPLE, sample(at));
    }

    private static Stream<Long> positions(Standpoint at) {
        @Nullable String given = at.parameter(POSITIONS).orElse(null);
        if (given == null) {
            return Stream.empty();
        }
        if (!LIST.matcher(given).matches()) {
            throw AskedParameters.malformed(POSITIONS, "This takes up to 500 positions, separated by commas.");
        }
        return Arrays.stream(given.split(",", -1)).map(Long::valueOf);
    }

    private static Map<String, Object> row(LogReader.Raw event) {
        var row = new LinkedHashMap<String, Object>();
        row.put("position", event.position());
        row.put("recordedAt", event.recordedAt().toString());
        return row;
    }

    /** The sample is loaded into an empty log or not at all, so the first event tells. */
    private boolean sample(Standpoint at) {
        return at.position() > 0
                && log.after(0, 1).stream()
                        .map(event -> EventCodec.decodeMetadata(event.metadata()))
                        .anyMatch(metadata -> "sample".equals(metadata.get("channel")));
    }
}
