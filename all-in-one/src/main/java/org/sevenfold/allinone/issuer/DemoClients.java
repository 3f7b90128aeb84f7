package org.sevenfold.allinone.issuer;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sevenfold.allinone.people.DemoPeople;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/**
 * Each demo person as a client of the issuer, all with the one password, which Spring's own list would refuse; and
 * Sevenfold itself with a secret of its own.
 */
final class DemoClients implements RegisteredClientRepository {

    private static final Duration TOKEN_LIFE = Duration.ofHours(8);

    private final Map<String, RegisteredClient> byHandle;

    DemoClients(DemoPeople people, DemoPassword password, OwnClient own) {
        var encoder = PasswordEncoderFactories.createDelegatingPasswordEncoder();
        String secret = encoder.encode(password.text());
        byHandle = new HashMap<>();
        people.people()
                .forEach(person -> byHandle.put(person.handle(), client(person.handle(), person.name(), secret)));
        byHandle.put(own.id(), client(own.id(), "Sevenfold itself", encoder.encode(own.secret())));
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

    private static RegisteredClient client(String handle, String name, String secret) {
        return RegisteredClient.withId(handle)
                .clientId(handle)
                .clientName(name)
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
