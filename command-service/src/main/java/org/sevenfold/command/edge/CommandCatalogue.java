package org.sevenfold.command.edge;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sevenfold.command.change.Change;
import org.sevenfold.command.change.Decider;

/** Every command that somebody can send: the declared records of each stream's sealed interface. */
final class CommandCatalogue {

    private static final List<CommandDeclaration> ALL = Streams.ALL.stream()
            .flatMap(CommandCatalogue::declarations)
            .sorted(Comparator.comparing(CommandDeclaration::name))
            .toList();

    private CommandCatalogue() {}

    /** All commands by name. */
    static List<CommandDeclaration> all() {
        return ALL;
    }

    /** The commands of this name: one, or one a stream where several streams know it. */
    static List<CommandDeclaration> named(String name) {
        return ALL.stream().filter(command -> command.name().equals(name)).toList();
    }

    static Optional<CommandDeclaration> of(Class<?> type) {
        return ALL.stream().filter(command -> command.type().equals(type)).findFirst();
    }

    private static Stream<CommandDeclaration> declarations(Decider<?, ?, ?> decider) {
        return Streams.commands(decider)
                .filter(Change.class::isAssignableFrom)
                .map(type -> CommandDeclaration.of(
                        type.asSubclass(Change.class), decider.stream().type()));
    }
}
