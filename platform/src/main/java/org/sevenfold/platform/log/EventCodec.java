package org.sevenfold.platform.log;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sevenfold.events.DomainEvent;
import org.sevenfold.events.StoredStream.StoredEvent;
import org.sevenfold.events.catalogue.EventCatalogue;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedConstructor;
import tools.jackson.databind.introspect.AnnotatedMethod;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;

/**
 * Events as bytes and back, under their stored names. A name or a revision that the catalogue lacks is an error, and so
 * is a component that the event does not know, or one that it lacks and cannot do without: nothing in the log is ever
 * dropped or made up in silence.
 */
public final class EventCodec {

    private static final TypeReference<LinkedHashMap<String, Object>> TREE = new TypeReference<>() {};
    private static final TypeReference<TreeMap<String, String>> METADATA = new TypeReference<>() {};

    /** Reads and writes values as they are stored: the one mapper for payloads, metadata and lookup values. */
    public static final JsonMapper JSON = JsonMapper.builder()
            .annotationIntrospector(new BareValues())
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(EnumFeature.READ_ENUMS_USING_TO_STRING)
            .disable(EnumFeature.WRITE_ENUMS_USING_TO_STRING)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private EventCodec() {}

    public static byte[] encode(DomainEvent event) {
        return JSON.writeValueAsBytes(event);
    }

    /** The event stored under this name and revision, brought up to today's shape. */
    public static DomainEvent decode(String name, int revision, byte[] payload) {
        return decode(EventCatalogue.named(name), revision, payload);
    }

    static DomainEvent decode(StoredEvent stored, int revision, byte[] payload) {
        if (revision == stored.revision()) {
            return present(stored, JSON.readValue(payload, stored.payload()));
        }
        if (revision < 1 || revision > stored.revision()) {
            throw new IllegalStateException(stored.name() + " has no revision " + revision);
        }
        Map<String, Object> tree = JSON.readValue(payload, TREE);
        for (var upcast :
                stored.upcasts().subList(revision - 1, stored.upcasts().size())) {
            tree = upcast.apply(tree);
        }
        return present(stored, JSON.convertValue(tree, stored.payload()));
    }

    private static DomainEvent present(StoredEvent stored, @Nullable DomainEvent event) {
        if (event == null) {
            throw new IllegalStateException(stored.name() + " was stored without a payload");
        }
        return event;
    }

    public static byte[] encodeMetadata(Map<String, String> metadata) {
        return JSON.writeValueAsBytes(new TreeMap<>(metadata));
    }

    public static Map<String, String> decodeMetadata(byte[] metadata) {
        return JSON.readValue(metadata, METADATA);
    }

    /** A record of one component is written as that component alone; one that may not be null is never read as null. */
    private static final class BareValues extends JacksonAnnotationIntrospector {

        private static final long serialVersionUID = 1L;

        private static @Nullable RecordComponent only(Class<?> type) {
            if (!type.isRecord() || DomainEvent.class.isAssignableFrom(type)) {
                return null;
            }
            RecordComponent[] components = type.getRecordComponents();
            return components.length == 1 ? components[0] : null;
        }

        @Override
        public @Nullable Boolean hasAsValue(MapperConfig<?> config, Annotated a) {
            if (a instanceof AnnotatedMethod method && method.getParameterCount() == 0) {
                RecordComponent only = only(method.getDeclaringClass());
                if (only != null && only.getAccessor().equals(method.getAnnotated())) {
                    return true;
                }
            }
            return super.hasAsValue(config, a);
        }

        @Override
        public JsonSetter.Value findSetterInfo(MapperConfig<?> config, Annotated a) {
            if (a instanceof AnnotatedParameter parameter
                    && parameter.getOwner() instanceof AnnotatedConstructor constructor
                    && constructor.getDeclaringClass().isRecord()
                    && !constructor
                            .getAnnotated()
                            .getAnnotatedParameterTypes()[parameter.getIndex()]
                            .isAnnotationPresent(Nullable.class)) {
                return JsonSetter.Value.forValueNulls(Nulls.FAIL);
            }
            return super.findSetterInfo(config, a);
        }

        @Override
        public JsonCreator.@Nullable Mode findCreatorAnnotation(MapperConfig<?> config, Annotated a) {
            if (a instanceof AnnotatedConstructor constructor) {
                RecordComponent only = only(constructor.getDeclaringClass());
                if (only != null
                        && List.of(constructor.getAnnotated().getParameterTypes())
                                .equals(List.of(only.getType()))) {
                    return JsonCreator.Mode.DELEGATING;
                }
            }
            return super.findCreatorAnnotation(config, a);
        }
    }
}
