package org.sevenfold.allinone.start;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** The few lines that a person at the keyboard reads while we start and stop; nothing else is written there. */
public final class Console {

    private static final int NAME_WIDTH = 16;

    private final PrintStream out;
    private final PrintStream err;
    private final boolean terminal;
    private long reportedTenths;
    private volatile boolean stopping;

    public Console(PrintStream out, PrintStream err, boolean terminal) {
        this.out = out;
        this.err = err;
        this.terminal = terminal;
    }

    /** The process's own streams, as they are before {@link Logs} takes them over. */
    @SuppressWarnings("SystemConsoleNull") // Java 25 went back to null where nobody is at a keyboard
    public static Console ofThisProcess() {
        java.io.Console keyboard = System.console();
        return new Console(System.out, System.err, keyboard != null && keyboard.isTerminal());
    }

    public synchronized void line(String text) {
        out.println(text);
        out.flush();
    }

    /** One part is up: its name, what there is to know of it, and how long it took. */
    public void started(String name, String what, Duration took) {
        line("  " + column(name) + what + " (" + seconds(took) + ")");
    }

    /** How far a long job is: the same line again on a terminal, a line for each tenth elsewhere. */
    public synchronized void progress(String name, long done, long total) {
        String text = "  " + column(name) + done + " of " + total;
        if (terminal) {
            out.print("\r" + text + (done >= total ? System.lineSeparator() : ""));
            out.flush();
        } else if (done >= total || done * 10 / total > reportedTenths) {
            line(text);
        }
        reportedTenths = done >= total ? 0 : done * 10 / total;
    }

    /** From here on a failure is only the echo of being stopped, and is not told. */
    public void stopping() {
        stopping = true;
    }

    public void failure(String sentence) {
        if (!stopping) {
            err.println(sentence);
            err.flush();
        }
    }

    public static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }

    private static String column(String name) {
        return String.format(Locale.ROOT, "%-" + NAME_WIDTH + "s", name);
    }
}
