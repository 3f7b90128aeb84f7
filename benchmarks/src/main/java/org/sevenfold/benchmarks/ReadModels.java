package org.sevenfold.benchmarks;

import java.util.HashMap;
import org.sevenfold.platform.testing.FreshDatabase;
import org.sevenfold.platform.testing.TestIssuer;
import org.sevenfold.query.QueryService;
import org.sevenfold.query.board.Board;
import org.sevenfold.query.board.Boards;
import org.sevenfold.query.board.Rebuilds;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The query-service over a log that is there already, whose tables are built anew from it. */
final class ReadModels implements AutoCloseable {

    private final ConfigurableApplicationContext context;
    private final Boards boards;
    private final Rebuilds rebuilds;

    ReadModels(FreshDatabase database) throws InterruptedException {
        var settings = new HashMap<String, Object>(database.springProperties());
        settings.put("spring.config.name", QueryService.CONFIG_NAME);
        settings.put("server.port", 0);
        settings.put("SEVENFOLD_ISSUER", TestIssuer.url());
        context = new SpringApplicationBuilder(QueryService.class)
                .run(settings.entrySet().stream()
                        .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                        .toArray(String[]::new));
        boards = context.getBean(Boards.class);
        rebuilds = context.getBean(Rebuilds.class);
        while (boards.standings().values().stream().anyMatch(standing -> standing.lag() > 0)) {
            Thread.sleep(100);
        }
    }

    long events() {
        return boards.end();
    }

    int count() {
        return boards.all().size();
    }

    /** Builds one table anew and compares it with the live one; gives events of the log a second. */
    double rebuild(String name) {
        Board<?, ?> board = boards.named(name).orElseThrow();
        long from = System.nanoTime();
        Rebuilds.Result result = rebuilds.rebuild(board);
        if (!result.equal() || result.rows() == 0) {
            throw new IllegalStateException("not rebuilt: " + result);
        }
        return events() / ((System.nanoTime() - from) / 1e9);
    }

    /** Builds all tables anew in one pass; gives events of the log a second, each counted once. */
    double rebuildAll() {
        long from = System.nanoTime();
        rebuilds.rebuild(boards.all());
        return events() / ((System.nanoTime() - from) / 1e9);
    }

    @Override
    public void close() {
        context.close();
    }
}
