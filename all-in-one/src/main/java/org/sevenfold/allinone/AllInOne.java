package org.sevenfold.allinone;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.sevenfold.allinone.database.EmbeddedDatabase;
import org.sevenfold.allinone.database.Postmaster;
import org.sevenfold.allinone.issuer.DemoIssuer;
import org.sevenfold.allinone.issuer.DemoPassword;
import org.sevenfold.allinone.issuer.OwnClient;
import org.sevenfold.allinone.people.DemoPeople;
import org.sevenfold.allinone.replay.Replay;
import org.sevenfold.allinone.sample.SampleStart;
import org.sevenfold.allinone.services.BoardsCaughtUp;
import org.sevenfold.allinone.services.ServiceStart;
import org.sevenfold.allinone.start.Console;
import org.sevenfold.allinone.start.DataFolder;
import org.sevenfold.allinone.start.LocalSettings;
import org.sevenfold.allinone.start.Logs;
import org.sevenfold.allinone.start.Options;
import org.sevenfold.allinone.start.Options.Part;
import org.sevenfold.allinone.start.PlainSentence;
import org.sevenfold.allinone.start.Ports;
import org.sevenfold.platform.time.London;
import org.slf4j.LoggerFactory;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts Sevenfold whole on one machine, in the order in which one part needs another, and stops it in reverse. */
public final class AllInOne {

    private static final Path FOLDER = Path.of("data");

    private final Console console;
    private final Options options;
    private final DataFolder data;
    private final Logs logs;
    private final long began = System.nanoTime();
    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private boolean ready;

    private AllInOne(Console console, Options options, DataFolder data, Logs logs) {
        this.console = console;
        this.options = options;
        this.data = data;
        this.logs = logs;
    }

    public static void main(String[] arguments) {
        Console console = Console.ofThisProcess();
        try {
            Options options = Options.of(List.of(arguments), systemProperties());
            if (options.replay() != null) {
                System.exit(Replay.of(options.replay(), console).run());
            }
            DataFolder data = DataFolder.take(FOLDER);
            if (options.fresh()) {
                beginAnew(data);
            }
            new AllInOne(console, options, data, Logs.into(data.logs())).startAndStay();
        } catch (Exception | LinkageError failure) {
            console.failure(PlainSentence.of(failure, FOLDER.resolve("logs").resolve("sevenfold.log")));
            System.exit(1);
        }
    }

    private static Map<String, String> systemProperties() {
        return System.getProperties().stringPropertyNames().stream()
                .collect(Collectors.toMap(Function.identity(), System::getProperty));
    }

    private static void beginAnew(DataFolder data) throws IOException, InterruptedException {
        Optional<Postmaster> survivor = Postmaster.holding(data.database());
        if (survivor.isPresent()) {
            survivor.get().stop();
        }
        data.empty();
    }

    private void startAndStay() throws Exception {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
        try {
            start();
        } catch (Exception | LinkageError failure) {
            LoggerFactory.getLogger(AllInOne.class).error("The start failed", failure);
            throw failure;
        }
        new CountDownLatch(1).await();
    }

    private void start() throws IOException, SQLException, InterruptedException {
        console.line("Sevenfold is starting; what it holds is in " + FOLDER.toAbsolutePath() + ".");
        requireFreePorts();
        LocalSettings settings = LocalSettings.keptIn(data.localEnv(), Ports.DATABASE);
        DemoPeople people = DemoPeople.ofTheSample();
        DemoPassword password = DemoPassword.fixedOrNew(setting(DemoPassword.SETTING));
        if (options.starts(Part.DATABASE)) {
            startDatabase(settings);
        }
        if (options.starts(Part.ISSUER)) {
            startIssuer(settings, people, password);
        }
        if (options.starts(Part.SERVICES)) {
            startServices(settings, people);
        }
        sayReady(people, password);
        if (options.starts(Part.SERVICES) && settings.superuserIsNew()) {
            console.line(WriteDown.theLogOf(database(settings)));
        }
    }

