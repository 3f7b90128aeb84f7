package org.sevenfold.command.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sevenfold.command.change.Allowed;
import org.sevenfold.command.change.Change;
import org.sevenfold.command.change.Declared;
import org.sevenfold.command.change.Subject;
import org.sevenfold.events.Role;
import org.sevenfold.platform.problem.Refusal;
import org.sevenfold.platform.signin.Caller;

class ImportableTest {

    @Declared(
            summary = "Is sent one by one.",
            allowed = @Allowed(role = Role.STAFF),
            example = "{}",
            importable = false)
    record OneByOne() implements Change {

        @Override
        public String streamId() {
            return "one";
        }

        @Override
        public Subject subject() {
            return new Subject.Council();
        }
    }

    @Test
    void every_command_may_come_as_rows_unless_its_declaration_says_no() {
        assertThat(Importable.all()).extracting(Importable::name).contains("establish-unit", "void-fact");
        CommandDeclaration declared = CommandDeclaration.of(OneByOne.class, "One");
        assertThat(Importable.may(declared)).isFalse();
        assertThat(CommandSchemas.entry(declared)).doesNotContainKey("importPath");
    }

    @Test
    void whoever_may_send_it_in_some_role_may_send_a_file_of_it() {
        Importable completion = Importable.named("record-training-completion");
        completion.requireRole(new Caller(new UUID(0, 1), List.of(Role.READER, Role.CONSULTANT_SOCIAL_WORKER)));
        assertThatThrownBy(() -> completion.requireRole(new Caller(new UUID(0, 1), List.of(Role.READER))))
                .isInstanceOf(Refusal.class);
    }
}
