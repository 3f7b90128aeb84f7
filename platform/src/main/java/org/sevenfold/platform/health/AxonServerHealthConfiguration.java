package org.sevenfold.platform.health;

import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;

/** Watches Axon Server wherever it carries messages, because Axon's own watcher does not come up on Spring Boot 4. */
@AutoConfiguration(afterName = "org.axonframework.springboot.autoconfig.AxonServerAutoConfiguration")
@ConditionalOnProperty(name = "axon.axonserver.enabled", havingValue = "true")
public class AxonServerHealthConfiguration {

    @Bean
    HealthIndicator axonServer(AxonServerConnectionManager connections, AxonServerConfiguration configuration) {
        return new AxonServerHealth(connections, configuration.getServers());
    }
}
