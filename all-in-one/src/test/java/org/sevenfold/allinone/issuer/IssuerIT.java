package org.sevenfold.allinone.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sevenfold.allinone.people.DemoPeople;
import org.sevenfold.allinone.people.DemoPerson;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import tools.jackson.databind.json.JsonMapper;

/** A demo person fetches a token with the one password, and a service can trust what it says. */
class IssuerIT {

    private static final DemoPeople PEOPLE = DemoPeople.ofTheSample();
    private static final DemoPerson MANAGER = PEOPLE.holding("group-manager");

    @TempDir
    private static Path folder;

    private static int port;
    private static DemoIssuer issuer;

    @BeforeAll
    static void start() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        issuer = started();
    }

    @AfterAll
    static void stop() {
        issuer.close();
    }

    @Test
    void a_token_says_who_and_what_the_person_is() throws Exception {
        Jwt token = decoder().decode(token(MANAGER, "demo"));

        assertThat(token.getSubject()).isEqualTo(MANAGER.handle());
        assertThat(token.getClaimAsString("person_id"))
                .isEqualTo(MANAGER.personId().toString());
        assertThat(token.getClaimAsStringList("roles")).containsExactly("group-manager");
        assertThat(token.getAudience()).containsExactly("sevenfold");
        assertThat(token.getIssuer()).hasToString(url());
        assertThat(token.getHeaders()).containsEntry("alg", "RS256");
        assertThat(token.getId()).isNotBlank();
    }

    @Test
    void a_token_lasts_eight_hours() throws Exception {
        Jwt token = decoder().decode(token(MANAGER, "demo"));

        assertThat(Duration.between(token.getIssuedAt(), token.getExpiresAt())).isEqualTo(Duration.ofHours(8));
    }

    @Test
    void a_token_holds_no_name() throws Exception {
        String claims = new String(
                Base64.getUrlDecoder().decode(token(MANAGER, "demo").split("\\.")[1]), StandardCharsets.UTF_8);

        assertThat(claims).doesNotContain(MANAGER.name());
    }

    @Test
    void another_password_gets_none() throws Exception {
        HttpResponse<String> answer = ask(MANAGER.handle(), "guess");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).doesNotContain("access_token");
    }

    @Test
    void sevenfold_itself_has_a_secret_of_its_own() throws Exception {
        String token = new JsonMapper()
                .readTree(ask("sevenfold-system", "own").body())
                .get("access_token")
                .asString();

        assertThat(decoder().decode(token).getClaimAsStringList("roles")).containsExactly("system");
        assertThat(ask("sevenfold-system", "demo").statusCode()).isEqualTo(401);
        assertThat(ask(MANAGER.handle(), "own").statusCode()).isEqualTo(401);
    }

    @Test
    void a_stranger_gets_none() throws Exception {
        assertThat(ask("nobody", "demo").statusCode()).isEqualTo(401);
    }

    @Test
    void a_token_outlives_a_restart() throws Exception {
        String token = token(MANAGER, "demo");

        issuer.close();
        issuer = started();

        assertThat(decoder().decode(token).getSubject()).isEqualTo(MANAGER.handle());
    }

    private static DemoIssuer started() throws IOException {
        return DemoIssuer.start(
                port,
                PEOPLE,
                new DemoPassword("demo"),
                new OwnClient("sevenfold-system", "own"),
                folder.resolve("issuer-key.json"),
                Map.of());
    }

    /** As a service checks it, knowing no more than the issuer's name. */
    private static NimbusJwtDecoder decoder() {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withIssuerLocation(url()).build();
        decoder.setJwtValidator(JwtValidators.createDefaultWithIssuer(url()));
        return decoder;
    }

    private static String token(DemoPerson person, String password) throws IOException, InterruptedException {
        return new JsonMapper()
                .readTree(ask(person.handle(), password).body())
                .get("access_token")
                .asString();
    }

    private static HttpResponse<String> ask(String handle, String password) throws IOException, InterruptedException {
        String basic = Base64.getEncoder().encodeToString((handle + ":" + password).getBytes(StandardCharsets.UTF_8));
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(url() + "/oauth2/token"))
                            .header("Authorization", "Basic " + basic)
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                            .build(),
                    BodyHandlers.ofString());
        }
    }

    private static String url() {
        return "http://127.0.0.1:" + port;
    }
}
