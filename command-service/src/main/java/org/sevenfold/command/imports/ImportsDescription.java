package org.sevenfold.command.imports;

import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.sevenfold.command.edge.CommandsDescription;
import org.sevenfold.command.edge.Importable;
import org.sevenfold.platform.problem.Code;
import org.springframework.stereotype.Component;

/** Imports as OpenAPI describes them: one operation for each command that may come as rows, and those of jobs. */
@Component
final class ImportsDescription implements CommandsDescription.AlsoDescribed {

    private static final String TAG = "Imports";
    private static final String JOB = "/api/v1/imports/jobs/{id}";
    private static final List<Code> ANY = List.of(Code.VALIDATION, Code.NOT_AUTHENTICATED, Code.UNAVAILABLE);

    @Override
    public void describe(OpenAPI api) {
        api.getComponents().addSchemas("Import", job());
        api.getComponents().addSchemas("ImportRows", row());
        add(api, "/api/v1/imports", "imports", "Every command that may come as the rows of a file.", json(null));
        for (Importable command : Importable.all()) {
            api.getPaths()
                    .addPathItem(
                            Importable.PATH + command.name(),
                            new PathItem().get(template(command)).post(importing(command)));
        }
        add(api, "/api/v1/imports/jobs", "import-jobs", "What you imported, the newest first.", json(null))
                .addParametersItem(query("after", "The import behind which the page begins.", new StringSchema()))
                .addParametersItem(query("limit", "How many, 1 to 1000.", new IntegerSchema()));
        add(api, JOB, "import-job", "How an import goes, or went.", json("Import"));
        add(api, JOB + "/rows", "import-rows", "What became of each row.", rows())
                .addParametersItem(query("after", "The row behind which the page begins.", new IntegerSchema()))
                .addParametersItem(query("limit", "How many, 1 to 1000.", new IntegerSchema()))
                .addParametersItem(query("outcome", "Only rows of this outcome.", outcome()))
                .addParametersItem(query("format", "Either json or csv.", new StringSchema()));
        String refused = "The refused rows as they were sent, each with why; mend it and send it again.";
        for (SentFile.Format format : SentFile.Format.values()) {
            add(api, JOB + "/refused." + format.text(), "refused-" + format.text(), refused, file(format.mediaType()));
        }
    }

    private static Operation importing(Importable command) {
        return new Operation()
                .operationId("import-" + command.name())
                .addTagsItem(TAG)
                .summary("From a file: " + command.summary())
                .description("May be sent by: " + command.allowed()
                        + ". At most %d megabytes and %,d rows, each decided"
                                .formatted(SentFile.MOST_MEGABYTES, SentFile.MOST_ROWS)
                        + " like a single command. The same row sent again is not done twice.")
                .addParametersItem(
                        query("dryRun", "Decide each row by itself, but store nothing.", new BooleanSchema()))
                .requestBody(new RequestBody()
                        .required(true)
                        .content(new Content()
                                .addMediaType(SentFile.Format.CSV.mediaType(), csv(command))
                                .addMediaType(SentFile.Format.NDJSON.mediaType(), ndjson(command))))
                .responses(refusals(
                                Code.COLUMN_UNKNOWN,
                                Code.ROLE_NOT_PERMITTED,
                                Code.NOT_FOUND,
                                Code.TOO_LARGE,
                                Code.UNSUPPORTED_MEDIA_TYPE,
                                Code.RATE_LIMITED)
                        .addApiResponse(
                                "202",
                                json("Import")
                                        .description("Taken; done already where it took less than two seconds.")
                                        .addHeaderObject(
                                                "Location",
                                                new Header()
                                                        .description("The import.")
                                                        .schema(new StringSchema()))));
    }

    private static Operation template(Importable command) {
        return new Operation()
                .operationId("template-" + command.name())
                .addTagsItem(TAG)
                .summary("The columns of a file, and an example.")
                .responses(refusals(Code.NOT_FOUND).addApiResponse("200", file(SentFile.Format.CSV.mediaType())));
    }

