package org.sevenfold.query.structure;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sevenfold.query.measure.Programme;
import org.sevenfold.query.question.Described;
import org.sevenfold.query.question.Finding;
import org.sevenfold.query.question.Page;
import org.sevenfold.query.question.Reading;
import org.sevenfold.query.question.Standpoint;
import org.springframework.stereotype.Component;

/** The units as on the day, with their posts and how far they are filled. */
@Component
public class Units implements Reading {

    private static final List<String> COLUMNS = List.of(
            "reference",
            "name",
            "kind",
            "group",
            "groupId",
            "serviceArea",
            "posts",
            "postFte",
            "filledFte",
            "vacantFte",
            "peopleInPost",
            "unitId",
            "streamId",
            "version",
            "validFrom",
            "lastDay",
            "successor");

    private static final String STATEMENT = """
        WITH post AS (
            SELECT post_id, unit_id, fte FROM query.posts
            WHERE valid_from <= :effectiveOn AND :effectiveOn < valid_to
              AND known_from <= :knownAt AND :knownAt < known_to
        ), seats AS (
            SELECT unit_id, count(*) AS posts, sum(fte) AS fte FROM post GROUP BY unit_id
        ), held AS (
            SELECT post.unit_id, sum(appointment.fte) AS fte, count(DISTINCT appointment.person_id) AS people
            FROM query.appointments appointment
            JOIN post ON post.post_id = appointment.post_id
            WHERE appointment.valid_from <= :effectiveOn AND :effectiveOn < appointment.valid_to
              AND appointment.known_from <= :knownAt AND :knownAt < appointment.known_to
            GROUP BY post.unit_id
        )
        SELECT unit.*, parent.reference AS group_reference, successor.reference AS successor_reference,
               CASE WHEN isfinite(unit.valid_to) THEN unit.valid_to - 1 END AS last_day, coalesce(seats.posts, 0) AS posts,
               coalesce(seats.fte, 0) AS post_fte, coalesce(held.fte, 0) AS filled_fte,
               coalesce(held.people, 0) AS people,
               (SELECT max(sequence) + 1 FROM log.domain_event event
                WHERE event.stream_id = unit.stream_id AND event.position <= :knownAt) AS version
        FROM query.units unit
        LEFT JOIN query.units parent
          ON parent.unit_id = unit.group_id
         AND parent.valid_from <= :effectiveOn AND :effectiveOn < parent.valid_to
         AND parent.known_from <= :knownAt AND :knownAt < parent.known_to
        LEFT JOIN query.units successor
          ON successor.unit_id = unit.successor_id
         AND successor.known_from <= :knownAt AND :knownAt < successor.known_to
        LEFT JOIN seats ON seats.unit_id = unit.unit_id
        LEFT JOIN held ON held.unit_id = unit.unit_id
        WHERE unit.valid_from <= :effectiveOn AND :effectiveOn < unit.valid_to
          AND unit.known_from <= :knownAt AND :knownAt < unit.known_to
          AND (CAST(:unit AS uuid) IS NULL OR unit.unit_id = CAST(:unit AS uuid))
          AND unit.reference > :after
        ORDER BY unit.reference
        LIMIT :most
        """;

    @Override
    public Described described() {
        return new Described(
                "units",
                "/api/v1/programmes/{programme}/units",
                "The units",
                "Units, teams and groups as on the day, with their own posts: how many, how many full-time"
                        + " equivalents, filled and vacant, and how many people are in post; and where one closes, its"
                        + " last day and which unit goes on with its work.",
                List.of(Programme.PARAMETER),
                Described.Readers.ALL_BUT_READERS,
                true);
    }

    @Override
    public Finding read(Standpoint at) {
        Programme programme = Programme.require(at);
        String after = at.page().after().isEmpty() ? "" : at.page().after().getFirst();
        return Finding.page(
                        "units",
                        COLUMNS,
                        units(at, null, after, at.page()),
                        at.page(),
                        row -> List.of(String.valueOf(row.get("reference"))))
                .with("programme", programme.reference());
    }

    /** One unit as a row of the list; empty where it does not exist on the day. */
    public Optional<Map<String, @Nullable Object>> unit(Standpoint at, UUID unit) {
        return units(at, unit, "", Page.first(1)).stream().findFirst();
    }

    /** The last day of a unit that was closed before the day; empty for all others. */
    public Optional<LocalDate> closedOn(Standpoint at, UUID unit) {
        return at.sql("SELECT max(valid_to) - 1 FROM query.units WHERE unit_id = :unit AND valid_to <= :effectiveOn"
                        + " AND known_from <= :knownAt AND :knownAt < known_to")
                .param("unit", unit)
                .query(LocalDate.class)
                .optional();
    }

    private static List<Map<String, @Nullable Object>> units(
            Standpoint at, @Nullable UUID unit, String after, Page page) {
        return at.sql(STATEMENT)
                .param("unit", unit == null ? null : unit.toString())
                .param("after", after)
                .param("most", page.limit() + 1)
                .query((row, number) -> row(row))
                .list();
    }

    private static Map<String, @Nullable Object> row(ResultSet row) throws SQLException {
        BigDecimal seats = row.getBigDecimal("post_fte");
        BigDecimal filled = row.getBigDecimal("filled_fte");
        var unit = new LinkedHashMap<String, @Nullable Object>();
        unit.put("reference", row.getString("reference"));
        unit.put("name", row.getString("name"));
        unit.put("kind", row.getString("kind"));
        unit.put("group", row.getString("group_reference"));
        unit.put("groupId", row.getString("group_id"));
        unit.put("serviceArea", row.getString("service_area"));
        unit.put("posts", row.getLong("posts"));
        unit.put("postFte", plain(seats));
        unit.put("filledFte", plain(filled));
        unit.put("vacantFte", plain(seats.subtract(filled)));
        unit.put("peopleInPost", row.getLong("people"));
        unit.put("unitId", row.getString("unit_id"));
        unit.put("streamId", row.getString("stream_id"));
        unit.put("version", row.getLong("version"));
        unit.put("validFrom", row.getString("valid_from"));
        unit.put("lastDay", row.getString("last_day"));
        unit.put("successor", row.getString("successor_reference"));
        return unit;
    }

    private static BigDecimal plain(BigDecimal fte) {
        BigDecimal stripped = fte.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
