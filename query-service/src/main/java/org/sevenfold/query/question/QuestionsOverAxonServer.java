package org.sevenfold.query.question;

import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.axonframework.axonserver.connector.TargetContextResolver;
import org.axonframework.axonserver.connector.query.AxonServerQueryBus;
import org.axonframework.axonserver.connector.query.QueryPriorityCalculator;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.queryhandling.QueryMessage;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** Has Axon Server carry questions to whichever instance answers. Axon itself does so only where nobody declares a bus. */
@Configuration
@ConditionalOnProperty(name = "axon.axonserver.enabled", havingValue = "true")
class QuestionsOverAxonServer {

    @Bean
    @Primary
    AxonServerQueryBus axonServerQueryBus(
            AxonServerConnectionManager connections,
            AxonServerConfiguration configuration,
            @Qualifier("localSegment") QueryBus local,
            @Qualifier("messageSerializer") Serializer messages,
            Serializer general,
            QueryPriorityCalculator priorities,
            TargetContextResolver<? super QueryMessage<?, ?>> contexts) {
        return AxonServerQueryBus.builder()
                .axonServerConnectionManager(connections)
                .configuration(configuration)
                .localSegment(local)
                .updateEmitter(local.queryUpdateEmitter())
                .messageSerializer(messages)
                .genericSerializer(general)
                .priorityCalculator(priorities)
                .targetContextResolver(contexts)
                .build();
    }
}
