package org.sevenfold.query.audit.verification;

import org.sevenfold.events.audit.VerificationOccasion;
import org.sevenfold.query.board.Rebuilds;
import org.sevenfold.query.job.Jobs;
import org.springframework.stereotype.Component;

/** Has it recorded, in the background, whether a table was what the log gives when another took its place. */
@Component
public class SwitchVerified {

    private static final String KIND = "switch";

    private final Jobs jobs;
    private final Verification verification;

    SwitchVerified(Jobs jobs, Verification verification) {
        this.jobs = jobs;
        this.verification = verification;
    }

    /** Records what the comparison at the switch gave. */
    public void record(Rebuilds.Result result, String askedBy) {
        jobs.start(
                KIND, VerificationOccasion.SWITCH.name(), askedBy, (id, progress) -> verification.ofSwitch(id, result));
    }
}
