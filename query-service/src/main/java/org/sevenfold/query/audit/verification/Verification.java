package org.sevenfold.query.audit.verification;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sevenfold.events.audit.VerificationOccasion;
import org.sevenfold.ledger.Frontier;
import org.sevenfold.ledger.Hash;
import org.sevenfold.ledger.MerkleTree;
import org.sevenfold.platform.log.TreeNodes;
import org.sevenfold.platform.problem.Refusal;
import org.sevenfold.query.board.Board;
import org.sevenfold.query.board.Boards;
import org.sevenfold.query.board.Rebuilds;
import org.sevenfold.query.job.Jobs;
import org.sevenfold.query.writeside.WriteSide;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** One check of the record, whole or in part, and its result: told, and sent to be recorded as a fact. */
@Component
class Verification {

    private static final Logger LOG = LoggerFactory.getLogger(Verification.class);
    private static final int SAMPLE_EVENTS = 2000;
    private static final int HASH_BYTES = 32;

    private final DataSource dataSource;
    private final JdbcClient sql;
    private final Boards boards;
    private final Rebuilds rebuilds;
    private final WriteSide writeSide;
    private final AnchorSetting anchor;

    /** The log's head as it was when the check began. */
    private record Head(long size, Hash root, byte[] edge) {}

    Verification(
            DataSource dataSource,
            JdbcClient sql,
            Boards boards,
            Rebuilds rebuilds,
            WriteSide writeSide,
            AnchorSetting anchor) {
        this.dataSource = dataSource;
        this.sql = sql;
        this.boards = boards;
        this.rebuilds = rebuilds;
        this.writeSide = writeSide;
        this.anchor = anchor;
    }

    /** Everything: log, guards, checkpoints, tables, lookups. */
    Map<String, @Nullable Object> whole(UUID id, VerificationOccasion occasion, Held held, Jobs.Progress progress)
            throws SQLException, IOException {
        Head head = head();
        var findings = new Findings();
        checkLog(findings, head, 0, progress);
        checkAround(findings, head, held);
        checkTables(findings, boards.all());
        checkLookups(findings);
        return told(id, occasion, head, head.size, findings);
    }

    /** The last events and as many again from somewhere, one table, and what stands round the log. */
    Map<String, @Nullable Object> sample(UUID id, VerificationOccasion occasion, int turn, Jobs.Progress progress)
            throws SQLException, IOException {
        Head head = head();
        var findings = new Findings();
        long last = Math.max(0, head.size - SAMPLE_EVENTS);
        long somewhere = last == 0 ? 0 : Math.floorMod(head.root.hashCode() * 31L + turn, last);
        checkPart(findings, somewhere, Math.min(somewhere + SAMPLE_EVENTS, last), progress);
        checkLog(findings, head, last, progress);
        checkAround(findings, head, Held.NOTHING);
        List<Board<?, ?>> all = boards.all();
        checkTables(findings, List.of(all.get(Math.floorMod(turn, all.size()))));
        return told(id, occasion, head, Math.min(head.size, 2L * SAMPLE_EVENTS), findings);
    }

    /** What was found when a rebuilt table took the place of the live one. */
    Map<String, @Nullable Object> ofSwitch(UUID id, Rebuilds.Result result) {
        Head head = head();
        var findings = new Findings();
        drift(findings, result);
        findings.step(
                "table " + result.board(), "It was what the log gives, up to position " + result.position() + ".");
        return told(id, VerificationOccasion.SWITCH, head, 0, findings);
    }

    private Head head() {
        return sql.sql("SELECT size, root, edge FROM log.tlog_head")
                .query((row, number) ->
                        new Head(row.getLong("size"), new Hash(row.getBytes("root")), row.getBytes("edge")))
                .single();
    }

    /** From a position to the end: the end has to give the head. */
    private void checkLog(Findings findings, Head head, long from, Jobs.Progress progress) throws SQLException {
        var log = new LogCheck(sql, findings);
        Frontier start = from == 0 ? Frontier.EMPTY : frontier(from);
        log.check(start, from, head.size, progress)
                .ifPresentOrElse(
                        end -> compare(findings, head, end),
                        () -> findings.add(
                                Wrong.ROOT_MISMATCH,
                                "size " + head.size,
                                "A leaf is missing, so no root can be made."));
        checkBeyond(findings);
        checkSequences(findings, head);
        findings.step(
                "log", "%,d events are as their leaves say, and the leaves give the root.".formatted(head.size - from));
    }

    private void checkPart(Findings findings, long from, long to, Jobs.Progress progress) throws SQLException {
        if (from < to) {
            new LogCheck(sql, findings).check(from == 0 ? Frontier.EMPTY : frontier(from), from, to, progress);
        }
    }

    private Frontier frontier(long size) throws SQLException {
        try (var connection = dataSource.getConnection()) {
            return MerkleTree.frontier(size, TreeNodes.fetch(connection, MerkleTree.nodesFor(size)));
        }
    }

    private static void compare(Findings findings, Head head, Frontier end) {
        var edge = new ArrayList<Hash>();
        for (int at = 0; at < head.edge.length; at += HASH_BYTES) {
            edge.add(new Hash(Arrays.copyOfRange(head.edge, at, at + HASH_BYTES)));
        }
        if (!end.root().equals(head.root) || !end.edge().equals(edge)) {
            findings.add(
                    Wrong.ROOT_MISMATCH,
                    "size " + head.size,
                    "The leaves give the root %s; the log claims %s."
                            .formatted(end.root().hex(), head.root.hex()));
        }
    }

