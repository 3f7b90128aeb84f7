package org.sevenfold.allinone.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sevenfold.allinone.services.ServiceStart;
import org.sevenfold.allinone.services.ServiceStart.Handed;
import org.sevenfold.command.CommandService;
import org.sevenfold.platform.testing.FreshDatabase;
import org.springframework.context.ConfigurableApplicationContext;

/** A command-service started with the sample on a database of the tests, and what it said while loading. */
final class LoadedForTests implements AutoCloseable {

    static final LocalDate START = LocalDate.of(2007, 4, 1);

    final ConfigurableApplicationContext context;
    final Heard heard;

    /** Remembers what it is told. */
    static final class Heard implements Progress {

        final List<Integer> lines = new ArrayList<>();
        final List<String> sentences = new ArrayList<>();

        @Override
        public void loaded(int line, int of) {
            lines.add(line);
        }

        @Override
        public void say(String sentence) {
            sentences.add(sentence);
        }
    }

    private LoadedForTests(ConfigurableApplicationContext context, Heard heard) {
        this.context = context;
        this.heard = heard;
    }

    /** Starts it to the open port; loads no line beyond {@code lines}. */
    static LoadedForTests upTo(int lines, FreshDatabase database) {
        return started(START, lines, database);
    }

    static LoadedForTests since(LocalDate start, FreshDatabase database) {
        return started(start, Integer.MAX_VALUE, database);
    }

    static LoadedForTests whole(FreshDatabase database) {
        return upTo(Integer.MAX_VALUE, database);
    }

    private static LoadedForTests started(LocalDate start, int lines, FreshDatabase database) {
        var heard = new Heard();
        return new LoadedForTests(start(settings(database), start, lines, heard), heard);
    }

    static Map<String, String> settings(FreshDatabase database) {
        var settings = new HashMap<String, String>();
        database.springProperties().forEach((name, value) -> settings.put(name, value.toString()));
        return settings;
    }

    static ConfigurableApplicationContext start(
            Map<String, String> database, LocalDate start, int lines, Progress progress) {
        var settings = new HashMap<>(database);
        settings.put("SEVENFOLD_ISSUER", "http://127.0.0.1:9");
        settings.put(SampleConfiguration.START, start.toString());
        settings.put("sevenfold.sample.lines", Integer.toString(lines));
        var service = new ServiceStart(
                CommandService.CONFIG_NAME,
                0,
                CommandService.class,
                List.of(SampleConfiguration.class),
                List.of(new Handed<>(Progress.class, progress)));
        return service.run(settings, Map.of());
    }

    @Override
    public void close() {
        context.close();
    }
}
