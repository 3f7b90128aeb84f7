package org.sevenfold.command.imports;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sevenfold.command.edge.Importable;

/** What callers are told of importable commands, of jobs and of rows, member by member. */
final class Told {

    static final String JOBS = Importable.PATH + "jobs/";

    private static final String TRIED =
            "Each row was tried by itself, against what is recorded now, and nothing was stored. A row that builds on"
                    + " an earlier row of this file may be refused here and accepted when the file is imported.";

    private Told() {}

    static Map<String, Object> importable(Importable command) {
        var told = new LinkedHashMap<String, Object>();
        told.put("command", command.name());
        told.put("summary", command.summary());
        told.put("allowed", command.allowed());
        told.put("path", Importable.PATH + command.name());
        told.put("columns", Columns.of(command).all().stream().map(Told::column).toList());
        return told;
    }

    private static Map<String, Object> column(Column column) {
        var told = new LinkedHashMap<String, Object>();
        told.put("name", column.name());
        told.put("required", column.required());
        told.put("description", column.says());
        if (!column.choices().isEmpty()) {
            told.put("choices", column.choices());
        }
        return told;
    }

    static Map<String, Object> job(ImportJob job) {
        ImportJob.Counts counts = job.counts();
        var told = new LinkedHashMap<String, Object>();
        told.put("id", job.id().toString());
        told.put("command", job.command());
        told.put("dryRun", job.dryRun());
        told.put("state", state(job));
        told.put("receivedAt", job.receivedAt().toString());
        if (job.finishedAt() != null) {
            told.put("finishedAt", job.finishedAt().toString());
        }
        told.put("rows", counts.rows());
        told.put("handled", counts.handled());
        told.put("percent", counts.handled() * 100L / counts.rows());
        told.put("accepted", counts.accepted());
        told.put("alreadyIn", counts.alreadyIn());
        told.put("refused", counts.refused());
        told.put("wouldBeAccepted", counts.wouldAccept());
        if (job.dryRun()) {
            told.put("note", TRIED);
        }
        if (job.erasedAt() != null) {
            told.put("rowsErasedAt", job.erasedAt().toString());
        }
        told.put("links", links(job));
        return told;
    }

    private static String state(ImportJob job) {
        return switch (job.state()) {
            case OPEN -> job.underWay() ? "running" : "waiting";
            case DONE -> "done";
            case EXPIRED -> "expired";
        };
    }

    private static Map<String, String> links(ImportJob job) {
        String self = JOBS + job.id();
        var links = new LinkedHashMap<String, String>();
        links.put("self", self);
        if (job.erasedAt() == null) {
            links.put("rows", self + "/rows");
            links.put("refused", self + "/refused." + job.format().text());
        }
        return links;
    }

    static Map<String, @Nullable Object> row(RowResult row) {
        var told = new LinkedHashMap<String, @Nullable Object>();
        told.put("row", row.row());
        told.put("outcome", row.outcome().text());
        if (row.streamId() != null) {
            told.put("streamId", row.streamId());
            told.put("position", row.position());
        }
        RowResult.Refused refused = row.refused();
        if (refused != null) {
            told.put("code", refused.code());
            told.put("title", refused.title());
            told.put("detail", refused.detail());
            told.put("remedy", refused.remedy());
            told.put("violations", refused.violations());
        }
        return told;
    }

    /** The same as the cells of a table. */
    static List<String> cells(RowResult row, ImportJob job) {
        RowResult.Refused refused = row.refused();
        return List.of(
                Integer.toString(row.row()),
                row.outcome().text(),
                row.streamId() == null ? "" : row.streamId(),
                row.position() == null ? "" : row.position().toString(),
                refused == null ? "" : refused.code(),
                refused == null ? "" : reason(refused, job),
                refused == null || refused.remedy() == null ? "" : refused.remedy());
    }

    /** Why a row was refused, in one text: what happened, why, and what is wrong with which column. */
    static String reason(RowResult.Refused refused, ImportJob job) {
        String parts = refused.violations().stream()
                .map(violation -> " " + column(violation.pointer(), job) + violation.message()
                        + candidates(violation.candidates()))
                .collect(Collectors.joining());
        return refused.title() + " " + refused.detail() + parts;
    }

    /** The column as the file calls it, in front of what is wrong with it. */
    private static String column(String pointer, ImportJob job) {
        String plain = Column.plain(pointer);
        String name = pointer.isEmpty() ? "" : pointer.substring(1).replace('/', '.');
        String called = job.columns().stream()
                .filter(column -> Column.plain(column).equals(plain))
                .findFirst()
                .orElse(name);
        return called.isEmpty() ? "" : called + ": ";
    }

    private static String candidates(List<String> candidates) {
        return candidates.isEmpty() ? "" : " (" + String.join(", ", candidates) + ")";
    }
}
