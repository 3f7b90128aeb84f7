package org.sevenfold.command.edge;

import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.sevenfold.platform.problem.Code;
import org.sevenfold.platform.problem.Problem;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.stereotype.Component;

/** The commands as OpenAPI 3.1 describes them: one operation each, from its declaration, with example and errors. */
@Component
public final class CommandsDescription implements OpenApiCustomizer {

    private static final String PATH = "/api/v1/commands/";

    private final List<AlsoDescribed> others;

    CommandsDescription(List<AlsoDescribed> others) {
        this.others = others;
    }

    /** Another way in beside the commands' one endpoint, which describes its own addresses. */
    @FunctionalInterface
    public interface AlsoDescribed {

        /** Adds the addresses; each refers to the schemas {@code Problem} and {@code Accepted} by name. */
        void describe(OpenAPI api);
    }

    @Override
    public void customise(OpenAPI api) {
        api.info(new Info()
                .title("Sevenfold commands")
                .version("1")
                .description("Everything that can be changed. A field that refers to something takes its id or its"
                        + " everyday reference. Every refusal is a problem with a code, sentences and the next step."));
        Components components = api.getComponents() == null ? new Components() : api.getComponents();
        components.addSecuritySchemes(
                "token",
                new SecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .bearerFormat("JWT"));
        components.addSchemas("Problem", problem());
        components.addSchemas("Accepted", accepted());
        api.components(components).addSecurityItem(new SecurityRequirement().addList("token"));
        // The commands are sent to wherever this was read, which is the query-service's port.
        api.servers(List.of(new Server().url("/")));
        api.getPaths().clear();
        api.getPaths().addPathItem("/api/v1/commands", new PathItem().get(catalogue()));
        api.getPaths().addPathItem(PATH + "{name}", new PathItem().get(entry()));
        for (CommandDeclaration command : CommandCatalogue.all()) {
            api.getPaths().addPathItem(PATH + command.name(), new PathItem().post(operation(command)));
        }
        others.forEach(other -> other.describe(api));
    }

    private static Operation operation(CommandDeclaration command) {
        Schema<?> body = Json31.mapper().convertValue(CommandSchemas.schema(command.type()), Schema.class);
        return new Operation()
                .operationId(command.name())
                .addTagsItem(command.streamType())
                .summary(command.summary())
                .description("May be sent by: " + command.allowedWords() + "."
                        + (command.proposed().isEmpty() ? "" : " May be proposed by: " + command.proposedWords() + "."))
                .addParametersItem(header("Idempotency-Key", "A key of your own; sent twice, it is done once."))
                .addParametersItem(header("If-Match", "The version that you had read; refused if it has moved on."))
                .addParametersItem(new Parameter()
                        .in("query")
                        .name("dryRun")
                        .description("Decide, but store nothing.")
                        .schema(new BooleanSchema()))
                .requestBody(new RequestBody()
                        .required(true)
                        .content(new Content()
                                .addMediaType(
                                        "application/json",
                                        new MediaType()
                                                .schema(body)
                                                .addExamples(
                                                        "example",
                                                        new Example().value(CommandSchemas.example(command))))))
                .responses(responses());
    }

    private static Operation catalogue() {
        return new Operation()
                .operationId("commands")
                .addTagsItem("Catalogue")
                .summary("Every command there is.")
                .responses(new ApiResponses().addApiResponse("200", new ApiResponse().description("The catalogue.")));
    }

    private static Operation entry() {
        return new Operation()
                .operationId("command")
                .addTagsItem("Catalogue")
                .summary("One entry of the catalogue: schema, example, and who may send it.")
                .addParametersItem(
                        new Parameter().in("path").name("name").required(true).schema(new StringSchema()))
                .responses(new ApiResponses().addApiResponse("200", new ApiResponse().description("The entry.")));
    }

    private static ApiResponses responses() {
        var responses = new ApiResponses();
        var stored = new Content()
                .addMediaType(
                        "application/json",
                        new MediaType().schema(new Schema<>().$ref("#/components/schemas/Accepted")));
        responses.addApiResponse(
                "200",
                new ApiResponse()
                        .description("Stored in a stream that exists, or what a dry run would store.")
                        .content(stored)
                        .addHeaderObject(
                                "ETag", new Header().description("The version.").schema(new StringSchema())));
        responses.addApiResponse(
                "201",
                new ApiResponse().description("Stored; the stream begins.").content(stored));
        responses.addApiResponse(
                "202",
                new ApiResponse()
                        .description("Kept as a proposal, because the caller may only propose it; who may decides it.")
                        .content(stored));
        Map<Integer, String> codes = Arrays.stream(Code.values())
                .collect(Collectors.groupingBy(
                        Code::status, TreeMap::new, Collectors.mapping(Code::text, Collectors.joining(", "))));
        codes.forEach((status, names) -> responses.addApiResponse(String.valueOf(status), refused(names)));
        return responses;
    }

    /** A refusal with one of these codes. */
    public static ApiResponse refused(String codes) {
        return new ApiResponse()
                .description("Refused: " + codes + ".")
                .content(new Content()
                        .addMediaType(
                                Problem.MEDIA_TYPE,
                                new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem"))));
    }

    private static Parameter header(String name, String description) {
        return new Parameter().in("header").name(name).description(description).schema(new StringSchema());
    }

    private static Schema<?> problem() {
        return Json31.mapper()
                .convertValue(
                        Map.of(
                                "type",
                                "object",
                                "description",
                                "RFC 9457: title, what happened; detail, why; remedy, the next step.",
                                "required",
                                new String[] {"type", "title", "status", "detail", "code", "instance", "correlationId"},
                                "properties",
                                Map.of(
                                        "type", text("A stable URI that ends in the code."),
                                        "title", text("What happened."),
                                        "status", Map.of("type", "integer"),
                                        "detail", text("Why."),
                                        "remedy", text("What would get it accepted."),
                                        "code", text("The reason, for programs."),
                                        "violations", Map.of("type", "array", "items", Map.of("type", "object")),
                                        "instance", text("The address that was asked."),
                                        "correlationId", text("For whoever runs this."))),
                        Schema.class);
    }

    private static Schema<?> accepted() {
        return Json31.mapper()
                .convertValue(
                        Map.of(
                                "type",
                                "object",
                                "properties",
                                Map.of(
                                        "streamId", text("The stream that holds it."),
                                        "proposal", text("The proposal's reference, where it waits for a decision."),
                                        "version", Map.of("type", "integer"),
                                        "events", Map.of("type", "array", "items", Map.of("type", "object")),
                                        "position", Map.of("type", "integer"),
                                        "recordedAt", Map.of("type", "string", "format", "date-time"),
                                        "receipt", Map.of("type", "array", "items", Map.of("type", "object")))),
                        Schema.class);
    }

    private static Map<String, Object> text(String description) {
        return Map.of("type", "string", "description", description);
    }
}
