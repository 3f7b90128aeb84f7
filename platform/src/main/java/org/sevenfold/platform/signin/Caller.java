package org.sevenfold.platform.signin;

import java.util.List;
import java.util.UUID;
import org.sevenfold.events.Role;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who is calling: a person by opaque id, with the roles that the person holds today. */
public record Caller(UUID personId, List<Role> roles) {

    /** Sevenfold itself; no person. */
    public static final UUID SEVENFOLD = UUID.fromString("01936c6e-0000-7000-8000-00000000005f");

    /** The caller of the request that this thread serves; throws where nobody is signed in. */
    public static Caller current() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof Caller caller) {
            return caller;
        }
        throw new IllegalStateException("nobody is signed in");
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }
}
