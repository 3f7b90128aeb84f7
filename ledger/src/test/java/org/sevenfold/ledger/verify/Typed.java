package org.sevenfold.ledger.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** What an auditor typed, and what came back. */
record Typed(int code, String out, String errors) {

    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-08-01T09:00:00Z"), ZoneOffset.UTC);

    static Typed run(String... words) {
        return withInput("", words);
    }

    static Typed withInput(String input, String... words) {
        var out = new ByteArrayOutputStream();
        var errors = new ByteArrayOutputStream();
        var terminal = new Terminal(
                new ByteArrayInputStream(input.getBytes(UTF_8)),
                new PrintStream(out, true, UTF_8),
                new PrintStream(errors, true, UTF_8),
                UTF_8);
        int code = new AuditVerify(terminal, CLOCK).run(List.of(words));
        return new Typed(code, out.toString(UTF_8), errors.toString(UTF_8));
    }
}
