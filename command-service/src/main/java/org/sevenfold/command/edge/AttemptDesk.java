package org.sevenfold.command.edge;

import java.util.Map;
import org.sevenfold.command.change.Change;
import org.sevenfold.command.change.Circumstances;
import org.sevenfold.command.change.Desk;
import org.sevenfold.command.change.Reasoned;
import org.sevenfold.events.staff.PersonId;
import org.sevenfold.platform.journal.Attempt;
import org.sevenfold.platform.journal.CommandEnvelope;
import org.sevenfold.platform.journal.CommandEnvelope.Purpose;
import org.sevenfold.platform.time.London;

/** The desk of the command that this thread is deciding. */
final class AttemptDesk implements Desk {

    private final CommandForms forms;
    private final Authority authority;

    AttemptDesk(CommandForms forms, Authority authority) {
        this.forms = forms;
        this.authority = authority;
    }

    @Override
    public Circumstances circumstances() {
        Attempt attempt = Attempt.current();
        CommandEnvelope envelope = attempt.envelope();
        return new Circumstances(
                envelope.actor(),
                authority.roles(envelope, attempt::read),
                London.day(envelope.receivedAt()),
                envelope.purpose() == Purpose.PROPOSE,
                attempt::read);
    }

    @Override
    public void alsoDecide(String command, Map<String, Object> payload, PersonId proposedBy) {
        Change change = forms.kept(command, payload);
        String why = change instanceof Reasoned reasoned ? reasoned.reason() : null;
        Attempt.current().alsoDecide(change, why, proposedBy.toString());
    }
}
