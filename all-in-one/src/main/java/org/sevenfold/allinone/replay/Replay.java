package org.sevenfold.allinone.replay;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;
import org.sevenfold.allinone.database.EmbeddedDatabase;
import org.sevenfold.allinone.services.ServiceStart;
import org.sevenfold.allinone.start.Console;
import org.sevenfold.allinone.start.DataFolder;
import org.sevenfold.allinone.start.LocalSettings;
import org.sevenfold.allinone.start.Logs;
import org.sevenfold.allinone.start.StartFailure;
import org.sevenfold.ledger.bag.OpenedBag;
import org.sevenfold.query.QueryService;
import org.sevenfold.query.board.Boards;
import org.sevenfold.query.measure.Figures;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes the figures of a bag again: its events go into an empty database of a temporary folder, the read side folds them
 * as it folds any log, and what comes out is compared with what the bag says.
 */
public final class Replay {

    private static final int LOOK_AGAIN_MILLIS = 100;
    private static final int MOST_NAMED = 20;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final OpenedBag bag;
    private final Consumer<String> say;
    private final LogPlace logs;

    /** Where logs go, as settings of a service. */
    @FunctionalInterface
    interface LogPlace {
        Map<String, Object> in(Path folder) throws IOException;
    }

    /** What a run comes to. */
    private enum Verdict {
        EQUAL(0),
        DIFFERENT(1);

        private final int code;

        Verdict(int code) {
            this.code = code;
        }
    }

    Replay(Path bag, Consumer<String> say, LogPlace logs) {
        this.bag = new OpenedBag(bag);
        this.say = say;
        this.logs = logs;
    }

    /** A replay that is all that this process does. */
    public static Replay of(Path bag, Console console) {
        return new Replay(bag, console::line, folder -> Logs.into(folder).settings());
    }

    /** 0 where all figures are equal, 1 where some are not; throws a sentence where the bag cannot be used. */
    public int run() throws IOException, SQLException, InterruptedException {
        JsonNode state = JSON.readTree(bag.data("state.json")
                .orElseThrow(() -> new StartFailure("The bag holds no figures; there is no data/state.json in it.")));
        Path folder = Files.createTempDirectory("sevenfold-replay");
        try (DataFolder data = DataFolder.take(folder)) {
            Map<String, Object> logSettings = logs.in(data.logs());
            LocalSettings settings = LocalSettings.keptIn(data.localEnv(), freePort());
            try (var database = EmbeddedDatabase.start(data, settings, port(settings))) {
                say.accept("The events go into an empty PostgreSQL " + database.version() + ".");
                return figures(state, settings, logSettings).code;
            }
        } finally {
            DataFolder.delete(folder);
        }
    }

    private Verdict figures(JsonNode state, LocalSettings settings, Map<String, Object> logSettings)
            throws IOException, SQLException, InterruptedException {
        DataSource owner = owner(settings);
        Flyway.configure()
                .dataSource(owner)
                .locations("classpath:db/log")
                .schemas("log")
                .createSchemas(false)
                .load()
                .migrate();
        ReplayedLog log = ReplayedLog.write(owner, bag);
        say.accept("%,d events are read; their tree has the root %s.".formatted(log.size(), log.root()));
        long position = state.path("position").asLong();
        if (log.size() != position || !log.root().equals(state.path("root").asString(""))) {
            say.accept("The figures are of a log of %,d events with the root %s: not of this one."
                    .formatted(position, state.path("root").asString("")));
            return Verdict.DIFFERENT;
        }
        try (ConfigurableApplicationContext service = readSide(settings, logSettings)) {
            awaitBoards(service.getBean(Boards.class), position);
            LocalDate day = LocalDate.parse(state.path("effectiveOn").asString());
            return compare(state, service.getBean(Figures.class).at(day, position));
        }
    }

    private Verdict compare(JsonNode state, Figures.State made) {
        Map<String, String> said = new HashMap<>();
        state.path("figures").forEach(figure -> said.put(key(figure), figure.toString()));
        Map<String, String> again = new HashMap<>();
        made.lines().stream()
                .map(line -> JSON.<JsonNode>valueToTree(line.values()))
                .forEach(figure -> again.put(key(figure), figure.toString()));
        List<String> different = said.entrySet().stream()
                .filter(figure -> !figure.getValue().equals(again.get(figure.getKey())))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        List<String> unsaid = again.keySet().stream()
                .filter(key -> !said.containsKey(key))
                .sorted()
                .toList();
        different.stream()
                .limit(MOST_NAMED)
                .forEach(key -> say.accept("  different: the bag says " + said.get(key) + ", the events give "
                        + again.getOrDefault(key, "nothing")));
        unsaid.stream()
                .limit(MOST_NAMED)
                .forEach(key -> say.accept("  missing in the bag: the events give " + again.get(key)));
        boolean equal = different.isEmpty() && unsaid.isEmpty();
        String basis = "%,d figures on %s, known at position %,d"
                .formatted(said.size(), made.basis().effectiveOn(), made.basis().position());
        say.accept(
                equal
                        ? "Equal: " + basis + ", are what the events give."
                        : "Not equal: of " + basis
                                + ", %,d differ and %,d are missing.".formatted(different.size(), unsaid.size()));
        return equal ? Verdict.EQUAL : Verdict.DIFFERENT;
    }

    private static String key(JsonNode figure) {
        return String.join(
                " ",
                figure.path("measure").asString(""),
                figure.path("unit").asString("(all)"),
                figure.path("of").asString("(all)"));
    }

    private static ConfigurableApplicationContext readSide(LocalSettings settings, Map<String, Object> logSettings) {
        var told = new HashMap<>(settings.forServices());
        told.put("sevenfold.verification.nightly", "-");
        told.put("sevenfold.verification.hourly", "-");
        return new ServiceStart(QueryService.CONFIG_NAME, 0, QueryService.class, List.of(), List.of())
                .run(told, logSettings);
    }

    private static void awaitBoards(Boards boards, long position) throws InterruptedException {
        while (boards.standings().values().stream().anyMatch(standing -> standing.position() < position)) {
            Thread.sleep(LOOK_AGAIN_MILLIS);
        }
    }

    private static DataSource owner(LocalSettings settings) {
        var owner = new PGSimpleDataSource();
        owner.setUrl(settings.forServices().get("SEVENFOLD_DATABASE_URL"));
        owner.setUser("sevenfold_owner");
        owner.setPassword(settings.passwords().owner());
        return owner;
    }

    private static int port(LocalSettings settings) {
        String url = String.valueOf(settings.forServices().get("SEVENFOLD_DATABASE_URL"));
        return Integer.parseInt(url.replaceAll(".*:(\\d+)/.*", "$1"));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
