package org.sevenfold.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures the bars for writing and rebuilding, and prints tables of ratios. The argument {@code quick} makes it shorter
 * and rougher; {@code writes}, {@code peers} or {@code rebuilds} measures that alone.
 */
final class Benchmarks {

    private static final int STREAM_EVENTS = 200;
    private static final Duration WARM_UP = Duration.ofSeconds(20);
    private static final int[] CLIENTS = {1, 16, 64};
    private static final double[] DURABLE_BARS = {0.65, 1.0, 1.5};

    private final List<String> wanted;
    private final Report report = new Report(System.out);
    private final Race race;

    private Benchmarks(List<String> arguments) {
        wanted = arguments;
        race = arguments.contains("quick") ? new Race(3, Duration.ofMillis(700)) : new Race(7, Duration.ofMillis(1500));
    }

    public static void main(String[] arguments) throws Exception {
        try {
            new Benchmarks(List.of(arguments)).run();
        } catch (Exception e) {
            e.printStackTrace();
            System.exit(1);
        }
        System.exit(0);
    }

    private void run() throws Exception {
        report.say("Commit %s; %s; %d processors; %d rounds of %d ms; no randomness but new ids"
                .formatted(
                        commit(),
                        System.getProperty("java.vm.version"),
                        processors(),
                        race.rounds(),
                        race.each().toMillis()));
        try (var plain = new PlainJdbc();
                var sevenfold = new Sevenfold()) {
            sevenfold.fill(STREAM_EVENTS);
            if (wants("rebuilds")) {
                rebuilds(plain, sevenfold);
            }
            if (wants("writes")) {
                writes(plain, sevenfold);
            }
            if (wants("peers")) {
                peers(sevenfold);
            }
        }
    }

    private boolean wants(String part) {
        return wanted.contains(part) || wanted.stream().allMatch("quick"::equals);
    }

    private void writes(PlainJdbc plain, Sevenfold sevenfold) throws Exception {
        Contender jdbc = plain.inserting();
        Contender creating = sevenfold.creating();
        report.title("Durable commands at the command gateway, beside plain JDBC");
        for (int i = 0; i < CLIENTS.length; i++) {
            int clients = CLIENTS[i];
            Contender appending = sevenfold.appending(clients);
            var rates = race.run(clients, List.of(jdbc, creating, appending));
            report.line(creating.name(), clients, rates.of(creating), rates.of(jdbc), DURABLE_BARS[i]);
            report.line(appending.name(), clients, rates.of(appending), rates.of(jdbc), DURABLE_BARS[i]);
        }
        Contender http = sevenfold.creatingThroughHttp();
        report.title("The same through HTTP with sign-in, beside plain JDBC");
        // The way through HTTP is long, and not yet compiled when it is first gone.
        new Race(0, WARM_UP).run(16, List.of(http));
        var rates = race.run(16, List.of(jdbc, http));
        report.line(http.name(), 16, rates.of(http), rates.of(jdbc), 0.5);
    }

    private void peers(Sevenfold sevenfold) throws Exception {
        int clients = 16;
        Contender creating = sevenfold.creating();
        Contender appending = sevenfold.appending(clients);
        report.title("Durable commands, beside the peers on the same PostgreSQL");
        try (var jdbc = AxonPeer.jdbc();
                var jpa = AxonPeer.jpa();
                var javers = new JaversPeer()) {
            jdbc.fill(STREAM_EVENTS);
            Contender jdbcCreating = jdbc.creating();
            Contender jdbcAppending = jdbc.appending(clients);
            Contender jpaCreating = jpa.creating();
            Contender snapshots = javers.creating();
            var rates = race.run(
                    clients, List.of(creating, appending, jdbcCreating, jdbcAppending, jpaCreating, snapshots));
            report.line("creating / " + jdbcCreating.name(), clients, rates.of(creating), rates.of(jdbcCreating), 1.4);
            report.line(
                    "appending to a stream of 200 / " + jdbcAppending.name(),
                    clients,
                    rates.of(appending),
                    rates.of(jdbcAppending),
                    5);
            report.line("creating / " + jpaCreating.name(), clients, rates.of(creating), rates.of(jpaCreating), 4);
            report.line("creating / " + snapshots.name(), clients, rates.of(creating), rates.of(snapshots), 6);
        }
    }

    private void rebuilds(PlainJdbc plain, Sevenfold sevenfold) throws Exception {
        try (var models = new ReadModels(sevenfold.database)) {
            int rows = (int) models.events();
            report.title(
                    "Rebuilding from %,d events, beside plain upserts of as many rows, 500 a commit".formatted(rows));
            List<Double> one = new ArrayList<>();
            List<Double> all = new ArrayList<>();
            List<Double> upserts = new ArrayList<>();
            for (int round = 0; round <= race.rounds(); round++) {
                double upsertsASecond = plain.upserting(rows);
                double oneASecond = models.rebuild("completions");
                double allASecond = models.rebuildAll();
                if (round > 0) {
                    upserts.add(upsertsASecond);
                    one.add(oneASecond);
                    all.add(allASecond);
                }
            }
            report.line("one read model", 1, one, upserts, 2.5);
            report.line("every read model, all %d".formatted(models.count()), 1, all, upserts, 0.7);
        }
    }

    private static int processors() {
        return Runtime.getRuntime().availableProcessors();
    }

    private static String commit() throws IOException, InterruptedException {
        Process git = new ProcessBuilder("git", "describe", "--always", "--dirty")
                .redirectErrorStream(true)
                .start();
        String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        return git.waitFor() == 0 ? said : "unknown";
    }
}
