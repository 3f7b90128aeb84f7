package org.sevenfold.platform.health;

import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Whether Axon Server is there to carry commands and questions. A service without it goes on trying by itself: it comes
 * back as soon as the server does, and nobody has to start it again.
 */
final class AxonServerHealth implements HealthIndicator {

    private static final String SAYS = "says";

    private final AxonServerConnectionManager connections;
    private final String servers;

    AxonServerHealth(AxonServerConnectionManager connections, String servers) {
        this.connections = connections;
        this.servers = servers;
    }

    @Override
    public Health health() {
        if (connections.isConnected(connections.getDefaultContext())) {
            return Health.up()
                    .withDetail(SAYS, "Axon Server at " + servers + " carries commands and questions.")
                    .build();
        }
        return Health.down()
                .withDetail(
                        SAYS,
                        "No Axon Server answers at " + servers + ", so commands and questions are answered as"
                                + " unavailable. Start it, or correct"
                                + " SEVENFOLD_AXONSERVER; the service finds it by"
                                + " itself.")
                .build();
    }
}
