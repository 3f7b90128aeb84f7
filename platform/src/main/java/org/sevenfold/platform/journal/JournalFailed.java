package org.sevenfold.platform.journal;

import org.jspecify.annotations.Nullable;

/** The database refused a write for a reason that is nobody's request: a fault of ours or of the installation. */
final class JournalFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    JournalFailed(@Nullable Throwable cause) {
        super(cause);
    }
}
