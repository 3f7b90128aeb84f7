package org.sevenfold.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import jakarta.persistence.EntityManagerFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.common.jpa.SimpleEntityManagerProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.eventsourcing.eventstore.jpa.JpaEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jpa.SQLStateResolver;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.sevenfold.platform.testing.FreshDatabase;
import org.sevenfold.platform.testing.PostgresForTests;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.orm.jpa.SharedEntityManagerCreator;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;

/** Axon with one of its own engines, set up as it comes: a transaction for each command, no cache, no snapshot. */
final class AxonPeer implements AutoCloseable {

    private static final int STREAMS = 512;

    private final String name;
    private final Configuration axon;
    private final HikariDataSource connections;
    private final EventStorageEngine engine;
    private final TransactionManager transactions;

    private AxonPeer(
            String name, HikariDataSource connections, EventStorageEngine engine, TransactionManager transactions) {
        this.name = name;
        this.connections = connections;
        this.engine = engine;
        this.transactions = transactions;
        this.axon = DefaultConfigurer.defaultConfiguration(false)
                .configureSerializer(configuration -> serializer())
                .registerComponent(TransactionManager.class, configuration -> transactions)
                .configureCommandBus(configuration -> SimpleCommandBus.builder()
                        .transactionManager(transactions)
                        .build())
                .configureEmbeddedEventStore(configuration -> engine)
                .configureAggregate(PeerRecord.class)
                .start();
    }

    static AxonPeer jdbc() {
        HikariDataSource connections = connections();
        var transactions = new SpringTransactionManager(new DataSourceTransactionManager(connections));
        JdbcEventStorageEngine engine = JdbcEventStorageEngine.builder()
                .eventSerializer(serializer())
                .snapshotSerializer(serializer())
                .persistenceExceptionResolver(new SQLStateResolver())
                .connectionProvider(new SpringDataSourceConnectionProvider(connections))
                .transactionManager(transactions)
                .build();
        transactions.executeInTransaction(() -> engine.createSchema(PostgresEventTableFactory.INSTANCE));
        return new AxonPeer("Axon's JDBC engine", connections, engine, transactions);
    }

    static AxonPeer jpa() {
        HikariDataSource connections = connections();
        EntityManagerFactory entities = entities(connections);
        var jpa = new JpaTransactionManager(entities);
        jpa.setDataSource(connections);
        var transactions = new SpringTransactionManager(jpa);
        JpaEventStorageEngine engine = JpaEventStorageEngine.builder()
                .eventSerializer(serializer())
                .snapshotSerializer(serializer())
                .persistenceExceptionResolver(new SQLStateResolver())
                .entityManagerProvider(
                        new SimpleEntityManagerProvider(SharedEntityManagerCreator.createSharedEntityManager(entities)))
                .transactionManager(transactions)
                .build();
        return new AxonPeer("Axon's JPA engine", connections, engine, transactions);
    }

    /** One new aggregate a command. */
    Contender creating() {
        return new Contender(
                name + " creating",
                (client, turn) -> send(new PeerRecord.Begin(UUID.randomUUID().toString())));
    }

    /** One event a command, to an aggregate that no other client writes to at that moment. */
    Contender appending(int clients) {
        int each = STREAMS / clients;
        return new Contender(
                name + " appending",
                (client, turn) -> send(new PeerRecord.Add(
                        stream(client * each + ThreadLocalRandom.current().nextInt(each)))));
    }

    /** Gives every stream this many events. */
    void fill(int events) {
        for (int i = 0; i < STREAMS; i++) {
            String stream = stream(i);
            List<DomainEventMessage<?>> all = new ArrayList<>();
            for (int number = 0; number < events; number++) {
                all.add(new GenericDomainEventMessage<>(
                        "PeerRecord", stream, number, PeerRecord.Entered.number(stream, number)));
            }
            transactions.executeInTransaction(() -> engine.appendEvents(all));
        }
    }

    private static String stream(int number) {
        return new UUID(0, number).toString();
    }

    private void send(Object command) throws Exception {
        var callback = new FutureCallback<Object, Object>();
        axon.commandBus().dispatch(GenericCommandMessage.asCommandMessage(command), callback);
        CommandResultMessage<?> result = callback.get();
        if (result.isExceptional()) {
            throw new IllegalStateException(result.exceptionResult());
        }
    }

    private static HikariDataSource connections() {
        FreshDatabase database = PostgresForTests.freshDatabase();
        var connections = new HikariDataSource();
        connections.setDataSource(database.superuser());
        connections.setMaximumPoolSize(16);
        return connections;
    }

    private static Serializer serializer() {
        return Jackson3Serializer.builder().build();
    }

    private static EntityManagerFactory entities(DataSource connections) {
        var factory = new LocalContainerEntityManagerFactoryBean();
        factory.setDataSource(connections);
        factory.setPackagesToScan("org.axonframework.eventsourcing.eventstore.jpa");
        factory.setJpaVendorAdapter(new HibernateJpaVendorAdapter());
        var properties = new Properties();
        properties.setProperty("hibernate.hbm2ddl.auto", "create");
        factory.setJpaProperties(properties);
        factory.afterPropertiesSet();
        EntityManagerFactory entities = factory.getObject();
        if (entities == null) {
            throw new IllegalStateException("no entity manager factory");
        }
        return entities;
    }

    @Override
    public void close() {
        axon.shutdown();
        connections.close();
    }
}
