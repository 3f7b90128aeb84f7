package org.sevenfold.allinone.issuer;

import java.util.List;
import java.util.UUID;
import org.sevenfold.events.Role;

/**
 * Sevenfold itself as a client of the issuer, by which one of its services asks the other.
 *
 * @param id the name to sign in with
 */
public record OwnClient(String id, String secret) {

    /** Who it is in a token; no person. */
    static final UUID PERSON = UUID.fromString("01936c6e-0000-7000-8000-00000000005f");

    /** In which roles. */
    static final List<String> ROLES = List.of(Role.SYSTEM.text());

    /** Without the secret, so that no log line can carry it. */
    @Override
    public String toString() {
        return "OwnClient[" + id + "]";
    }
}
