package org.sevenfold.query.dashboard;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sevenfold.platform.time.London;

/**
 * A line over thirteen month ends, with its coordinates: 0 % at the bottom, 100 % at the top. Where a figure does not
 * apply the line has a gap.
 *
 * @param words the same for whoever does not see it
 */
record Trend(String words, List<String> lines, List<Dot> dots, List<Point> points) {

    static final int WIDTH = 120;
    static final int HEIGHT = 40;

    private static final int MARGIN = 4;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Where a figure stands that a line cannot show: the last, and any without a neighbour. */
    record Dot(String x, String y) {}

    /** A figure at the end of a month. */
    record Point(LocalDate day, Share share) {

        public String month() {
            return Words.month(day);
        }

        String words() {
            return share.percent() + " on " + London.spoken(day);
        }
    }

    static Trend of(String what, List<Point> points) {
        var lines = new ArrayList<String>();
        var dots = new ArrayList<Dot>();
        var run = new ArrayList<Dot>();
        for (int i = 0; i <= points.size(); i++) {
            BigDecimal value = i == points.size() ? null : points.get(i).share.value();
            if (value != null) {
                run.add(dot(i, points.size(), value));
            } else {
                draw(run, lines, dots, i == points.size());
                run.clear();
            }
        }
        return new Trend(words(what, points), lines, dots, points);
    }

    private static void draw(List<Dot> run, List<String> lines, List<Dot> dots, boolean last) {
        if (run.size() > 1) {
            lines.add(String.join(
                    " ", run.stream().map(dot -> dot.x + "," + dot.y).toList()));
        }
        if (run.size() == 1 || (last && !run.isEmpty())) {
            dots.add(run.getLast());
        }
    }

    private static Dot dot(int nth, int of, BigDecimal value) {
        BigDecimal x = BigDecimal.valueOf((long) nth * (WIDTH - 2 * MARGIN))
                .divide(BigDecimal.valueOf(Math.max(1, of - 1)), 1, RoundingMode.HALF_UP)
                .add(BigDecimal.valueOf(MARGIN));
        BigDecimal y = BigDecimal.valueOf(HEIGHT - MARGIN)
                .subtract(value.multiply(BigDecimal.valueOf(HEIGHT - 2 * MARGIN))
                        .divide(HUNDRED, 1, RoundingMode.HALF_UP));
        return new Dot(x.toPlainString(), y.toPlainString());
    }

    private static String words(String what, List<Point> points) {
        List<Point> known =
                points.stream().filter(point -> point.share.applies()).toList();
        if (known.isEmpty()) {
            return what + " at " + points.size() + " month ends: not applicable.";
        }
        Point lowest = extreme(known, -1);
        Point highest = extreme(known, 1);
        return "%s at %d month ends: from %s to %s; lowest %s, highest %s."
                .formatted(
                        what,
                        points.size(),
                        known.getFirst().words(),
                        known.getLast().words(),
                        lowest.words(),
                        highest.words());
    }

    private static Point extreme(List<Point> known, int sign) {
        Point found = known.getFirst();
        for (Point point : known) {
            if (Integer.signum(of(point).compareTo(of(found))) == sign) {
                found = point;
            }
        }
        return found;
    }

    private static BigDecimal of(Point point) {
        @Nullable BigDecimal value = point.share.value();
        return Objects.requireNonNull(value);
    }
}
