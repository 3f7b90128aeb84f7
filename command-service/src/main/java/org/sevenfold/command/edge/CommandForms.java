package org.sevenfold.command.edge;

import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sevenfold.command.change.Change;
import org.sevenfold.command.change.FactRef;
import org.sevenfold.command.change.OnFact;
import org.sevenfold.platform.log.EventCodec;
import org.sevenfold.platform.problem.Code;
import org.sevenfold.platform.problem.Refusal;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** A command as JSON and back: as people write it, or as it is kept while it waits for a decision. */
@Component
final class CommandForms {

    private final CommandBinder binder;

    CommandForms(CommandBinder binder) {
        this.binder = binder;
    }

    /** The command of this body, for the stream that decides it where several streams know the name. */
    Change bind(List<CommandDeclaration> declared, JsonNode body) {
        Change command = binder.bind(declared.getFirst(), body);
        if (!(command instanceof OnFact onFact)) {
            return command;
        }
        String streamType = onFact.eventId().streamType();
        for (CommandDeclaration declaration : declared) {
            if (declaration.streamType().equals(streamType)) {
                return declaration == declared.getFirst() ? command : binder.bind(declaration, body);
            }
        }
        throw Refusal.because(
                        Code.INVALID_TRANSITION,
                        "This entry cannot be changed in this way.",
                        "It is of a kind that declares no such command.")
                .remedy("Look up which commands there are for what the entry is about.")
                .with(
                        "allowed",
                        declared.stream().map(CommandDeclaration::streamType).toList());
    }

    /** The command that was kept as this payload. */
    Change kept(String name, Map<String, Object> payload) {
        List<CommandDeclaration> declared = CommandCatalogue.named(name);
        if (declared.isEmpty()) {
            throw CommandDesk.unknownCommand();
        }
        return bind(declared, EventCodec.JSON.valueToTree(payload));
    }

    /** What is kept of a command: its fields, with ids for all that it refers to. */
    Map<String, Object> payload(Change command) {
        var payload = new LinkedHashMap<String, Object>();
        for (RecordComponent component : command.getClass().getRecordComponents()) {
            Object value = value(component, command);
            if (value instanceof FactRef fact) {
                payload.put(component.getName(), fact.eventId().toString());
            } else if (value != null) {
                payload.put(component.getName(), EventCodec.JSON.convertValue(value, Object.class));
            }
        }
        return payload;
    }

    private static @Nullable Object value(RecordComponent component, Change command) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(command);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
