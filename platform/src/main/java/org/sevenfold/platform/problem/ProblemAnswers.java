package org.sevenfold.platform.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.databind.json.JsonMapper;

/** Turns whatever ends a request into a problem answer in sentences. Framework text, SQL and stacks stay in the log. */
@RestControllerAdvice
public final class ProblemAnswers {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAnswers.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @ExceptionHandler(Refusal.class)
    ResponseEntity<Map<String, Object>> refused(Refusal refusal, HttpServletRequest request) {
        return answer(refusal.details(), request);
    }

    @ExceptionHandler(NoResourceFoundException.class)
    ResponseEntity<Map<String, Object>> unknownPath(NoResourceFoundException e, HttpServletRequest request) {
        return answer(
                Refusal.because(Code.NOT_FOUND, "There is nothing here.", "No page and no service has this address.")
                        .remedy("Look up the address in the API description."),
                request);
    }

    @ExceptionHandler(HttpRequestMethodNotSupportedException.class)
    ResponseEntity<Map<String, Object>> wrongMethod(
            HttpRequestMethodNotSupportedException e, HttpServletRequest request) {
        String[] supported = e.getSupportedMethods();
        return answer(
                Refusal.because(
                                Code.METHOD_NOT_ALLOWED,
                                "This address does not take such a request.",
                                "It can be read or written to, but not in this way.")
                        .remedy("Use one of the methods listed.")
                        .with("allowed", supported == null ? new String[0] : supported),
                request);
    }

    @ExceptionHandler(HttpMediaTypeNotSupportedException.class)
    ResponseEntity<Map<String, Object>> wrongType(HttpMediaTypeNotSupportedException e, HttpServletRequest request) {
        return answer(
                Refusal.because(
                                Code.UNSUPPORTED_MEDIA_TYPE,
                                "This format is not understood here.",
                                "The content was declared as something that this address does not read.")
                        .remedy("Send JSON and declare it as application/json."),
                request);
    }

    @ExceptionHandler(HttpMediaTypeNotAcceptableException.class)
    ResponseEntity<Map<String, Object>> notAcceptable(
            HttpMediaTypeNotAcceptableException e, HttpServletRequest request) {
        return answer(
                Refusal.because(
                                Code.NOT_ACCEPTABLE,
                                "There is no answer in that format.",
                                "This address answers in JSON, and tables also in CSV.")
                        .remedy("Ask for application/json or text/csv."),
                request);
    }

    @ExceptionHandler({
        MissingServletRequestParameterException.class,
        MissingRequestHeaderException.class,
        MethodArgumentTypeMismatchException.class,
        HttpMessageNotReadableException.class
    })
    ResponseEntity<Map<String, Object>> malformed(Exception e, HttpServletRequest request) {
        return answer(
                Refusal.because(
                                Code.VALIDATION,
                                "The request could not be read.",
                                "A part of it is missing or not of the expected form.")
                        .remedy("Compare it with the example in the API description."),
                request);
    }

    @ExceptionHandler(Exception.class)
    ResponseEntity<Map<String, Object>> unexpected(Exception e, HttpServletRequest request) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return answer(refusal.details(), request);
            }
        }
        LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), e);
        return answer(
                Refusal.because(
                                Code.UNAVAILABLE,
                                "This could not be done just now.",
                                "Something went wrong on our side; nothing was stored in part.")
                        .remedy("Try again; if it happens again, give the correlation id to your operator."),
                request);
    }

    private static ResponseEntity<Map<String, Object>> answer(Refusal refusal, HttpServletRequest request) {
        return answer(refusal.details(), request);
    }

    private static ResponseEntity<Map<String, Object>> answer(Refusal.Details refusal, HttpServletRequest request) {
        var headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (refusal.extra().get("retryAfterSeconds") instanceof Number seconds) {
            headers.set(HttpHeaders.RETRY_AFTER, seconds.toString());
        }
        return new ResponseEntity<>(
                Problem.of(refusal, request.getRequestURI(), Correlation.of(request)),
                headers,
                refusal.code().status());
    }

    /** Writes a refusal where no controller is involved: in filters and in sign-in. */
    public static void write(Refusal refusal, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setStatus(refusal.code().status());
        response.setContentType(Problem.MEDIA_TYPE);
        response.getOutputStream()
                .write(JSON.writeValueAsBytes(
                        Problem.of(refusal.details(), request.getRequestURI(), Correlation.of(request))));
    }
}