    private void requireFreePorts() {
        if (options.starts(Part.ISSUER)) {
            Ports.requireFree(Ports.ISSUER, "issuer");
        }
        if (options.starts(Part.SERVICES)) {
            Ports.requireFree(Ports.COMMAND_SERVICE, "command-service");
            Ports.requireFree(Ports.QUERY_SERVICE, "query-service");
        }
    }

    private void startDatabase(LocalSettings settings) throws IOException, SQLException, InterruptedException {
        long from = System.nanoTime();
        EmbeddedDatabase database = EmbeddedDatabase.start(data, settings, Ports.DATABASE);
        keep(database);
        console.started(
                "database", "PostgreSQL " + database.version() + " on 127.0.0.1:" + Ports.DATABASE, since(from));
    }

    private void startIssuer(LocalSettings settings, DemoPeople people, DemoPassword password) throws IOException {
        long from = System.nanoTime();
        var own = new OwnClient(settings.ownClient(), settings.ownSecret());
        keep(DemoIssuer.start(Ports.ISSUER, people, password, own, data.issuerKey(), logs.settings()));
        console.started("issuer", "http://127.0.0.1:" + Ports.ISSUER, since(from));
    }

    private void startServices(LocalSettings settings, DemoPeople people) throws InterruptedException {
        var told = new HashMap<>(settings.forServices());
        told.putAll(BothServices.settings(people, programmeStart(settings)));
        for (ServiceStart service : BothServices.of(console, options, people)) {
            long from = System.nanoTime();
            ConfigurableApplicationContext context = service.run(told, logs.settings());
            keep(context);
            console.started(service.name(), "http://127.0.0.1:" + service.port(), since(from));
        }
        BoardsCaughtUp.await(Ports.QUERY_SERVICE);
    }

    private LocalDate programmeStart(LocalSettings settings) {
        return SampleStart.resolve(
                database(settings), Optional.ofNullable(options.sampleStart()), London.day(Instant.now()));
    }

    private static DataSource database(LocalSettings settings) {
        var database = new PGSimpleDataSource();
        database.setUrl(settings.forServices().get("SEVENFOLD_DATABASE_URL"));
        database.setUser("sevenfold_command");
        database.setPassword(settings.passwords().command());
        return database;
    }

    private void sayReady(DemoPeople people, DemoPassword password) {
        Duration took = since(began);
        if (options.starts(Part.SERVICES)) {
            console.line(
                    ReadyWords.everything(people, password, FOLDER.toAbsolutePath(), took, London.day(Instant.now())));
        } else {
            String names = options.parts().stream()
                    .map(part -> part.name().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(", "));
            if (options.starts(Part.ISSUER)) {
                console.line(ReadyWords.signIn(people, password));
            }
            console.line(ReadyWords.parts(names, data.localEnv(), took));
        }
        synchronized (running) {
            ready = true;
        }
    }

    private void keep(AutoCloseable part) {
        synchronized (running) {
            running.push(part);
        }
    }

    /** The only shutdown hook, because Spring's own would race it. It runs when the JVM is told to end; what has not come up yet by then is left to the next start. */
    private void stop() {
        console.stopping();
        synchronized (running) {
            if (ready) {
                console.line(System.lineSeparator() + "Stopping.");
            }
            running.forEach(this::closeQuietly);
            data.close();
            if (ready) {
                console.line("Stopped.");
            }
        }
    }

    /** One part that does not end well keeps no other from ending. */
    private void closeQuietly(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception failure) {
            LoggerFactory.getLogger(AllInOne.class).error("A part did not end well", failure);
        }
    }

    private static Duration since(long from) {
        return Duration.ofNanos(System.nanoTime() - from);
    }

    private static @Nullable String setting(String name) {
        return System.getProperty(name, System.getenv(name));
    }
}
