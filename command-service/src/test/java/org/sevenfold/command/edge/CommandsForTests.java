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
import org.sevenfold.command.change.ProposeChange;
import org.sevenfold.events.Role;
import org.sevenfold.events.programme.ProposalEvent.WouldDo;
import org.sevenfold.events.programme.ProposalId;
import org.sevenfold.events.staff.PersonId;

/** A command of every kind, each with everything that it needs, and with everything that it can have where that fits. */
public final class CommandsForTests {

    private static final UUID ID = UUID.fromString("01936c6e-2000-7000-8000-000000000001");

    private CommandsForTests() {}

    public static Stream<Object> ofEveryKind() {
        Stream<Object> declared = CommandCatalogue.all().stream()
                .map(CommandDeclaration::type)
                .distinct()
                .flatMap(type -> Stream.of(sample(type, false), fullOrNot(type)));
        return Stream.concat(
                declared.distinct(),
                Stream.of(new ProposeChange(
                        new ProposalId(ID),
                        "extend-programme",
                        Map.of("programme", ID.toString(), "to", "2027-06-30"),
                        List.of(new WouldDo("programme.programme-extended", Map.of("endOn", "2027-06-30"))),
                        List.of(Role.SENIOR_RESPONSIBLE_OWNER),
                        new PersonId(ID))));
    }

    private static Object fullOrNot(Class<?> type) {
        try {
            return sample(type, true);
        } catch (IllegalArgumentException e) {
            return sample(type, false); // everything at once is not allowed
        }
    }

    private static Object sample(Class<?> record, boolean full) {
        RecordComponent[] components = record.getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < values.length; i++) {
            boolean may = components[i].getAnnotatedType().isAnnotationPresent(Nullable.class);
            values[i] = may && !full ? null : value(components[i]);
        }
        try {
            Constructor<?> constructor = record.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
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

    private static Object value(Class<?> type, String name) {
        if (type == String.class) {
            // Long enough for a reason, plain enough for a name; a hash has a form of its own.
            return name.equals("sha256") ? "0a".repeat(32) : "Words about " + name;
        } else if (type == LocalDate.class) {
            return LocalDate.of(2026, 11, 2);
        } else if (type == YearMonth.class) {
            return YearMonth.of(2026, 10);
        } else if (type == Instant.class) {
            return Instant.parse("2026-11-02T09:00:00.000001Z");
        } else if (type == UUID.class) {
            return ID;
        } else if (type == BigDecimal.class) {
            return new BigDecimal("1.0");
        } else if (type == int.class || type == Integer.class) {
            return 2;
        } else if (type == boolean.class || type == Boolean.class) {
            return true;
        } else if (type.isEnum()) {
            return type.getEnumConstants()[0];
        } else if (type.isRecord()) {
            return sample(type, true);
        }
        throw new IllegalStateException("no sample of " + type);
    }
}
