package org.sevenfold.allinone.issuer;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sevenfold.allinone.people.DemoPeople;
import org.sevenfold.allinone.people.DemoPerson;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/** Puts into each token who the person is, by an id that is no name, and which roles they hold. */
final class WhoInTheToken implements OAuth2TokenCustomizer<JwtEncodingContext> {

    private final Map<String, DemoPerson> people;

    WhoInTheToken(DemoPeople people) {
        this.people = people.people().stream().collect(Collectors.toMap(DemoPerson::handle, Function.identity()));
    }

    @Override
    public void customize(JwtEncodingContext context) {
        DemoPerson person = people.get(context.getRegisteredClient().getClientId());
        if (person == null) {
            throw new IllegalStateException("A token for somebody who is no demo person");
        }
        context.getClaims()
                .audience(List.of(DemoIssuer.AUDIENCE))
                .claim("person_id", person.personId().toString())
                .claim("roles", person.roles());
    }
}