    private static Operation add(OpenAPI api, String path, String id, String summary, ApiResponse answer) {
        var operation = new Operation().operationId(id).addTagsItem(TAG).summary(summary);
        var more = path.contains("{id}") ? new Code[] {Code.NOT_FOUND} : new Code[0];
        if (path.contains("{id}")) {
            operation.addParametersItem(
                    new Parameter().in("path").name("id").required(true).schema(new StringSchema().format("uuid")));
        }
        operation.responses(refusals(more).addApiResponse("200", answer));
        api.getPaths().addPathItem(path, new PathItem().get(operation));
        return operation;
    }

    private static ApiResponses refusals(Code... more) {
        var codes = new ArrayList<>(ANY);
        codes.addAll(List.of(more));
        var responses = new ApiResponses();
        codes.stream()
                .collect(Collectors.groupingBy(
                        Code::status, TreeMap::new, Collectors.mapping(Code::text, Collectors.joining(", "))))
                .forEach((status, texts) ->
                        responses.addApiResponse(status.toString(), CommandsDescription.refused(texts)));
        return responses;
    }

    private static MediaType csv(Importable command) {
        String template = new String(Written.template(command), StandardCharsets.UTF_8);
        return new MediaType()
                .schema(new StringSchema())
                .addExamples("example", new Example().value(template.substring(1)));
    }

    private static MediaType ndjson(Importable command) {
        return new MediaType()
                .schema(new StringSchema())
                .addExamples("example", new Example().value(command.example().toString()));
    }

    private static ApiResponse json(@org.jspecify.annotations.Nullable String schema) {
        Schema<?> of = schema == null ? object(Map.of()) : new Schema<>().$ref("#/components/schemas/" + schema);
        return new ApiResponse()
                .description("The answer.")
                .content(new Content().addMediaType("application/json", new MediaType().schema(of)));
    }

    private static ApiResponse rows() {
        ApiResponse answer = json("ImportRows");
        answer.getContent().addMediaType(SentFile.Format.CSV.mediaType(), new MediaType().schema(new StringSchema()));
        return answer.addHeaderObject(
                "Link", new Header().description("The next page.").schema(new StringSchema()));
    }

    private static ApiResponse file(String mediaType) {
        return new ApiResponse()
                .description("The file.")
                .content(new Content().addMediaType(mediaType, new MediaType().schema(new StringSchema())));
    }

    private static Parameter query(String name, String description, Schema<?> schema) {
        return new Parameter().in("query").name(name).description(description).schema(schema);
    }

    private static Schema<?> outcome() {
        var schema = new StringSchema();
        Arrays.stream(RowResult.Outcome.values()).map(RowResult.Outcome::text).forEach(schema::addEnumItem);
        return schema;
    }

    private static Schema<?> job() {
        var members = new LinkedHashMap<String, Object>();
        for (String text : List.of("id", "command", "state", "receivedAt", "finishedAt", "note", "rowsErasedAt")) {
            members.put(text, Map.of("type", "string"));
        }
        members.put("state", Map.of("type", "string", "enum", List.of("waiting", "running", "done", "expired")));
        members.put("dryRun", Map.of("type", "boolean"));
        for (String number :
                List.of("rows", "handled", "percent", "accepted", "alreadyIn", "refused", "wouldBeAccepted")) {
            members.put(number, Map.of("type", "integer"));
        }
        members.put("links", Map.of("type", "object"));
        return object(members);
    }

    private static Schema<?> row() {
        var members = new LinkedHashMap<String, Object>();
        members.put("row", Map.of("type", "integer"));
        for (String text : List.of("outcome", "streamId", "code", "title", "detail", "remedy")) {
            members.put(text, Map.of("type", "string"));
        }
        members.put("position", Map.of("type", "integer"));
        members.put("violations", Map.of("type", "array", "items", Map.of("type", "object")));
        var rows = Map.of("type", "array", "items", Map.of("type", "object", "properties", members));
        return object(Map.of("rows", rows));
    }

    private static Schema<?> object(Map<String, ?> members) {
        return Json31.mapper().convertValue(Map.of("type", "object", "properties", members), Schema.class);
    }
}
