package org.sevenfold.command.edge;

import java.util.List;
import org.sevenfold.command.change.Change;
import org.sevenfold.command.change.Circumstances;
import org.sevenfold.command.change.Desk;
import org.sevenfold.command.change.Effect;
import org.sevenfold.command.change.Reasoned;
import org.sevenfold.platform.journal.Attempt;
import org.sevenfold.platform.journal.CommandEnvelope;
import org.sevenfold.platform.journal.CommandEnvelope.Purpose;
import org.sevenfold.platform.time.London;

/** The desk of the command that this thread is deciding. */
final class AttemptDesk implements Desk {

    private final CommandForms forms;
    private final Authority authority;
    private final List<Effect.Performer<?>> performers;

    AttemptDesk(CommandForms forms, Authority authority, List<Effect.Performer<?>> performers) {
        this.forms = forms;
        this.authority = authority;
        this.performers = performers;
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
    public void perform(Effect effect) {
        if (effect instanceof Effect.AlsoDecide also) {
            alsoDecide(also);
            return;
        }
        boolean performed = performers.stream().anyMatch(performer -> performed(performer, effect));
        if (!performed) {
            throw new IllegalStateException("nobody performs " + effect.getClass());
        }
    }

    private static <F extends Effect> boolean performed(Effect.Performer<F> performer, Effect effect) {
        boolean its = performer.effect().isInstance(effect);
        if (its) {
            performer.perform(performer.effect().cast(effect));
        }
        return its;
    }

    private void alsoDecide(Effect.AlsoDecide also) {
        Change change = forms.kept(also.command(), also.payload());
        String why = change instanceof Reasoned reasoned ? reasoned.reason() : null;
        Attempt.current().alsoDecide(change, why, also.proposedBy().toString());
    }
}
