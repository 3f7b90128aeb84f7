package org.sevenfold.platform.axon;

import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.sevenfold.platform.log.LogEventStore;

/** Refuses a start in which something that has to last would be kept in memory, because nobody would notice before it is lost. */
public final class Persistent {

    private Persistent() {}

    /** Throws, saying what is wrong, unless events come from the log. */
    public static void requireEventStore(EventStore eventStore) {
        require(eventStore instanceof LogEventStore, "the event store", eventStore);
    }

    /** Throws, saying what is wrong, unless readers keep their place in the database and in one transaction with their work. */
    public static void requireTokens(TokenStore tokens, TransactionManager transactions) {
        require(tokens instanceof JdbcTokenStore, "the token store", tokens);
        require(transactions instanceof SpringTransactionManager, "the transaction manager", transactions);
    }

    private static void require(boolean persistent, String what, Object actual) {
        if (!persistent) {
            throw new IllegalStateException("Not started: " + what + " would keep nothing, it is "
                    + actual.getClass().getName());
        }
    }
}
