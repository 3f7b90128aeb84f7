package org.sevenfold.command.staff;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.sevenfold.command.change.Effect;
import org.sevenfold.command.staff.PersonCommand.RegisterPerson;
import org.sevenfold.events.staff.PersonId;
import org.sevenfold.platform.database.Read;
import org.sevenfold.platform.journal.Attempt;
import org.sevenfold.platform.problem.Code;
import org.sevenfold.platform.problem.Refusal;
import org.springframework.stereotype.Component;

/** The person directory in the schema {@code erasable}. */
@Component
final class PersonDirectory implements Effect.Performer<Directory> {

    @Override
    public Class<Directory> effect() {
        return Directory.class;
    }

    @Override
    public void perform(Directory effect) {
        switch (effect) {
            case Directory.Enter enter -> Attempt.current().beside(connection -> store(connection, enter.person()));
            case Directory.RequireGone gone ->
                Attempt.current().beside(connection -> requireGone(connection, gone.person()));
        }
    }

    private static void requireGone(Connection connection, PersonId person) throws SQLException {
        if (!Read.all(connection, "SELECT 1 FROM erasable.person WHERE person_id = ?", row -> 1, person.value())
                .isEmpty()) {
            throw Refusal.because(
                            Code.INVALID_TRANSITION,
                            "This person is not erased yet.",
                            "The directory still says who this is.")
                    .remedy("Sevenfold erases what it holds within a minute, and records it then.");
        }
    }

    private static void store(Connection connection, RegisterPerson person) throws SQLException {
        String sql = """
            INSERT INTO erasable.person (person_id, name, work_email, staff_number, registration_number)
            VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
            """;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, person.person().value());
            statement.setString(2, person.name());
            statement.setString(3, person.workEmail());
            statement.setString(4, person.staffNumber());
            statement.setString(5, person.registrationNumber());
            if (statement.executeUpdate() == 0) {
                throw taken(connection, person);
            }
        }
    }

    private static Refusal taken(Connection connection, RegisterPerson person) throws SQLException {
        String sql = "SELECT person_id FROM erasable.person"
                + " WHERE upper(staff_number) = upper(?) OR lower(work_email) = lower(?) LIMIT 1";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, person.staffNumber());
            statement.setString(2, person.workEmail());
            try (ResultSet row = statement.executeQuery()) {
                Refusal refusal = Refusal.because(
                                Code.DUPLICATE,
                                "This person is registered already.",
                                "Somebody has this staff number or this work e-mail address.")
                        .remedy("Use the existing entry, or check number and address.");
                return row.next() ? refusal.with("existingId", row.getString(1)) : refusal;
            }
        }
    }
}
