package org.sevenfold.platform.signin;

import java.util.List;
import java.util.UUID;
import org.sevenfold.events.Role;

/** Which roles a person holds today, by what was granted in the log. */
@FunctionalInterface
public interface RolesHeld {
    List<Role> of(UUID person);
}
