package org.sevenfold.query.audit.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sevenfold.ledger.Hash;
import org.sevenfold.ledger.bag.BagEvent;
import org.sevenfold.ledger.bag.EvidenceBagWriter;
import org.sevenfold.ledger.checkpoint.Checkpoint;
import org.sevenfold.ledger.note.SignedNote;
import org.sevenfold.platform.time.London;
import org.sevenfold.query.audit.published.SignedLog;
import org.sevenfold.query.audit.verification.AnchorSetting;
import org.sevenfold.query.audit.verification.Anchored;
import org.sevenfold.query.job.Jobs;
import org.sevenfold.query.measure.Figures;
import org.sevenfold.query.measure.Figures.State;
import org.sevenfold.query.writeside.WriteSide;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Packs a bag of evidence up to a checkpoint that is signed for it. The log is read batch by batch; the files wait in a
 * folder for a week, which instances share where there are several.
 */
@Component
class EvidenceExport {

    static final String ENDING = ".tar.gz";

    private static final int BATCH_EVENTS = 1000;
    private static final Duration KEPT = Duration.ofDays(7);
    private static final String EVENTS = """
        SELECT leaf.leaf_index, leaf.hash, leaf.entry, event.payload, event.metadata
        FROM log.tlog_leaf leaf LEFT JOIN log.domain_event event ON event.position = leaf.leaf_index + 1
        WHERE leaf.leaf_index >= :from AND leaf.leaf_index < :to ORDER BY leaf.leaf_index
        """;

    private final JdbcClient sql;
    private final SignedLog log;
    private final Figures figures;
    private final WriteSide writeSide;
    private final AnchorSetting anchor;
    private final Clock clock;
    private final Path folder;
    private final String organisation;

    EvidenceExport(
            JdbcClient sql,
            SignedLog log,
            Figures figures,
            WriteSide writeSide,
            AnchorSetting anchor,
            Clock clock,
            @Value("${sevenfold.exports.folder}") String folder,
            @Value("${sevenfold.exports.organisation:}") String organisation) {
        this.sql = sql;
        this.log = log;
        this.figures = figures;
        this.writeSide = writeSide;
        this.anchor = anchor;
        this.clock = clock;
        this.folder = Path.of(folder);
        this.organisation = organisation;
    }

    LocalDate today() {
        return London.day(clock.instant());
    }

    Optional<Path> file(UUID id, String ending) {
        return Optional.of(folder.resolve(id + ending)).filter(Files::isRegularFile);
    }

    /** Packs the bag; its result names what was packed, and the fingerprint of the file. */
    Map<String, @Nullable Object> pack(UUID id, LocalDate day, Jobs.Progress progress)
            throws IOException, SQLException, WriteSide.NotAsked {
        Files.createDirectories(folder);
        forgetOld();
        SignedNote note = checkpoint();
        Checkpoint checkpoint = Checkpoint.of(note);
        State state = figures.at(day, checkpoint.size());
        var files = new FiguresFiles(state);
        Map<String, String> cover = cover(state, checkpoint);
        try (var bag = new EvidenceBagWriter(folder, note)) {
            cover.forEach(bag::info);
            Anchored directory = anchor.directory();
            bag.keys(directory == null ? List.of() : directory.keys());
            bag.cosignatures(log.cosignatures(note));
            addPrevious(bag, checkpoint.size());
            addEvents(bag, checkpoint.size(), progress);
            bag.data("events.csv", out -> new HumanIndex(sql, checkpoint.size()).writeTo(out));
            bag.data("state.json", files::json);
            bag.data("state.csv", files::csv);
            bag.data("report.html", out -> files.html(out, cover));
            Hash sha256 = bag.write(folder.resolve(id + ENDING), this::signed);
            return told(id, checkpoint, day, sha256);
        }
    }

    private Map<String, @Nullable Object> told(UUID id, Checkpoint checkpoint, LocalDate day, Hash sha256)
            throws IOException {
        var told = new LinkedHashMap<String, @Nullable Object>();
        told.put("file", "/api/v1/audit/exports/" + id + ENDING);
        told.put("bytes", Files.size(folder.resolve(id + ENDING)));
        told.put("sha256", sha256.hex());
        told.put("effectiveOn", day.toString());
        told.put("size", checkpoint.size());
        told.put("root", checkpoint.root().hex());
        return told;
    }

    private SignedNote checkpoint() throws WriteSide.NotAsked {
        WriteSide.Answer answer = writeSide.post("/api/v1/checkpoints", "");
        if (!answer.done()) {
            throw new IllegalStateException("no checkpoint was signed: " + answer.body());
        }
        return log.newest().orElseThrow(() -> new IllegalStateException("nothing has ever been signed"));
    }

    private SignedNote signed(String statement) {
        try {
            WriteSide.Answer answer = writeSide.post("/api/v1/checkpoints/bags", statement);
            if (!answer.done() || answer.body().isBlank()) {
                throw new IllegalStateException("the list of files was not signed: " + answer.status());
            }
            return SignedNote.parse(answer.body().getBytes(StandardCharsets.UTF_8));
        } catch (WriteSide.NotAsked e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, String> cover(State state, Checkpoint checkpoint) {
        Instant recorded = state.basis().recordedAt();
        var cover = new LinkedHashMap<String, String>();
        if (!organisation.isBlank()) {
            cover.put("Source-Organization", organisation);
        }
        cover.put("Bagging-Date", today().toString());
        cover.put(
                "External-Description", "Personal data (pseudonymous): the whole log with its proofs, and the figures");
        cover.put("Effective-On", state.basis().effectiveOn().toString());
        cover.put("Known-At", "@" + checkpoint.size() + (recorded == null ? "" : " " + recorded));
        return cover;
    }

    /** The last bag's checkpoint, else the first one ever, with the proof that this log extends it. */
    private void addPrevious(EvidenceBagWriter bag, long size) throws SQLException {
        Optional<SignedNote> previous = sql.sql("""
            SELECT note FROM log.tlog_checkpoint WHERE size < :size
            ORDER BY size = (SELECT (result ->> 'size')::bigint FROM query.job
                             WHERE kind = 'export' AND state = 'done' AND (result ->> 'size')::bigint < :size
                             ORDER BY finished_at DESC LIMIT 1) DESC NULLS LAST, size LIMIT 1
            """)
                .param("size", size)
                .query((row, number) -> SignedNote.parse(row.getBytes("note")))
                .optional();
        if (previous.isPresent()) {
            long before = Checkpoint.of(previous.get()).size();
            if (before > 0) {
                bag.previous(previous.get(), log.extension(before, size));
            }
        }
    }

    private void addEvents(EvidenceBagWriter bag, long size, Jobs.Progress progress) throws IOException {
        try {
            for (long from = 0; from < size; from += BATCH_EVENTS) {
                sql.sql(EVENTS)
                        .param("from", from)
                        .param("to", Math.min(from + BATCH_EVENTS, size))
                        .query(row -> {
                            add(
                                    bag,
                                    new BagEvent(
                                            row.getLong("leaf_index"),
                                            new Hash(row.getBytes("hash")),
                                            row.getBytes("entry"),
                                            row.getBytes("payload"),
                                            row.getBytes("metadata")));
                        });
                progress.at(Math.min(from + BATCH_EVENTS, size), size);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void add(EvidenceBagWriter bag, BagEvent event) {
        try {
            bag.event(event);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void forgetOld() throws IOException {
        FileTime old = FileTime.from(clock.instant().minus(KEPT));
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (Files.getLastModifiedTime(file).compareTo(old) < 0) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
