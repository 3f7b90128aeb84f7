package org.sevenfold.allinone.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sevenfold.allinone.people.DemoPeople;
import org.sevenfold.allinone.people.DemoPerson;
import org.sevenfold.allinone.sample.SampleConfiguration;
import org.sevenfold.allinone.services.ServiceStart;
import org.sevenfold.command.CommandService;
import org.sevenfold.events.Role;
import org.sevenfold.platform.testing.PostgresForTests;
import org.sevenfold.platform.testing.TestIssuer;
import org.sevenfold.query.QueryService;
import org.springframework.context.ConfigurableApplicationContext;

/** Both services over the sample, on free ports and a database of their own, with the programme manager as visitor. */
final class Product implements AutoCloseable {

    static final LocalDate START = LocalDate.of(2007, 4, 1);

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ConfigurableApplicationContext commands;
    private final ConfigurableApplicationContext queries;

    private Product(ConfigurableApplicationContext commands, ConfigurableApplicationContext queries) {
        this.commands = commands;
        this.queries = queries;
    }

    /** Returns when the sample is loaded and the pages can be opened. */
    static Product start() {
        var settings = new HashMap<String, String>();
        PostgresForTests.freshDatabase()
                .springProperties()
                .forEach((name, value) -> settings.put(name, value.toString()));
        settings.put("SEVENFOLD_ISSUER", TestIssuer.url());
        settings.put(SampleConfiguration.START, START.toString());
        var commands = new ServiceStart(
                        CommandService.CONFIG_NAME,
                        0,
                        CommandService.class,
                        List.of(SampleConfiguration.class),
                        List.of())
                .run(settings, Map.of());
        DemoPerson visitor = DemoPeople.ofTheSample().holding(Role.PROGRAMME_MANAGER.text());
        settings.put("SEVENFOLD_COMMAND_URL", address(commands));
        settings.put("sevenfold.visitor.person-id", visitor.personId().toString());
        settings.put("sevenfold.visitor.roles", Role.PROGRAMME_MANAGER.text());
        var queries = new ServiceStart(QueryService.CONFIG_NAME, 0, QueryService.class, List.of(), List.of())
                .run(settings, Map.of());
        var product = new Product(commands, queries);
        product.awaitPages();
        return product;
    }

    /** The boards take a moment to come up to what the sample has just recorded. */
    private void awaitPages() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (status() != 200) {
            assertThat(System.nanoTime())
                    .as("the pages come up within %s", PATIENCE)
                    .isLessThan(deadline);
        }
    }

    private int status() {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(address())).build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Where people open it. */
    String address() {
        return address(queries);
    }

    private static String address(ConfigurableApplicationContext context) {
        return "http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port");
    }

    @Override
    public void close() {
        queries.close();
        commands.close();
    }
}
