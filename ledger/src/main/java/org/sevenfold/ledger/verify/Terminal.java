package org.sevenfold.ledger.verify;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.sevenfold.ledger.examination.Examination;
import org.sevenfold.ledger.examination.Finding;
import org.sevenfold.ledger.examination.Step;

/** Where the auditor sits: what is typed in, and what is answered. */
final class Terminal {

    private static final String STANDARD_INPUT = "-";
    private static final int LARGEST_FILE = 32 << 20;

    private final InputStream in;
    private final PrintStream out;
    private final PrintStream errors;
    private final boolean ticks;

    /** @param charset of the two streams, which may be too old for ticks and crosses */
    Terminal(InputStream in, PrintStream out, PrintStream errors, Charset charset) {
        this.in = in;
        this.out = out;
        this.errors = errors;
        this.ticks = charset.newEncoder().canEncode('\u2713');
    }

    /** A file, or standard input for {@code -}. */
    InputStream open(String file) throws IOException {
        return file.equals(STANDARD_INPUT) ? in : Files.newInputStream(Path.of(file));
    }

    /** A whole small file. */
    byte[] read(String file) throws IOException {
        try (InputStream from = open(file)) {
            byte[] bytes = from.readNBytes(LARGEST_FILE + 1);
            if (bytes.length > LARGEST_FILE) {
                throw new IllegalArgumentException(file + " is far too large");
            }
            return bytes;
        }
    }

    void say(String line) {
        out.println(line);
        out.flush();
    }

    void complain(String text) {
        errors.println(text.stripTrailing());
    }

    /** Says what an examination came to, and answers the exit code. */
    int conclude(Examination examination, boolean json) {
        if (json) {
            say(Report.json(examination));
        } else {
            examination.steps().forEach(this::say);
            say(verdict(examination));
        }
        return examination.verdict().ordinal();
    }

    private void say(Step step) {
        say(mark(step.outcome()) + " " + step.sentence());
        for (Finding finding : step.findings()) {
            say("    " + finding.sentence());
        }
    }

    private String mark(Step.Outcome outcome) {
        return switch (outcome) {
            case PASSED -> ticks ? "\u2713" : "ok";
            case FAILED -> ticks ? "\u2717" : "NO";
            case UNDECIDED -> "?";
        };
    }

    private static String verdict(Examination examination) {
        return switch (examination.verdict()) {
            case VERIFIED -> "VERIFIED";
            case TAMPERING -> "TAMPERING: " + examination.findings().size() + " found";
            case CANNOT_TELL -> "IT CANNOT BE TOLD: see the lines with a question mark";
        };
    }
}
