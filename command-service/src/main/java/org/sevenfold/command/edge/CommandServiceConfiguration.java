package org.sevenfold.command.edge;

import io.micrometer.core.instrument.MeterRegistry;
import java.sql.DriverManager;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.distributed.RoutingStrategy;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.lifecycle.Phase;
import org.axonframework.modelling.command.Repository;
import org.axonframework.serialization.jackson3.Jackson3SerializerCustomizer;
import org.sevenfold.command.change.Desk;
import org.sevenfold.command.change.Effect;
import org.sevenfold.command.lookups.Lookups;
import org.sevenfold.command.lookups.Roles;
import org.sevenfold.events.staff.PersonId;
import org.sevenfold.platform.axon.AxonJson;
import org.sevenfold.platform.axon.Persistent;
import org.sevenfold.platform.journal.DecidingCommandBus;
import org.sevenfold.platform.journal.HeldStreams;
import org.sevenfold.platform.journal.Journal;
import org.sevenfold.platform.journal.JournalEngine;
import org.sevenfold.platform.journal.LookupCheck;
import org.sevenfold.platform.journal.LookupTable;
import org.sevenfold.platform.journal.StreamCommand;
import org.sevenfold.platform.log.LogEngine;
import org.sevenfold.platform.log.LogEventStore;
import org.sevenfold.platform.log.LogReader;
import org.sevenfold.platform.log.LogSignal;
import org.sevenfold.platform.signin.RolesHeld;
import org.sevenfold.platform.time.London;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the write side together: journal, event store, command bus, and what a decision is made from. */
@Configuration
class CommandServiceConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    LogSignal logSignal(JdbcConnectionDetails database) {
        return new LogSignal(() ->
                DriverManager.getConnection(database.getJdbcUrl(), database.getUsername(), database.getPassword()));
    }

    @Bean
    LogReader logReader(DataSource dataSource) {
        return new LogReader(dataSource);
    }

    @Bean
    LookupTable lookupTable(DataSource dataSource) {
        return new LookupTable(dataSource);
    }

    @Bean
    LookupCheck lookupCheck(DataSource dataSource) {
        return new LookupCheck(dataSource, Lookups.ALL);
    }

    @Bean
    Journal journal(DataSource dataSource, Clock clock, LogSignal signal, MeterRegistry meters) {
        return new Journal(dataSource, clock, signal, meters);
    }

    @Bean
    EventStore eventStore(LogReader log, Journal journal, LogSignal signal) {
        return new LogEventStore(new JournalEngine(new LogEngine(log), journal), log, signal);
    }

    @Bean
    @Qualifier("localSegment")
    DecidingCommandBus commandBus(Journal journal, DataSource dataSource, DecidingCommandBus.Guard guard) {
        return new DecidingCommandBus(journal, dataSource, Lookups.ALL, guard);
    }

    @Bean
    Repository<StreamAggregate> streams(EventStore eventStore) {
        return EventSourcingRepository.builder(StreamAggregate.class)
                .eventStore(eventStore)
                .aggregateFactory(Streams.factory())
                .cache(new HeldStreams())
                .build();
    }

    @Bean
    ConfigurerModule handlers(CommandBus commands, Repository<StreamAggregate> streams, Desk desk) {
        return configurer -> configurer.onInitialize(configuration -> configuration.onStart(
                Phase.LOCAL_MESSAGE_HANDLER_REGISTRATIONS,
                () -> Streams.ALL.forEach(decider -> Streams.commands(decider)
                        .forEach(command -> commands.subscribe(
                                command.getName(), Streams.handler(decider, () -> streams, desk))))));
    }

    @Bean
    Jackson3SerializerCustomizer axonsJson() {
        return AxonJson.whole();
    }

    @Bean
    SmartInitializingSingleton onlyPersistent(EventStore eventStore) {
        return () -> Persistent.requireEventStore(eventStore);
    }

    @Bean
    RoutingStrategy routingStrategy() {
        return CommandServiceConfiguration::streamOf;
    }

    private static String streamOf(CommandMessage<?> message) {
        return ((StreamCommand) message.getPayload()).streamId();
    }

    @Bean
    RolesHeld rolesHeld(LookupTable table, Clock clock) {
        return person -> Roles.of(table::read, new PersonId(person)).on(London.day(clock.instant()));
    }

    @Bean
    Desk desk(CommandForms forms, Authority authority, List<Effect.Performer<?>> performers) {
        return new AttemptDesk(forms, authority, performers);
    }
}
