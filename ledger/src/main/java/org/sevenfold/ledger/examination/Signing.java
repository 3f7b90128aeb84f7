package org.sevenfold.ledger.examination;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.sevenfold.ledger.note.BadSignature;
import org.sevenfold.ledger.note.Signatory;
import org.sevenfold.ledger.note.SignedNote;
import org.sevenfold.ledger.note.UnknownKey;
import org.sevenfold.ledger.note.VerifierKey;

/** Whether a note is signed by somebody who is trusted, and who else vouches for it. */
public final class Signing {

    private Signing() {}

    /** Passed if one of the known keys has signed, failed if a signature is forged, undecided if nobody known has. */
    public static Step signed(String file, SignedNote note, Collection<VerifierKey> known) {
        try {
            return Step.passed("signature: " + file + " is signed by " + names(note.verify(known)));
        } catch (BadSignature e) {
            return forged(file, e);
        } catch (UnknownKey e) {
            return Step.undecided("signature: " + file + ": " + e.getMessage());
        }
    }

    /** Passed if enough of the witnesses have cosigned; no step where no witness is known. */
    public static List<Step> witnessed(String file, SignedNote note, Collection<VerifierKey> witnesses, int required) {
        if (witnesses.isEmpty()) {
            return List.of();
        }
        try {
            List<Signatory> found = note.signedBy(witnesses);
            int count = note.witnesses(witnesses);
            return List.of(
                    count < required
                            ? Step.undecided("witnesses: " + required + " are required, and " + count
                                    + " of those you know have cosigned")
                            : Step.passed("witnesses: cosigned by " + (found.isEmpty() ? "none" : names(found))));
        } catch (BadSignature e) {
            return List.of(forged(file, e));
        }
    }

    private static Step forged(String file, BadSignature e) {
        return Step.failed(
                "signature: it does not hold", List.of(Finding.file(Tampering.BAD_SIGNATURE, file, e.why())));
    }

    private static String names(List<Signatory> signatories) {
        return signatories.stream().map(Signing::name).collect(Collectors.joining(", "));
    }

    private static String name(Signatory signatory) {
        String name = signatory.key().name() + " (key " + signatory.key().idText() + ")";
        return signatory.time() == null ? name : name + " at " + signatory.time();
    }
}
