package org.sevenfold.benchmarks;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** Writes what was measured as a table that can be pasted into a note. */
final class Report {

    private final PrintStream out;

    Report(PrintStream out) {
        this.out = out;
    }

    void title(String title) {
        out.printf("%n## %s%n%n", title);
        out.println("| what | clients | ratio: median (range) | n | a second | bar | |");
        out.println("|---|---|---|---|---|---|---|");
        out.flush();
    }

    /** One line: how fast one was beside another, and whether that reaches the bar. */
    void line(String what, int clients, List<Double> one, List<Double> other, double bar) {
        Ratio ratio = Ratio.of(one, other);
        out.printf(
                Locale.UK,
                "| %s | %d | %s | %d | %,.0f beside %,.0f | ≥ %.2f | %s |%n",
                what,
                clients,
                ratio,
                ratio.rounds(),
                Ratio.median(one),
                Ratio.median(other),
                bar,
                ratio.median() >= bar ? "reached" : "missed");
        out.flush();
    }

    void say(String line) {
        out.println(line);
        out.flush();
    }
}
