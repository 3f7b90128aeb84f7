package org.sevenfold.allinone.people;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person of the sample whom a visitor may sign in as.
 *
 * @param handle the name to sign in with, such as {@code ada-obi}
 * @param roles in the words of a token, such as {@code group-manager}
 * @param unit the reference of the unit or group the person works in; null for who works for the whole programme
 */
public record DemoPerson(
        String handle,
        UUID personId,
        String name,
        List<String> roles,
        @Nullable String unit) {

    public DemoPerson {
        roles = List.copyOf(roles);
    }
}
