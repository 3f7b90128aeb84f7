package org.sevenfold.allinone.start;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.logging.LogFile;
import org.springframework.boot.logging.LoggingInitializationContext;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** Where everything is written that a newcomer need not see: structured logs, and whatever a library prints. */
public final class Logs {

    private final Path folder;

    private Logs(Path folder) {
        this.folder = folder;
    }

    /**
     * Sends logs and stray output to the folder from now on. It comes before the first line of any library; the Spring
     * contexts find it done and leave it.
     */
    public static Logs into(Path folder) throws IOException {
        var logs = new Logs(folder);
        var output = new PrintStream(
                Files.newOutputStream(
                        folder.resolve("output.log"), StandardOpenOption.CREATE, StandardOpenOption.APPEND),
                true,
                StandardCharsets.UTF_8);
        System.setOut(output);
        System.setErr(output);
        logs.initialize();
        return logs;
    }

    /** The same settings for a Spring context, in case it asks. */
    public Map<String, Object> settings() {
        var settings = new LinkedHashMap<String, Object>();
        settings.put("logging.file.name", file().toString());
        settings.put("logging.structured.format.file", "ecs");
        settings.put("logging.structured.ecs.service.name", "sevenfold");
        settings.put("logging.threshold.console", "OFF");
        settings.put("logging.register-shutdown-hook", "false");
        return settings;
    }

    public Path file() {
        return folder.resolve("sevenfold.log");
    }

    public Path databaseFile() {
        return folder.resolve("postgresql.log");
    }

    private void initialize() {
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("logs", settings()));
        LogFile logFile = Objects.requireNonNull(LogFile.get(environment));
        LoggingSystem system = LoggingSystem.get(Logs.class.getClassLoader());
        system.getSystemProperties(environment).apply(logFile);
        system.beforeInitialize();
        system.initialize(new LoggingInitializationContext(environment), null, logFile);
    }
}
