package org.sevenfold.platform.journal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sevenfold.events.DomainEvent;
import org.sevenfold.events.catalogue.EventCatalogue;
import org.sevenfold.platform.log.EventCodec;
import tools.jackson.core.type.TypeReference;

/** What a dry run would have stored: each event's stored name and payload. */
public record Decided(List<Planned> events) {

    /** One event that would be stored. */
    public record Planned(String name, Map<String, Object> payload) {}

    static Decided of(List<DomainEvent> events) {
        return new Decided(events.stream()
                .map(event -> new Planned(
                        EventCatalogue.of(event.getClass()).name(),
                        EventCodec.JSON.convertValue(event, new TypeReference<LinkedHashMap<String, Object>>() {})))
                .toList());
    }
}
