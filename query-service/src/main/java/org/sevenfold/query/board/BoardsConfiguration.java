package org.sevenfold.query.board;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.sql.DriverManager;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3SerializerCustomizer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.sevenfold.platform.axon.AxonJson;
import org.sevenfold.platform.axon.Persistent;
import org.sevenfold.platform.log.LogEngine;
import org.sevenfold.platform.log.LogEventStore;
import org.sevenfold.platform.log.LogReader;
import org.sevenfold.platform.log.LogSignal;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts the boards to work: one reader feeds them all from the log, with its place and theirs kept in the database. */
@Configuration
class BoardsConfiguration {

    private static final int BATCH_EVENTS = 500;
    private static final String READER = "boards";
    private static final TokenSchema SCHEMA = TokenSchema.builder()
            .setTokenTable("query.token_entry")
            .setProcessorNameColumn("processor_name")
            .setTokenTypeColumn("token_type")
            .build();

    @Bean
    LogSignal logSignal(JdbcConnectionDetails database) {
        return new LogSignal(() ->
                DriverManager.getConnection(database.getJdbcUrl(), database.getUsername(), database.getPassword()));
    }

    @Bean
    LogReader logReader(javax.sql.DataSource dataSource) {
        return new LogReader(new TransactionAwareDataSourceProxy(dataSource));
    }

    @Bean
    EventStore eventStore(LogReader log, LogSignal signal) {
        return new LogEventStore(new LogEngine(log), log, signal);
    }

    @Bean
    TransactionManager axonTransactionManager(PlatformTransactionManager transactions) {
        return new SpringTransactionManager(transactions);
    }

    @Bean
    ConnectionProvider connectionProvider(javax.sql.DataSource dataSource) {
        return new SpringDataSourceConnectionProvider(dataSource);
    }

    @Bean
    Jackson3SerializerCustomizer axonsJson() {
        return AxonJson.whole();
    }

    @Bean
    TokenStore tokenStore(ConnectionProvider connections, Serializer serializer) {
        return JdbcTokenStore.builder()
                .connectionProvider(connections)
                .serializer(serializer)
                .schema(SCHEMA)
                .build();
    }

    @Bean
    Positions positions(JdbcTemplate jdbc, List<Board<?, ?>> all) {
        return new Positions(jdbc, all.stream().collect(Collectors.toMap(Board::name, Revision::of)));
    }

    @Bean
    Renewal renewal(
            List<Board<?, ?>> all,
            JdbcTemplate jdbc,
            Positions positions,
            LogReader log,
            PlatformTransactionManager transactions) {
        return new Renewal(all, jdbc, log, positions, new TransactionTemplate(transactions));
    }

    @Bean
    Boards boards(List<Board<?, ?>> all, JdbcTemplate jdbc, Positions positions, Clock clock) {
        return new Boards(all, jdbc, positions, clock);
    }

    @Bean
    Rebuilds rebuilds(JdbcTemplate jdbc, LogReader log, Positions positions, PlatformTransactionManager transactions) {
        return new Rebuilds(jdbc, log, positions, transactions);
    }

    @Bean
    CatchUp catchUp(
            List<Board<?, ?>> all,
            JdbcTemplate jdbc,
            Positions positions,
            LogReader log,
            PlatformTransactionManager transactions,
            Clock clock) {
        return new CatchUp(all, jdbc, positions, log, new TransactionTemplate(transactions), clock);
    }

    @Bean("boardsHealthIndicator")
    HealthIndicator boardsHealth(Boards boards) {
        return new BoardsHealth(boards);
    }

    @Bean
    MeterBinder boardLags(Boards boards) {
        return registry -> boards.all()
                .forEach(board -> Gauge.builder("sevenfold.board.lag.events", boards, all -> all.lag(board.name()))
                        .description("How many events of the log the board has not taken yet")
                        .tag("board", board.name())
                        .register(registry));
    }

    @Bean
    ConfigurerModule reader(
            List<Board<?, ?>> all, JdbcTemplate jdbc, Positions positions, PlatformTransactionManager transactions) {
        var apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        Projector projector = new Projector(all, jdbc, positions, apart);
        return configurer -> configurer
                .eventProcessing()
                .registerEventHandler(configuration -> projector)
                .assignHandlerInstancesMatching(READER, handler -> handler == projector)
                .registerListenerInvocationErrorHandler(READER, configuration -> PropagatingErrorHandler.instance())
                .registerErrorHandler(READER, configuration -> PropagatingErrorHandler.instance())
                .registerPooledStreamingEventProcessor(
                        READER,
                        configuration -> configuration.eventStore(),
                        (configuration, builder) -> builder.initialSegmentCount(1)
                                .initialToken(StreamableMessageSource::createTailToken)
                                .batchSize(BATCH_EVENTS)
                                .tokenClaimInterval(2000)
                                .workerExecutor(worker -> Executors.newScheduledThreadPool(
                                        1,
                                        Thread.ofPlatform()
                                                .daemon()
                                                .name(READER)
                                                .factory())));
    }

    @Bean
    SmartInitializingSingleton keepsWhatItKnows(
            EventStore eventStore, TokenStore tokens, TransactionManager transactions) {
        return () -> {
            Persistent.requireEventStore(eventStore);
            Persistent.requireTokens(tokens, transactions);
        };
    }
}
