package org.sevenfold.command.change;

import java.util.List;
import java.util.Map;
import org.sevenfold.events.Role;
import org.sevenfold.events.governance.ProposalEvent.WouldDo;
import org.sevenfold.events.governance.ProposalId;
import org.sevenfold.events.staff.PersonId;
import org.sevenfold.platform.journal.StreamCommand;

/**
 * Keeps a command that its sender may only propose. Nobody sends this: it is what becomes of a command of theirs.
 *
 * @param payload the command, with ids for all that it refers to
 * @param decidableBy the roles that may decide it
 */
public record ProposeChange(
        ProposalId proposal,
        String command,
        Map<String, Object> payload,
        List<WouldDo> wouldDo,
        List<Role> decidableBy,
        PersonId proposedBy)
        implements StreamCommand {

    @Override
    public String streamId() {
        return proposal.toString();
    }
}
