package org.sevenfold.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** How many times one is as fast as another: the median of several rounds, and the range that they lie in. */
record Ratio(double median, double least, double most, int rounds) {

    /** Compares round by round what was measured side by side. */
    static Ratio of(List<Double> one, List<Double> other) {
        List<Double> ratios = IntStream.range(0, one.size())
                .mapToObj(round -> one.get(round) / other.get(round))
                .sorted()
                .toList();
        return new Ratio(median(ratios), ratios.getFirst(), ratios.getLast(), ratios.size());
    }

    static double median(List<Double> figures) {
        List<Double> sorted = figures.stream().sorted().toList();
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }

    @Override
    public String toString() {
        return String.format(Locale.UK, "%.2f (%.2f to %.2f)", median, least, most);
    }
}
