package org.sevenfold.allinone.issuer;

import com.nimbusds.jose.jwk.RSAKey;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.sevenfold.allinone.people.DemoPeople;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/**
 * An OpenID issuer for this machine only: each demo person is a client whose secret is the demo password, and whose
 * token of eight hours says who the person is and which roles they hold.
 */
public final class DemoIssuer implements AutoCloseable {

    /** Whom the tokens are for. */
    public static final String AUDIENCE = "sevenfold";

    private final ConfigurableApplicationContext context;

    private DemoIssuer(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Returns when tokens can be fetched at {@code http://127.0.0.1:port}, which is also the issuer's name in them. */
    public static DemoIssuer start(
            int port,
            DemoPeople people,
            DemoPassword password,
            OwnClient own,
            Path keyFile,
            Map<String, Object> logSettings)
            throws IOException {
        RSAKey key = SigningKey.keptIn(keyFile);
        return new DemoIssuer(new SpringApplicationBuilder(IssuerConfiguration.class)
                .web(WebApplicationType.SERVLET)
                .registerShutdownHook(false)
                .properties(logSettings)
                .initializers(context -> register((GenericApplicationContext) context, people, password, own, key))
                .run(
                        "--spring.config.name=demo-issuer",
                        "--spring.application.name=demo-issuer",
                        "--spring.main.banner-mode=off",
                        "--server.address=127.0.0.1",
                        "--server.port=" + port));
    }

    @Override
    public void close() {
        context.close();
    }

    private static void register(
            GenericApplicationContext context, DemoPeople people, DemoPassword password, OwnClient own, RSAKey key) {
        context.registerBean(DemoPeople.class, () -> people);
        context.registerBean(DemoPassword.class, () -> password);
        context.registerBean(OwnClient.class, () -> own);
        context.registerBean(RSAKey.class, () -> key);
    }
}
