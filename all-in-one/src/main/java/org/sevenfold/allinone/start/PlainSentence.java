package org.sevenfold.allinone.start;

import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.web.server.PortInUseException;

/** What a person is told of a failed start: one sentence, and where the rest is written; never a stack. */
public final class PlainSentence {

    private static final String DISK_FULL_SQLSTATE = "53100";
    private static final int LONGEST = 200;

    private PlainSentence() {}

    /** The sentence; the log is named only where the sentence may not be enough. */
    public static String of(Throwable failure, Path log) {
        List<Throwable> causes = Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .toList();
        for (Throwable cause : causes) {
            if (cause instanceof StartFailure known) {
                return String.valueOf(known.getMessage());
            }
            if (isDiskFull(cause)) {
                return "The disk is full; make room and start again (details in " + log + ").";
            }
            if (cause instanceof PortInUseException taken) {
                return "Port " + taken.getPort()
                        + " of this machine is taken by another program; stop that program and start again.";
            }
            if (cause instanceof AccessDeniedException denied) {
                return "The file " + denied.getFile()
                        + " cannot be used by this user; give it to them and start again.";
            }
        }
        return "Sevenfold could not start: " + firstLine(causes.getLast()) + " (details in " + log + ").";
    }

    private static boolean isDiskFull(Throwable cause) {
        return (cause instanceof SQLException sql && DISK_FULL_SQLSTATE.equals(sql.getSQLState()))
                || isDiskFull(String.valueOf(cause.getMessage()));
    }

    /** The words of Unix and of Windows for it. */
    public static boolean isDiskFull(String text) {
        return text.contains("No space left on device") || text.contains("not enough space on the disk");
    }

    private static String firstLine(Throwable cause) {
        String message = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        String line = message.lines().findFirst().orElse("");
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    }
}
