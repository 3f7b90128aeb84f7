package org.sevenfold.command.change;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.axonframework.spring.stereotype.Aggregate;
import org.sevenfold.events.StoredStream;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/** The real aggregates, found as the service finds them. */
public final class Aggregates {

    private static final Map<String, Class<?>> BY_TYPE = scan().stream()
            .collect(Collectors.toMap(
                    aggregate -> aggregate.getAnnotation(Aggregate.class).type(), Function.identity()));

    private Aggregates() {}

    public static List<Class<?>> all() {
        return List.copyOf(BY_TYPE.values());
    }

    /** The aggregate that decides for a stream. */
    public static Class<?> of(StoredStream stream) {
        Class<?> aggregate = BY_TYPE.get(stream.type());
        if (aggregate == null) {
            throw new IllegalStateException("no aggregate decides for " + stream.type());
        }
        return aggregate;
    }

    private static List<Class<?>> scan() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Aggregate.class));
        return scanner.findCandidateComponents("org.sevenfold.command").stream()
                .<Class<?>>map(found -> ClassUtils.resolveClassName(
                        String.valueOf(found.getBeanClassName()), Aggregates.class.getClassLoader()))
                .toList();
    }
}
