package org.sevenfold.command.edge;

import java.util.List;
import java.util.stream.Stream;
import org.sevenfold.command.change.Declared;
import org.sevenfold.platform.problem.Code;
import org.sevenfold.platform.problem.Refusal;
import org.sevenfold.platform.signin.Caller;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A command that may also come as the rows of a file: its declaration, as everybody reads it.
 *
 * @param allowed who may send it, as a sentence lists them
 * @param schema the JSON Schema of one row
 * @param example one row that could be sent
 */
public record Importable(String name, String summary, String allowed, JsonNode schema, JsonNode example) {

    public static final String PATH = "/api/v1/imports/";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** All of them by name. */
    public static List<Importable> all() {
        return CommandCatalogue.all().stream()
                .filter(Importable::may)
                .map(CommandDeclaration::name)
                .distinct()
                .map(Importable::named)
                .toList();
    }

    /** The one of this name; refuses a name that leads to none. */
    public static Importable named(String name) {
        return CommandCatalogue.named(name).stream()
                .filter(Importable::may)
                .findFirst()
                .map(Importable::of)
                .orElseThrow(Importable::unknown);
    }

    /** Refuses a caller none of whose roles may send or propose it; each row is checked once more when it is decided. */
    public void requireRole(Caller caller) {
        List<CommandDeclaration> declared = CommandCatalogue.named(name);
        boolean some = declared.stream()
                .flatMap(command -> Stream.concat(command.allowed().stream(), command.proposed().stream()))
                .anyMatch(line -> caller.is(line.role()));
        if (!some) {
            throw Authority.wrongRole(declared.getFirst());
        }
    }

    static boolean may(CommandDeclaration command) {
        Declared declared = command.type().getAnnotation(Declared.class);
        return declared != null && declared.importable();
    }

    private static Importable of(CommandDeclaration command) {
        return new Importable(
                command.name(),
                command.summary(),
                command.allowedWords(),
                JSON.valueToTree(CommandSchemas.schema(command.type())),
                JSON.readTree(command.example()));
    }

    private static Refusal unknown() {
        return Refusal.because(
                        Code.NOT_FOUND,
                        "Nothing can be imported under this name.",
                        "It is no command, or one that is only sent one by one.")
                .remedy("Choose one of those listed.")
                .with("commands", all().stream().map(Importable::name).toList());
    }
}
