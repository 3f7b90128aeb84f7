package org.sevenfold.platform.signin;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.sevenfold.events.Role;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;

/** Makes a caller of a token: it says who it is; what the person may do stands in the log. */
final class SignedIn implements Converter<Jwt, AbstractAuthenticationToken> {

    private final RolesHeld held;

    SignedIn(RolesHeld held) {
        this.held = held;
    }

    @Override
    public AbstractAuthenticationToken convert(Jwt token) {
        UUID person = personOf(token);
        var roles = new ArrayList<>(held.of(person));
        roles.addAll(ofTheInstallation(token));
        return new PreAuthenticatedAuthenticationToken(new Caller(person, List.copyOf(roles)), token, List.of());
    }

    /** The person whom a token names; throws where it names none. */
    static UUID personOf(Jwt token) {
        return UUID.fromString(token.getClaimAsString("person_id"));
    }

    private static List<Role> ofTheInstallation(Jwt token) {
        List<String> names = token.getClaimAsStringList("roles");
        return names == null
                ? List.of()
                : names.stream()
                        .flatMap(name -> Role.named(name).stream())
                        .filter(role -> !role.isGranted())
                        .distinct()
                        .toList();
    }
}
