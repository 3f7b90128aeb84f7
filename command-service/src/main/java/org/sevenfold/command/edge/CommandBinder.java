package org.sevenfold.command.edge;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sevenfold.command.change.Change;
import org.sevenfold.command.change.ForTheDirectory;
import org.sevenfold.command.change.NewId;
import org.sevenfold.platform.problem.Code;
import org.sevenfold.platform.problem.Refusal;
import org.sevenfold.platform.problem.Violation;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Fills a command's record from a request body. Everything that is wrong with the body is said at once, each at its
 * place: unknown fields, missing ones, wrong kinds, references that lead nowhere, text that identifies somebody.
 */
@Component
final class CommandBinder {

    private static final int TEXT_CHARACTERS = 500;
    private static final int MOST_ELEMENTS = 100;
    // Control and format characters (direction marks, joiners) and halves of pairs: nobody types them into a form.
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}]");

    private final References references;
    private final Screening screening;

    CommandBinder(References references, Screening screening) {
        this.references = references;
        this.screening = screening;
    }

    /** The command; throws one refusal with all violations where the body is not one. */
    Change bind(CommandDeclaration declaration, JsonNode body) {
        var violations = new ArrayList<Violation>();
        Object command = record(declaration.type(), body, "", violations);
        if (command == null || !violations.isEmpty()) {
            throw refusal(violations);
        }
        return (Change) command;
    }

    private @Nullable Object record(Class<?> type, JsonNode node, String at, List<Violation> violations) {
        if (!node.isObject()) {
            violations.add(new Violation(at, "not-an-object", "An object with fields is expected here."));
            return null;
        }
        int before = violations.size();
        RecordComponent[] components = type.getRecordComponents();
        List<String> names =
                Arrays.stream(components).map(RecordComponent::getName).toList();
        for (String name : node.propertyNames()) {
            if (!names.contains(name)) {
                violations.add(
                        new Violation(at + "/" + pointer(name), "unknown-field", "There is no such field.", names));
            }
        }
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            values[i] = component(components[i], node.get(components[i].getName()), at, violations);
        }
        return violations.size() > before ? null : construct(type, values, at, violations);
    }

    private @Nullable Object component(
            RecordComponent component, @Nullable JsonNode node, String at, List<Violation> violations) {
        String pointer = at + "/" + component.getName();
        if (node == null || node.isNull()) {
            if (component.isAnnotationPresent(NewId.class)) {
                return references.newId(component.getType());
            }
            if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                violations.add(new Violation(pointer, "missing", "This is needed."));
            }
            return null;
        }
        if (component.isAnnotationPresent(NewId.class)) {
            return newId(component.getType(), node, pointer, violations);
        }
        Object value = component.getType() == List.class
                ? list(component, node, pointer, violations)
                : value(component.getType(), node, pointer, violations);
        if (value instanceof String text && !component.isAnnotationPresent(ForTheDirectory.class)) {
            screening.screen(text, pointer).ifPresent(violations::add);
        }
        return value;
    }

    private @Nullable Object newId(Class<?> type, JsonNode node, String at, List<Violation> violations) {
        Optional<Object> id = node.isString() ? references.givenId(type, node.stringValue()) : Optional.empty();
        if (id.isEmpty()) {
            violations.add(new Violation(at, "not-an-id", "An id of your own must be a UUID of version 7."));
        }
        return id.orElse(null);
    }

    private @Nullable Object value(Class<?> type, JsonNode node, String at, List<Violation> violations) {
        if (references.knows(type)) {
            return reference(type, node, at, violations);
        }
        if (type == String.class) {
            return text(node, at, violations);
        }
        if (type == LocalDate.class) {
            return Days.day(node, at, violations);
        }
        if (type == YearMonth.class) {
            return Days.month(node, at, violations);
        }
        if (type == boolean.class || type == Boolean.class) {
            return expected(
                    node.isBoolean(), node::booleanValue, at, "Either true or false is expected here.", violations);
        }
        if (type == int.class || type == Integer.class) {
            boolean whole = node.isIntegralNumber() && node.canConvertToInt();
            return expected(whole, node::intValue, at, "A whole number is expected here.", violations);
        }
        if (type == long.class || type == Long.class) {
            boolean whole = node.isIntegralNumber() && node.canConvertToLong();
            return expected(whole, node::longValue, at, "A whole number is expected here.", violations);
        }
        if (type == BigDecimal.class) {
            boolean sensible = node.isNumber()
                    && node.decimalValue().precision() <= 18
                    && Math.abs(node.decimalValue().scale()) <= 18;
            return expected(sensible, node::decimalValue, at, "A number is expected here.", violations);
        }
        if (type.isEnum()) {
            return constant(type, node, at, violations);
        }
        if (type.isRecord() && type.getRecordComponents().length == 1) {
            Object only = value(type.getRecordComponents()[0].getType(), node, at, violations);
            return only == null ? null : construct(type, new Object[] {only}, at, violations);
        }
        if (type.isRecord()) {
            return record(type, node, at, violations);
        }
        throw new IllegalStateException("a command cannot have a field of " + type);
    }

    private static @Nullable Object expected(
            boolean good,
            java.util.function.Supplier<Object> value,
            String at,
            String otherwise,
            List<Violation> violations) {
        if (good) {
            return value.get();
        }
        violations.add(new Violation(at, "wrong-kind", otherwise));
        return null;
    }

    private @Nullable Object reference(Class<?> type, JsonNode node, String at, List<Violation> violations) {
        String text = node.isString() ? text(node, at, violations) : null;
        if (text == null) {
            if (!node.isString()) {
                violations.add(new Violation(at, "wrong-kind", "A reference or an id is expected here, as text."));
            }
            return null;
        }
        References.Found found = references.find(type, text);
        if (found.value().isEmpty()) {
            violations.add(new Violation(
                    at,
                    "unknown-reference",
                    "There is no " + found.noun() + " of this reference or id.",
                    found.candidates()));
        }
        return found.value().orElse(null);
    }

    private static @Nullable String text(JsonNode node, String at, List<Violation> violations) {
        if (!node.isString()) {
            violations.add(new Violation(at, "wrong-kind", "Text is expected here."));
            return null;
        }
        String text = node.stringValue();
        if (text.isBlank()) {
            violations.add(new Violation(at, "empty", "This must not be empty."));
        } else if (text.length() > TEXT_CHARACTERS) {
            violations.add(
                    new Violation(at, "too-long", "This must not be longer than " + TEXT_CHARACTERS + " characters."));
        } else if (UNPRINTABLE.matcher(text).find()) {
            violations.add(new Violation(at, "unprintable", "This holds characters that cannot be printed."));
        } else {
            return text.strip();
        }
        return null;
    }

    private @Nullable List<Object> list(
            RecordComponent component, JsonNode node, String at, List<Violation> violations) {
        if (!node.isArray() || node.size() > MOST_ELEMENTS) {
            violations.add(new Violation(
                    at, "wrong-kind", "A list of at most " + MOST_ELEMENTS + " elements is expected here."));
            return null;
        }
        Class<?> element = elementOf(component);
        int before = violations.size();
        var elements = new ArrayList<Object>();
        for (int i = 0; i < node.size(); i++) {
            Object value = value(element, node.get(i), at + "/" + i, violations);
            if (value instanceof String text) {
                screening.screen(text, at + "/" + i).ifPresent(violations::add);
            }
            if (value != null) {
                elements.add(value);
            }
        }
        return violations.size() > before ? null : elements;
    }

    /** What a list is a list of. */
    static Class<?> elementOf(RecordComponent component) {
        return (Class<?>) ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
    }

    private static @Nullable Object constant(Class<?> type, JsonNode node, String at, List<Violation> violations) {
        List<String> names = Arrays.stream(type.getEnumConstants())
                .map(constant -> ((Enum<?>) constant).name())
                .toList();
        String text = node.isString() ? node.stringValue() : "";
        int index = names.indexOf(text);
        if (index < 0) {
            violations.add(new Violation(at, "unknown-value", "This must be one of the values listed.", names));
            return null;
        }
        return type.getEnumConstants()[index];
    }

    private static @Nullable Object construct(
            Class<?> type, @Nullable Object[] values, String at, List<Violation> violations) {
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException why && why.getMessage() != null) {
                violations.add(new Violation(at, "not-allowed", why.getMessage()));
                return null;
            }
            throw new IllegalStateException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String pointer(String name) {
        String plain =
                UNPRINTABLE.matcher(name).replaceAll("?").replace("~", "~0").replace("/", "~1");
        return plain.length() > 60 ? plain.substring(0, 60) : plain;
    }

    private static Refusal refusal(List<Violation> violations) {
        boolean identifies = violations.stream().anyMatch(violation -> Screening.CODE.equals(violation.code()));
        if (identifies) {
            return Refusal.because(
                            Code.IDENTIFIABLE_CONTENT,
                            "This text would identify somebody.",
                            "Names, dates of birth, numbers and addresses of people do not belong into the record.")
                    .remedy("Say it without naming or describing anybody; use counts and themes.")
                    .violations(violations);
        }
        return Refusal.because(
                        Code.VALIDATION,
                        "This is not complete or not correct yet.",
                        violations.size() == 1
                                ? "One part of it needs another look."
                                : violations.size() + " parts of it need another look.")
                .remedy("Mend the parts listed and send it again.")
                .violations(violations);
    }
}
