package org.sevenfold.query.dashboard;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sevenfold.ledger.Hash;
import org.sevenfold.platform.problem.Refusal;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;

/** Pages as bytes, with the headers that the API's answers have. The same page always gives the same bytes. */
@Component
class Sheets {

    private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");
    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");

    private final SpringTemplateEngine engine;

    Sheets(SpringTemplateEngine engine) {
        this.engine = engine;
    }

    /** A page that stands on what was asked, or only the news that the reader's copy of it is still good. */
    ResponseEntity<byte[]> page(
            String template, Map<String, Object> model, Inquiry inquiry, @Nullable String ifNoneMatch) {
        return kept(rendered(template, model), HTML, inquiry, ifNoneMatch);
    }

    ResponseEntity<byte[]> csv(byte[] table, String file, Inquiry inquiry, @Nullable String ifNoneMatch) {
        ResponseEntity<byte[]> sheet = kept(table, CSV, inquiry, ifNoneMatch);
        return ResponseEntity.status(sheet.getStatusCode())
                .headers(sheet.getHeaders())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file + "\"")
                .body(sheet.getBody());
    }

    /** A page that says why there is no other one. */
    ResponseEntity<byte[]> refused(Refusal.Details refusal, Map<String, Object> model) {
        var headers = new HttpHeaders();
        headers.setContentType(HTML);
        headers.setCacheControl("private, no-store");
        if (refusal.extra().get("retryAfterSeconds") instanceof Number seconds) {
            headers.set(HttpHeaders.RETRY_AFTER, seconds.toString());
        }
        return ResponseEntity.status(refusal.code().status())
                .headers(headers)
                .body(rendered("dashboard/refused", model));
    }

    private byte[] rendered(String template, Map<String, Object> model) {
        return engine.process(template, new Context(Locale.UK, model)).getBytes(StandardCharsets.UTF_8);
    }

    private static ResponseEntity<byte[]> kept(
            byte[] body, MediaType type, Inquiry inquiry, @Nullable String ifNoneMatch) {
        String etag = "\"" + Hash.sha256(body).hex() + "\"";
        var headers = new HttpHeaders();
        headers.set("Basis-Position", Long.toString(inquiry.basis().position()));
        headers.set("Basis-Root", inquiry.basis().root());
        headers.setETag(etag);
        headers.setCacheControl(inquiry.personal() ? "private, no-store" : "private, no-cache");
        headers.setVary(List.of(HttpHeaders.AUTHORIZATION));
        if (ifNoneMatch != null && ifNoneMatch.contains(etag)) {
            return ResponseEntity.status(304).headers(headers).build();
        }
        headers.setContentType(type);
        return ResponseEntity.ok().headers(headers).body(body);
    }
}
