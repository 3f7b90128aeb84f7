package org.sevenfold.query.board;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The canonical text of one type of value, and the value of a text. A record of one component is that component.
 *
 * @param type of the column that holds it
 */
record Cell(String type, Function<Object, String> toText, Function<String, Object> toValue) {

    static Cell of(Class<?> type) {
        if (type == String.class) {
            return new Cell("text", value -> (String) value, text -> text);
        } else if (type == UUID.class) {
            return new Cell("uuid", Object::toString, UUID::fromString);
        } else if (type == LocalDate.class) {
            return new Cell("date", Object::toString, LocalDate::parse);
        } else if (type == BigDecimal.class) {
            return new Cell(
                    "numeric",
                    value -> ((BigDecimal) value).stripTrailingZeros().toPlainString(),
                    text -> new BigDecimal(text).stripTrailingZeros());
        } else if (type == Integer.class || type == int.class) {
            return new Cell("integer", Object::toString, Integer::valueOf);
        } else if (type == Long.class || type == long.class) {
            return new Cell("bigint", Object::toString, Long::valueOf);
        } else if (type == Boolean.class || type == boolean.class) {
            return new Cell("boolean", Object::toString, Boolean::valueOf);
        } else if (type.isEnum()) {
            return ofEnum(type);
        } else if (type.isRecord() && type.getRecordComponents().length == 1) {
            return ofRecord(type);
        }
        throw new IllegalArgumentException("no canonical text for " + type);
    }

    /** Whether values of this type are ids: records of one UUID. */
    static boolean isId(Class<?> type) {
        return type.isRecord()
                && type.getRecordComponents().length == 1
                && type.getRecordComponents()[0].getType() == UUID.class;
    }

    String text(Object value) {
        return toText.apply(value);
    }

    Object value(String text) {
        return toValue.apply(text);
    }

    private static Cell ofEnum(Class<?> type) {
        return new Cell(
                "text",
                value -> ((Enum<?>) value).name(),
                text -> Arrays.stream(type.getEnumConstants())
                        .filter(constant -> ((Enum<?>) constant).name().equals(text))
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException(type + " has no " + text)));
    }

    private static Cell ofRecord(Class<?> type) {
        RecordComponent only = type.getRecordComponents()[0];
        only.getAccessor().setAccessible(true);
        Cell bare = of(only.getType());
        Constructor<?> constructor = canonical(type);
        return new Cell(
                bare.type, value -> bare.text(present(get(only, value))), text -> make(constructor, bare.value(text)));
    }

    static @Nullable Object get(RecordComponent component, Object record) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    static <T> Constructor<T> canonical(Class<T> record) {
        try {
            Constructor<T> constructor = record.getDeclaredConstructor(Arrays.stream(record.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    static <T> T make(Constructor<T> constructor, @Nullable Object... values) {
        try {
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object present(@Nullable Object value) {
        if (value == null) {
            throw new IllegalStateException("a value of one component is that component, so it cannot be absent");
        }
        return value;
    }
}
