package org.sevenfold.allinone.issuer;

import java.util.List;
import org.sevenfold.events.Role;

/**
 * Sevenfold itself as a client of the issuer, by which one of its services asks the other.
 *
 * @param id the name to sign in with
 */
public record OwnClient(String id, String secret) {

    /** In which roles. */
    static final List<String> ROLES = List.of(Role.SYSTEM.text());

    /** Without the secret, so that no log line can carry it. */
    @Override
    public String toString() {
        return "OwnClient[" + id + "]";
    }
}
