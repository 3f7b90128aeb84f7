package org.sevenfold.query.question;

import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.sevenfold.platform.problem.Code;
import org.sevenfold.platform.problem.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Where questions are asked, from pages and from the API alike. */
@Component
public final class Questions {

    private static final Logger LOG = LoggerFactory.getLogger(Questions.class);
    private static final int WAIT_SECONDS = 30;

    private final QueryGateway gateway;

    Questions(QueryGateway gateway) {
        this.gateway = gateway;
    }

    /** Asks and waits for the answer, 30 seconds at most; throws a refusal where there is none. */
    public Answer ask(Question question) {
        try {
            return gateway.query(question, ResponseTypes.instanceOf(Reply.class))
                    .get(WAIT_SECONDS, TimeUnit.SECONDS)
                    .orRefuse();
        } catch (TimeoutException e) {
            throw unavailable();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable();
        } catch (ExecutionException | CompletionException e) {
            LOG.error("the question {} was not answered", question.name(), e);
            throw unavailable();
        }
    }

    private static Refusal unavailable() {
        return Refusal.because(
                        Code.UNAVAILABLE,
                        "This cannot be read just now.",
                        "What keeps the records does not answer as it should.")
                .remedy("Ask again in a moment; if it goes on, give the correlation id to your operator.")
                .with("retryAfterSeconds", 5);
    }
}
