package org.sevenfold.command.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sevenfold.command.change.Allowed;
import org.sevenfold.command.change.Change;
import org.sevenfold.command.change.Decider;
import org.sevenfold.command.change.Declared;
import org.sevenfold.command.change.ForTheDirectory;
import org.sevenfold.command.change.NewId;
import org.sevenfold.command.change.Says;
import org.sevenfold.events.Role;
import org.sevenfold.events.StoredStream;
import org.sevenfold.events.catalogue.EventCatalogue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CommandCatalogueTest {

    private static final Path MATRIX = Path.of("src/test/resources/role-matrix.txt");
    private static final String ACCEPT = "roles.accept";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static List<CommandDeclaration> commands() {
        return CommandCatalogue.all();
    }

    @Test
    void every_command_there_is_stands_in_the_catalogue() {
        var records = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.sevenfold.command").stream()
                        .filter(type -> type.isAssignableTo(Change.class) && type.isRecord())
                        .map(JavaClass::getName)
                        .toList();
        assertThat(commands())
                .extracting(command -> command.type().getName())
                .containsExactlyInAnyOrderElementsOf(records);
    }

    @Test
    void every_stream_of_events_has_a_command_side() {
        assertThat(Streams.ALL)
                .<StoredStream>extracting(Decider::stream)
                .containsExactlyInAnyOrderElementsOf(EventCatalogue.STREAMS);
        assertThat(Streams.ALL).allSatisfy(decider -> {
            String room = decider.stream().base().getPackageName().replace(".events.", ".command.");
            assertThat(decider.commands().getName())
                    .isEqualTo(room + "." + decider.stream().type() + "Command");
            assertThat(decider.commands().isSealed()).isTrue();
        });
    }

    @ParameterizedTest
    @MethodSource("commands")
    void a_command_is_declared_in_a_sentence_and_for_somebody(CommandDeclaration command) {
        assertThat(command.type().isAnnotationPresent(Declared.class)).isTrue();
        assertThat(command.name()).matches("[a-z]+(-[a-z]+)+");
        assertThat(command.summary()).matches("[A-Z][^.]*\\.");
        assertThat(command.allowed()).isNotEmpty();
        assertThat(command.allowed()).extracting(Allowed::role).doesNotHaveDuplicates();
        assertThat(command.allowed())
                .extracting(Allowed::role)
                .as("who audits, reads or operates does not write")
                .doesNotContainAnyElementsOf(EnumSet.of(Role.AUDITOR, Role.READER));
        if (!command.name().equals("grant-role")) {
            assertThat(command.allowed())
                    .extracting(Allowed::role)
                    .as("who operates grants the first roles and nothing else")
                    .doesNotContain(Role.OPERATOR);
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void what_can_be_proposed_names_nobody_and_is_decided_by_somebody_else(CommandDeclaration command) {
        if (!command.proposed().isEmpty()) {
            assertThat(command.type().getRecordComponents())
                    .as("a proposal is kept in the log, where no name goes")
                    .noneMatch(component -> component.isAnnotationPresent(ForTheDirectory.class));
            assertThat(command.allowed())
                    .extracting(Allowed::role)
                    .doesNotContainAnyElementsOf(
                            command.proposed().stream().map(Allowed::role).toList());
        }
    }

    @Test
    void who_may_send_what_is_what_was_approved() throws IOException {
        String now = commands().stream()
                .map(command -> command.streamType() + " " + command.name() + ": " + allowed(command) + "\n")
                .collect(Collectors.joining());
        if (Boolean.getBoolean(ACCEPT)) {
            Files.writeString(MATRIX, now);
        }
        assertThat(Files.readString(MATRIX))
                .as(
                        "If these are to be allowed to, accept it with ./mvnw -pl command-service -am test"
                                + " -Dtest=CommandCatalogueTest -D%s=true -Dsurefire.failIfNoSpecifiedTests=false",
                        ACCEPT)
                .isEqualTo(now);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void every_field_says_what_it_means(CommandDeclaration command) {
        for (RecordComponent component : command.type().getRecordComponents()) {
            Says says = component.getAnnotation(Says.class);
            if (component.isAnnotationPresent(NewId.class)) {
                assertThat(says)
                        .as("%s: an id of one's own is explained once for all", component)
                        .isNull();
            } else {
                assertThat(says).as("%s says nothing", component).isNotNull();
                assertThat(says.value()).as(component.toString()).matches("[A-Z].*\\.");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void its_example_could_be_sent(CommandDeclaration command) {
        assertThat(faults(JSON.readTree(command.example()), CommandSchemas.schema(command.type()), ""))
                .isEmpty();
    }

    @Test
    void an_example_that_could_not_be_sent_would_be_noticed() {
        var establish = CommandCatalogue.named("establish-unit").getFirst();
        String example = """
            {"reference": 4, "name": "Unit", "kind": "HOUSE", "serviceArea": "Child in Need", "from": "soon", "x": 1}\
            """;
        assertThat(faults(JSON.readTree(example), CommandSchemas.schema(establish.type()), ""))
                .containsExactlyInAnyOrder("/reference", "/kind", "/from", "/x");
        assertThat(faults(JSON.readTree("{}"), CommandSchemas.schema(establish.type()), ""))
                .contains("/reference", "/from")
                .doesNotContain("/group", "/unit");
    }

    private static String allowed(CommandDeclaration command) {
        return words(command.allowed())
                + (command.proposed().isEmpty() ? "" : "; proposed by " + words(command.proposed()));
    }

    private static String words(List<Allowed> lines) {
        return lines.stream()
                .map(a -> a.role().text()
                        + switch (a.scope()) {
                            case ANYWHERE -> "";
                            case OWN_GROUP -> " own-group";
                            case OWN_UNIT -> " own-unit";
                            case OWN_RECORDS -> " own-records";
                            case OWN_RECENT_RECORDS -> " own-recent-records";
                        })
                .collect(Collectors.joining(", "));
    }

    /** Where a value does not match its JSON Schema, as pointers. */
    @SuppressWarnings("unchecked")
    private static List<String> faults(JsonNode value, Map<String, Object> schema, String at) {
        boolean fits = switch (String.valueOf(schema.get("type"))) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isString();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            default -> false;
        };
        if (!fits
                || schema.get("enum") instanceof List<?> names && !names.contains(value.stringValue())
                || "date".equals(schema.get("format")) && !isDay(value.stringValue())) {
            return List.of(at);
        }
        if (!value.isObject()) {
            return List.of();
        }
        var properties = (Map<String, Map<String, Object>>) schema.getOrDefault("properties", Map.of());
        var required = (List<String>) schema.getOrDefault("required", List.of());
        return Stream.of(
                        required.stream().filter(name -> !value.has(name)).map(name -> at + "/" + name),
                        value.propertyNames().stream()
                                .filter(name -> !properties.containsKey(name))
                                .map(name -> at + "/" + name),
                        properties.entrySet().stream()
                                .filter(property -> value.has(property.getKey()))
                                .flatMap(property -> faults(
                                        value.path(property.getKey()),
                                        property.getValue(),
                                        at + "/" + property.getKey())
                                        .stream()))
                .flatMap(faults -> faults)
                .toList();
    }

    private static boolean isDay(String text) {
        try {
            return LocalDate.parse(text).toString().equals(text);
        } catch (java.time.format.DateTimeParseException e) {
            return false;
        }
    }
}
