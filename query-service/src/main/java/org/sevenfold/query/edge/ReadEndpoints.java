package org.sevenfold.query.edge;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Method;
import java.time.Clock;
import org.sevenfold.query.question.Described;
import org.sevenfold.query.question.Questions;
import org.sevenfold.query.question.Readings;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Gives every reading its address. Nobody writes a controller for one. */
@Component
class ReadEndpoints implements SmartInitializingSingleton {

    private final Readings readings;
    private final Questions questions;
    private final RequestedQuestion requested;
    private final RequestMappingHandlerMapping mapping;

    ReadEndpoints(
            Readings readings,
            Questions questions,
            Clock clock,
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping) {
        this.readings = readings;
        this.questions = questions;
        this.requested = new RequestedQuestion(clock);
        this.mapping = mapping;
    }

    @Override
    public void afterSingletonsInstantiated() {
        try {
            Method read = Endpoint.class.getDeclaredMethod("read", HttpServletRequest.class);
            for (Described described : readings.all()) {
                mapping.registerMapping(
                        RequestMappingInfo.paths(described.path())
                                .methods(RequestMethod.GET)
                                .options(mapping.getBuilderConfiguration())
                                .build(),
                        new Endpoint(described),
                        read);
            }
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One reading behind one address. */
    final class Endpoint {

        private final Described described;

        Endpoint(Described described) {
            this.described = described;
        }

        ResponseEntity<byte[]> read(HttpServletRequest request) {
            return Written.of(questions.ask(requested.read(described, request)), request);
        }
    }
}
