package org.sevenfold.query.edge;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.sevenfold.platform.problem.Code;
import org.sevenfold.query.question.Described;
import org.sevenfold.query.question.Readings;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The API description, made from the readings themselves, so that neither can say what the other does not. */
@Configuration
class OpenApi {

    private static final String PROBLEM = "application/problem+json";
    private static final List<Code> REFUSALS = List.of(
            Code.VALIDATION,
            Code.NOT_AUTHENTICATED,
            Code.ROLE_NOT_PERMITTED,
            Code.NOT_FOUND,
            Code.NOT_ACCEPTABLE,
            Code.FUTURE_KNOWN_AT,
            Code.PROJECTION_LAGGING,
            Code.UNAVAILABLE);

    @Bean
    OpenAPI description() {
        return new OpenAPI()
                .info(new Info()
                        .title("Sevenfold: what is known")
                        .version("1")
                        .license(new License().name("Apache-2.0"))
                        .description("Every question takes a day and what was known by when, and every answer names the"
                                + " position of the log that it stands on. An answer about a past position never"
                                + " changes."))
                .addSecurityItem(new SecurityRequirement().addList("token"))
                .components(new Components()
                        .addSecuritySchemes(
                                "token",
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .bearerFormat("JWT"))
                        .addSchemas("Problem", problem()));
    }

    @Bean
    OpenApiCustomizer questionsDescribed(Readings readings) {
        return api -> {
            readings.all()
                    .forEach(described -> api.path(described.address(), new PathItem().get(operation(described))));
            api.getPaths().values().stream()
                    .flatMap(path -> path.readOperations().stream())
                    .forEach(OpenApi::addRefusals);
        };
    }

    private static Operation operation(Described described) {
        var operation = new Operation()
                .operationId(described.name())
                .addTagsItem(described.path().contains("/audit/") ? "Audit" : "Programme")
                .summary(described.title())
                .description(described.description() + " " + who(described.readers()))
                .responses(new ApiResponses()
                        .addApiResponse("200", answer(described))
                        .addApiResponse(
                                "304", new ApiResponse().description("What you have under that ETag is still right.")));
        parameters(described).forEach(operation::addParametersItem);
        return operation;
    }

    private static List<Parameter> parameters(Described described) {
        var parameters = new ArrayList<Parameter>();
        for (Described.Parameter declared : described.parameters()) {
            boolean inPath = described.address().contains("{" + declared.name() + "}");
            parameters.add(text(declared.name(), declared.description(), declared.example())
                    .in(inPath ? "path" : "query")
                    .required(declared.required()));
        }
        parameters.add(query("effectiveOn", "The day asked about; today in London if left out.", "2026-05-03"));
        parameters.add(query(
                "knownAt",
                "Using what was recorded by then: a day's end in London, a moment, or @ and a position of the log;"
                        + " everything recorded so far if left out.",
                "@1200"));
        parameters.add(
                query("minPosition", "Waits up to two seconds until what is known reaches this position.", "1200"));
        parameters.add(query("format", "json or csv; what Accept says if left out.", "csv"));
        parameters.add(text(
                        RequestedQuestion.PURPOSE,
                        "What the answer is wanted for: a reference, no sentence. Kept with the access where the answer"
                                + " names somebody.",
                        "internal-audit-2026-14")
                .in("header"));
        if (described.paged()) {
            parameters.add(query("limit", "At most so many rows, 1 to 500; 50 if left out.", "50"));
            parameters.add(
                    query("cursor", "From the link to the next page, as it is.", "MjAyNi0wNS0wMwoxMjAwCkNJTi0wNA"));
        }
        return parameters;
    }

    private static ApiResponse answer(Described described) {
        var example = new Schema<>().type("object").types(java.util.Set.of("object"));
        return new ApiResponse()
                .description(described.title())
                .addHeaderObject("Basis-Position", header("The position of the log that the answer stands on."))
                .addHeaderObject("Basis-Root", header("The root of the log's tree at that position."))
                .addHeaderObject("ETag", header("Changes exactly when the answer does."))
                .addHeaderObject("Link", header("The next page, where there is one."))
                .content(new Content()
                        .addMediaType("application/json", new MediaType().schema(example))
                        .addMediaType("text/csv", new MediaType().schema(string())));
    }

    private static void addRefusals(Operation operation) {
        REFUSALS.stream()
                .collect(Collectors.groupingBy(Code::status))
                .forEach((status, codes) -> operation
                        .getResponses()
                        .addApiResponse(
                                status.toString(),
                                new ApiResponse()
                                        .description(
                                                codes.stream().map(Code::text).collect(Collectors.joining(", ")))
                                        .content(new Content()
                                                .addMediaType(
                                                        PROBLEM,
                                                        new MediaType()
                                                                .schema(new Schema<>()
                                                                        .$ref("#/components/schemas/Problem"))))));
    }

    private static Schema<?> problem() {
        Schema<Object> problem = new Schema<>();
        problem.types(java.util.Set.of("object")).description("Why something was refused (RFC 9457), in sentences.");
        for (String member : List.of("type", "title", "detail", "remedy", "instance", "correlationId")) {
            problem.addProperty(member, string());
        }
        Schema<String> code = string();
        Arrays.stream(Code.values()).map(Code::text).forEach(code::addEnumItemObject);
        problem.addProperty("code", code);
        problem.addProperty("status", new Schema<Integer>().types(java.util.Set.of("integer")));
        return problem;
    }

    private static Header header(String description) {
        return new Header().description(description).schema(string());
    }

    private static Parameter query(String name, String description, String example) {
        return text(name, description, example).in("query");
    }

    private static Parameter text(String name, String description, String example) {
        return new Parameter()
                .name(name)
                .description(description)
                .schema(string())
                .example(example);
    }

    private static Schema<String> string() {
        Schema<String> schema = new Schema<>();
        schema.types(java.util.Set.of("string"));
        return schema;
    }

    private static String who(Described.Readers readers) {
        return switch (readers) {
            case EVERYONE -> "Open to every role.";
            case ALL_BUT_READERS -> "Open to every role but readers.";
            case AUDITORS -> "Open to auditors.";
        };
    }
}
