package org.sevenfold.query.board;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.Test;
import org.sevenfold.platform.axon.Persistent;

class PersistentStartTest {

    private final BoardsConfiguration configuration = new BoardsConfiguration();

    @Test
    void a_start_with_an_event_store_in_memory_is_refused() {
        EmbeddedEventStore inMemory = EmbeddedEventStore.builder()
                .storageEngine(new InMemoryEventStorageEngine())
                .build();

        assertThatThrownBy(() -> configuration
                        .keepsWhatItKnows(inMemory, new InMemoryTokenStore(), NoTransactionManager.INSTANCE)
                        .afterSingletonsInstantiated())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("the event store would keep nothing");
    }

    @Test
    void a_start_with_tokens_in_memory_is_refused() {
        assertThatThrownBy(() -> Persistent.requireTokens(new InMemoryTokenStore(), NoTransactionManager.INSTANCE))
                .hasMessageContaining("the token store would keep nothing");
    }
}
