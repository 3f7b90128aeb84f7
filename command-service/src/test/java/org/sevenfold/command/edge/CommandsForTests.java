package org.sevenfold.command.edge;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sevenfold.command.governance.ProposalCommand.ProposeChange;
import org.sevenfold.events.Role;
import org.sevenfold.events.governance.ProposalEvent.WouldDo;
import org.sevenfold.events.governance.ProposalId;
import org.sevenfold.events.staff.PersonId;

/** A command of every kind, each with everything that it needs, and with everything that it can have where that fits. */
public final class CommandsForTests {

    private static final UUID ID = UUID.fromString("01936c6e-2000-7000-8000-000000000001");

    private CommandsForTests() {}

    public static Stream<Object> ofEveryKind() {
        Stream<Object> declared = CommandCatalogue.all().stream()
                .map(CommandDeclaration::type)
                .distinct()
                .flatMap(type -> Stream.of(sample(type, false), sample(type, true)));
        return Stream.concat(
                declared.distinct(),
                Stream.of(new ProposeChange(
                        new ProposalId(ID),
                        "extend-programme",
                        Map.of("programme", ID.toString(), "lastDay", "2027-06-30"),
                        List.of(new WouldDo("programme.programme-extended", Map.of("lastDay", "2027-06-30"))),
                        List.of(Role.SENIOR_RESPONSIBLE_OWNER),
                        new PersonId(ID))));
    }

    /** With all or none of what may be left out; where that is not allowed, with the first few of it that are. */
    private static Object sample(Class<?> record, boolean full) {
        int optional = (int) Arrays.stream(record.getRecordComponents())
                .filter(CommandsForTests::mayBeLeftOut)
                .count();
        try {
            return sample(record, full ? optional : 0);
        } catch (IllegalArgumentException notAllowed) {
            for (int some = 1; some < optional; some++) {
                try {
                    return sample(record, some);
                } catch (IllegalArgumentException either) {
                    // one more then
                }
            }
            throw notAllowed;
        }
    }

    private static boolean mayBeLeftOut(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static Object sample(Class<?> record, int optional) {
        RecordComponent[] components = record.getRecordComponents();
        @Nullable Object[] values = new Object[components.length];
        int left = optional;
        for (int i = 0; i < values.length; i++) {
            values[i] = mayBeLeftOut(components[i]) && left-- <= 0 ? null : value(components[i]);
        }
        return construct(record, values);
    }

    private static Object construct(Class<?> record, @Nullable Object... values) {
        try {
            Constructor<?> constructor = record.getDeclaredConstructor(Arrays.stream(record.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (java.lang.reflect.InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException refused) {
                throw refused;
            }
            throw new IllegalStateException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object value(RecordComponent component) {
        if (component.getType() == List.class) {
            return List.of(value(CommandBinder.elementOf(component), component.getName()));
        }
        return value(component.getType(), component.getName());
    }

    private static Object only(Class<?> type, Class<?> component, String name) {
        try {
            return construct(type, value(component, name));
        } catch (IllegalArgumentException notWords) {
            return construct(type, "0a".repeat(32)); // a text of its own form is a hash
        }
    }

    private static Object value(Class<?> type, String name) {
        if (type == String.class) {
            // Long enough for a reason, plain enough for a name; a hash has a form of its own.
            return switch (name) {
                case "sha256" -> "0a".repeat(32);
                case "name" -> "ALTERED";
                default -> "Words about " + name;
            };
        } else if (type == LocalDate.class) {
            // An end lies after its beginning.
            return LocalDate.of(2026, 11, 2).plusMonths(name.startsWith("end") || name.equals("lastDay") ? 8 : 0);
        } else if (type == YearMonth.class) {
            return YearMonth.of(2026, 10);
        } else if (type == Instant.class) {
            return Instant.parse("2026-11-02T09:00:00.000001Z");
        } else if (type == UUID.class) {
            // Another one for each field, because some commands are about two things that differ.
            return new UUID(ID.getMostSignificantBits(), ID.getLeastSignificantBits() + name.hashCode());
        } else if (type == BigDecimal.class) {
            return new BigDecimal("1.0");
        } else if (type == int.class || type == Integer.class) {
            return 2;
        } else if (type == long.class || type == Long.class) {
            return 12L;
        } else if (type == boolean.class || type == Boolean.class) {
            return true;
        } else if (type.isEnum()) {
            return type.getEnumConstants()[name.endsWith("B") ? 1 : 0];
        } else if (type.isRecord() && type.getRecordComponents().length == 1) {
            return only(type, type.getRecordComponents()[0].getType(), name);
        } else if (type.isRecord()) {
            return sample(type, true);
        }
        throw new IllegalStateException("no sample of " + type);
    }
}