    /** What stands outside of the log's positions, at one moment, so that an event just appended is not among it. */
    private void checkBeyond(Findings findings) {
        sql.sql("""
            SELECT event.event_id::text AS what, event.position FROM log.domain_event event, log.tlog_head head
            WHERE event.position > head.size OR event.position < 1
            UNION ALL
            SELECT leaf.event_id::text, leaf.leaf_index + 1 FROM log.tlog_leaf leaf, log.tlog_head head
            WHERE leaf.leaf_index >= head.size OR leaf.leaf_index < 0
            """).query(row -> {
            findings.add(
                    Wrong.UNLOGGED,
                    "event " + row.getString("what"),
                    "It stands at position %d, where the log has none.".formatted(row.getLong("position")));
        });
    }

    private void checkSequences(Findings findings, Head head) {
        sql.sql("""
            SELECT stream_id, count(*) AS events, max(sequence) AS last FROM log.domain_event
            WHERE position BETWEEN 1 AND ? GROUP BY stream_id HAVING max(sequence) <> count(*) - 1 OR min(sequence) <> 0
            """).param(head.size).query(row -> {
            findings.add(
                    Wrong.SEQUENCE_GAP,
                    "stream " + row.getString("stream_id"),
                    "It has %d events, and the last is number %d counted from 0."
                            .formatted(row.getLong("events"), row.getLong("last")));
        });
    }

    private void checkAround(Findings findings, Head head, Held held) throws SQLException, IOException {
        new GuardCheck(sql, findings).check();
        new CheckpointCheck(dataSource, anchor.directory(), findings, head.size).check(held);
    }

    private void checkTables(Findings findings, List<Board<?, ?>> tables) {
        Map<String, Boards.Standing> standings = boards.standings();
        var comparable = new ArrayList<Board<?, ?>>();
        for (Board<?, ?> board : tables) {
            Boards.Standing standing = Objects.requireNonNull(standings.get(board.name()));
            if (standing.position() > standing.end()) {
                findings.add(
                        Wrong.PROJECTION_DRIFT,
                        board.name(),
                        "It stands at position %d, and the log ends at %d."
                                .formatted(standing.position(), standing.end()));
                findings.step("table " + board.name(), "");
                continue;
            }
            comparable.add(board);
        }
        rebuilds.verify(
                comparable,
                (board, result) -> {
                    drift(findings, result);
                    findings.step(
                            "table " + board.name(),
                            "%,d rows are what the log gives, up to position %d."
                                    .formatted(result.rows(), result.position()));
                },
                (board, failure) -> undecided(findings, board, failure));
    }

    private static void undecided(Findings findings, Board<?, ?> board, RuntimeException failure) {
        if (failure instanceof Refusal refusal) {
            findings.undecided("table " + board.name(), refusal.details().detail());
            return;
        }
        LOG.warn("the table {} could not be compared with the log", board.name(), failure);
        findings.undecided("table " + board.name(), "The log cannot be folded as it is, so nothing can be compared.");
    }

    private static void drift(Findings findings, Rebuilds.Result result) {
        result.keys()
                .forEach(key -> findings.add(
                        Wrong.PROJECTION_DRIFT, result.board() + " " + key, "The table is not what the log gives."));
    }

    private void checkLookups(Findings findings) {
        try {
            WriteSide.Answer answer = writeSide.post("/api/v1/lookups/verify", "");
            if (!answer.done()) {
                findings.undecided("lookups", "The part of Sevenfold that takes changes could not check them.");
                return;
            }
            JsonNode result = answer.json();
            for (JsonNode drift : result.path("drifts")) {
                findings.add(
                        Wrong.LOOKUP_DRIFT,
                        drift.path("lookup").asString("") + " "
                                + drift.path("key").asString(""),
                        "The value is " + drift.path("says").asString("") + ".");
            }
            long more = result.path("drifted").asLong() - result.path("drifts").size();
            if (more > 0) {
                findings.add(Wrong.LOOKUP_DRIFT, "further keys", "They are too many to be named.", more);
            }
            findings.step(
                    "lookups",
                    "%,d values are what the log gives, up to position %d."
                            .formatted(
                                    result.path("keys").asLong(),
                                    result.path("position").asLong()));
        } catch (WriteSide.NotAsked e) {
            findings.undecided("lookups", String.valueOf(e.getMessage()));
        }
    }

    private Map<String, @Nullable Object> told(
            UUID id, VerificationOccasion occasion, Head head, long events, Findings findings) {
        if (findings.total() > 0) {
            LOG.error("verification {} found: {}", id, findings.counts());
        }
        var told = new LinkedHashMap<String, @Nullable Object>();
        told.put("outcome", findings.outcome());
        told.put("position", head.size);
        told.put("root", head.root.hex());
        told.put("events", events);
        told.put("steps", findings.steps());
        told.put("counts", findings.counts());
        told.put("findings", findings.named());
        told.put("recorded", record(id, occasion, head, events, findings));
        return told;
    }

    /** The position at which the result is recorded, or why it is not. */
    private Object record(UUID id, VerificationOccasion occasion, Head head, long events, Findings findings) {
        var body = new LinkedHashMap<String, Object>();
        body.put("verification", id.toString());
        body.put("occasion", occasion.name());
        body.put("position", head.size);
        body.put("root", head.root.hex());
        body.put("events", events);
        body.put(
                "findings",
                findings.counts().entrySet().stream()
                        .map(found -> Map.of("name", found.getKey(), "count", found.getValue()))
                        .toList());
        try {
            WriteSide.Answer answer = writeSide.send("record-verification", body, id.toString());
            return answer.done()
                    ? answer.json().path("position").asLong()
                    : "It was refused: " + answer.json().path("detail").asString("without a reason.");
        } catch (WriteSide.NotAsked e) {
            return String.valueOf(e.getMessage());
        }
    }
}
