package org.sevenfold.allinone.issuer;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sevenfold.allinone.people.DemoPeople;
import org.sevenfold.allinone.people.DemoPerson;
import org.sevenfold.platform.signin.Caller;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/** Puts into each token who the person is, by an id that is no name, and which roles they hold. */
final class WhoInTheToken implements OAuth2TokenCustomizer<JwtEncodingContext> {

    private final Map<String, DemoPerson> people;
    private final OwnClient own;

    WhoInTheToken(DemoPeople people, OwnClient own) {
        this.own = own;
        this.people = people.people().stream().collect(Collectors.toMap(DemoPerson::handle, Function.identity()));
    }

    @Override
    public void customize(JwtEncodingContext context) {
        String client = context.getRegisteredClient().getClientId();
        if (client.equals(own.id())) {
            say(context, Caller.SEVENFOLD, OwnClient.ROLES);
            return;
        }
        DemoPerson person = people.get(client);
        if (person == null) {
            throw new IllegalStateException("A token for somebody who is no demo person");
        }
        say(context, person.personId(), person.roles());
    }

    private static void say(JwtEncodingContext context, UUID person, List<String> roles) {
        context.getClaims()
                .audience(List.of(DemoIssuer.AUDIENCE))
                .claim("person_id", person.toString())
                .claim("roles", roles);
    }
}
