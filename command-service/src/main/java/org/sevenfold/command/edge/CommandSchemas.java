package org.sevenfold.command.edge;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sevenfold.command.change.Allowed;
import org.sevenfold.command.change.NewId;
import org.sevenfold.command.change.Says;
import tools.jackson.databind.json.JsonMapper;

/** A declaration as others read it: JSON Schema of the body, example, and who may send it. */
final class CommandSchemas {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private CommandSchemas() {}

    /** The catalogue's entry of a command. */
    static Map<String, Object> entry(CommandDeclaration command) {
        var entry = new LinkedHashMap<String, Object>();
        entry.put("name", command.name());
        entry.put("summary", command.summary());
        entry.put("stream", command.streamType());
        entry.put("path", "/api/v1/commands/" + command.name());
        if (Importable.may(command)) {
            entry.put("importPath", Importable.PATH + command.name());
        }
        entry.put(
                "allowed",
                command.allowed().stream().map(CommandSchemas::allowed).toList());
        entry.put(
                "proposed",
                command.proposed().stream().map(CommandSchemas::allowed).toList());
        entry.put("schema", schema(command.type()));
        entry.put("example", example(command));
        return entry;
    }

    static Object example(CommandDeclaration command) {
        return JSON.readValue(command.example(), Object.class);
    }

    /** JSON Schema, draft 2020-12, of a record. */
    static Map<String, Object> schema(Class<?> type) {
        var properties = new LinkedHashMap<String, Object>();
        var required = new ArrayList<String>();
        for (RecordComponent component : type.getRecordComponents()) {
            properties.put(component.getName(), property(component));
            if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                    && !component.isAnnotationPresent(NewId.class)) {
                required.add(component.getName());
            }
        }
        var schema = new LinkedHashMap<String, Object>();
        schema.put("type", "object");
        schema.put("properties", properties);
        schema.put("required", required);
        schema.put("additionalProperties", false);
        return schema;
    }

    private static Map<String, Object> property(RecordComponent component) {
        var property = new LinkedHashMap<>(
                component.getType() == List.class
                        ? Map.of("type", "array", "items", kind(CommandBinder.elementOf(component)))
                        : kind(component.getType()));
        Says says = component.getAnnotation(Says.class);
        if (component.isAnnotationPresent(NewId.class)) {
            property.put("format", "uuid");
            property.put("description", "An id of your own, a UUID of version 7; left out, one is made.");
        } else if (says != null) {
            property.put("description", says.value());
        }
        return property;
    }

    private static Map<String, Object> kind(Class<?> type) {
        if (type == LocalDate.class) {
            return Map.of("type", "string", "format", "date");
        }
        if (type == YearMonth.class) {
            return Map.of("type", "string", "pattern", "^\\d{4}-\\d{2}$");
        }
        if (type == boolean.class || type == Boolean.class) {
            return Map.of("type", "boolean");
        }
        if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
            return Map.of("type", "integer");
        }
        if (type == BigDecimal.class) {
            return Map.of("type", "number");
        }
        if (type.isEnum()) {
            List<String> names = Arrays.stream(type.getEnumConstants())
                    .map(constant -> ((Enum<?>) constant).name())
                    .toList();
            return Map.of("type", "string", "enum", names);
        }
        if (type.isRecord() && type.getRecordComponents().length == 1) {
            return kind(type.getRecordComponents()[0].getType());
        }
        if (type.isRecord() && !type.equals(org.sevenfold.command.change.FactRef.class)) {
            return schema(type);
        }
        return Map.of("type", "string");
    }

    private static Map<String, Object> allowed(Allowed allowed) {
        var line = new LinkedHashMap<String, Object>();
        line.put("role", allowed.role().text());
        line.put(
                "scope",
                allowed.scope().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
        return line;
    }
}
