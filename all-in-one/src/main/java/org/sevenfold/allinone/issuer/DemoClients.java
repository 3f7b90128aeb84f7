package org.sevenfold.allinone.issuer;

import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sevenfold.allinone.people.DemoPeople;
import org.sevenfold.allinone.people.DemoPerson;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/** Each demo person as a client of the issuer, all with the one password, which Spring's own list would refuse. */
final class DemoClients implements RegisteredClientRepository {

    private static final Duration TOKEN_LIFE = Duration.ofHours(8);

    private final Map<String, RegisteredClient> byHandle;

    DemoClients(DemoPeople people, DemoPassword password) {
        String secret =
                PasswordEncoderFactories.createDelegatingPasswordEncoder().encode(password.text());
        byHandle = people.people().stream()
                .map(person -> client(person, secret))
                .collect(Collectors.toMap(RegisteredClient::getClientId, Function.identity()));
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return byHandle.get(id);
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String clientId) {
        return byHandle.get(clientId);
    }

    @Override
    public void save(RegisteredClient client) {
        throw new IllegalStateException("The demo people are fixed");
    }

    private static RegisteredClient client(DemoPerson person, String secret) {
        return RegisteredClient.withId(person.handle())
                .clientId(person.handle())
                .clientName(person.name())
                .clientSecret(secret)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(TOKEN_LIFE)
                        .build())
                .build();
    }
}
