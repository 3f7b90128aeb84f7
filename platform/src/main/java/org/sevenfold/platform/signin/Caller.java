package org.sevenfold.platform.signin;

import java.util.List;
import java.util.UUID;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;

/** Who is calling: a person by opaque id, with the roles that the token names. A role that is none of ours is ignored. */
public record Caller(UUID personId, List<Role> roles) {

    /** The caller of the request that this thread serves; throws where nobody is signed in. */
    public static Caller current() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null) {
            throw new IllegalStateException("nobody is signed in");
        }
        return switch (authentication.getPrincipal()) {
            case Jwt token -> of(token);
            case Caller caller -> caller;
            case null, default -> throw new IllegalStateException("nobody is signed in");
        };
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    static Caller of(Jwt token) {
        List<String> names = token.getClaimAsStringList("roles");
        return new Caller(
                UUID.fromString(token.getClaimAsString("person_id")),
                names == null
                        ? List.of()
                        : names.stream()
                                .flatMap(name -> Role.named(name).stream())
                                .toList());
    }
}
