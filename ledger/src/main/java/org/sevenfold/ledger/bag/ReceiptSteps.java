package org.sevenfold.ledger.bag;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sevenfold.ledger.Hash;
import org.sevenfold.ledger.LeafEntry;
import org.sevenfold.ledger.Unsigned;
import org.sevenfold.ledger.examination.Finding;
import org.sevenfold.ledger.examination.Step;
import org.sevenfold.ledger.examination.Tampering;

/** Whether the log still has the leaves that it gave receipts for; it looks at them as the events pass by. */
final class ReceiptSteps implements EventsCheck.Listener {

    private final List<Receipt> receipts;
    private final Map<Long, Hash> found = new HashMap<>();
    private final Map<Long, String> events = new HashMap<>();

    ReceiptSteps(List<Receipt> receipts) {
        this.receipts = receipts;
    }

    @Override
    public void leaf(long index, Hash hash, @Nullable LeafEntry entry) {
        if (receipts.stream().anyMatch(receipt -> receipt.leafIndex() == index)) {
            found.put(index, hash);
            if (entry != null) {
                events.put(index, entry.eventId());
            }
        }
    }

    /** No step where there is no receipt. */
    List<Step> steps(long size) {
        if (receipts.isEmpty()) {
            return List.of();
        }
        var findings = new ArrayList<Finding>();
        for (Receipt receipt : receipts) {
            if (Long.compareUnsigned(receipt.leafIndex(), size) >= 0) {
                findings.add(Finding.size(
                        Tampering.HISTORY_TRUNCATED,
                        size,
                        "you hold a receipt for leaf " + Unsigned.text(receipt.leafIndex())));
            } else if (!receipt.leafHash().equals(found.get(receipt.leafIndex()))) {
                findings.add(Finding.leaf(
                        Tampering.HISTORY_REWRITTEN,
                        receipt.leafIndex(),
                        events.get(receipt.leafIndex()),
                        "your receipt is for another leaf at this place"));
            }
        }
        return List.of(Step.of(
                "receipts: the log has the leaves that they name: " + receipts.size(),
                "receipts: the log does not have all the leaves that they name",
                findings));
    }
}
