package org.sevenfold.query.edge;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sevenfold.ledger.Hash;
import org.sevenfold.platform.problem.Code;
import org.sevenfold.platform.problem.Refusal;
import org.sevenfold.query.basis.AskedParameters;
import org.sevenfold.query.basis.Basis;
import org.sevenfold.query.question.Answer;
import org.sevenfold.query.question.Table;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** An answer as bytes: JSON, or CSV for its table. The same answer always gives the same bytes. */
final class Written {

    private static final MediaType CSV = MediaType.parseMediaType("text/csv");
    private static final MediaType CSV_UTF8 = MediaType.parseMediaType("text/csv;charset=UTF-8");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private Written() {}

    static ResponseEntity<byte[]> of(Answer answer, HttpServletRequest request) {
        boolean csv = wantsCsv(request);
        Table table = answer.table();
        if (csv && table == null) {
            throw Refusal.because(
                            Code.NOT_ACCEPTABLE,
                            "There is no answer in that format.",
                            "This answer is no table, so it comes in JSON only.")
                    .remedy("Ask for JSON.");
        }
        byte[] body = csv && table != null ? Csv.of(table) : JSON.writeValueAsBytes(json(answer));
        String etag = "\"" + Hash.sha256(body).hex() + "\"";
        HttpHeaders headers = headers(answer, request, etag);
        if (etagMatches(request.getHeader(HttpHeaders.IF_NONE_MATCH), etag)) {
            return ResponseEntity.status(304).headers(headers).build();
        }
        headers.setContentType(csv ? CSV_UTF8 : MediaType.APPLICATION_JSON);
        return ResponseEntity.ok().headers(headers).body(body);
    }

    private static Map<String, @Nullable Object> json(Answer answer) {
        Basis basis = answer.basis();
        var members = new LinkedHashMap<String, @Nullable Object>();
        var stands = new LinkedHashMap<String, @Nullable Object>();
        stands.put("position", basis.position());
        stands.put(
                "recordedAt",
                basis.recordedAt() == null ? null : basis.recordedAt().toString());
        stands.put("effectiveOn", basis.effectiveOn().toString());
        members.put("basis", stands);
        members.putAll(answer.members());
        Table table = answer.table();
        if (table != null) {
            members.put(table.name(), table.maps());
        }
        return members;
    }

    private static HttpHeaders headers(Answer answer, HttpServletRequest request, String etag) {
        var headers = new HttpHeaders();
        headers.set("Basis-Position", Long.toString(answer.basis().position()));
        headers.set("Basis-Root", answer.basis().root());
        headers.setETag(etag);
        headers.setCacheControl(answer.personal() ? "private, no-store" : "private, no-cache");
        headers.setVary(List.of("Accept", "Authorization"));
        if (!answer.next().isEmpty()) {
            headers.set(HttpHeaders.LINK, "<" + next(answer, request) + ">; rel=\"next\"");
        }
        return headers;
    }

    private static String next(Answer answer, HttpServletRequest request) {
        var next = UriComponentsBuilder.fromPath(request.getRequestURI());
        request.getParameterMap().forEach((name, values) -> {
            if (!AskedParameters.NAMES.contains(name) && !name.equals(RequestedQuestion.CURSOR)) {
                next.queryParam(name, "{" + name + "}");
            }
        });
        var values = new LinkedHashMap<String, Object>();
        request.getParameterMap().forEach((name, all) -> values.put(name, all[0]));
        return next.queryParam(RequestedQuestion.CURSOR, Cursor.write(answer.basis(), answer.next()))
                .encode()
                .buildAndExpand(values)
                .toUriString();
    }

    private static boolean etagMatches(@Nullable String header, String etag) {
        return header != null
                && (header.strip().equals("*")
                        || List.of(header.replace("W/", "").split("\\s*,\\s*", -1))
                                .contains(etag));
    }

    private static boolean wantsCsv(HttpServletRequest request) {
        String format = request.getParameter(RequestedQuestion.FORMAT);
        if (format != null) {
            return switch (format) {
                case "csv" -> true;
                case "json" -> false;
                default -> throw AskedParameters.malformed(RequestedQuestion.FORMAT, "The formats are json and csv.");
            };
        }
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        if (accept == null || accept.isBlank()) {
            return false;
        }
        for (MediaType wanted : accepted(accept)) {
            if (wanted.includes(MediaType.APPLICATION_JSON)) {
                return false;
            } else if (wanted.includes(CSV)) {
                return true;
            }
        }
        throw notAcceptable();
    }

    private static List<MediaType> accepted(String accept) {
        try {
            var wanted = MediaType.parseMediaTypes(accept);
            org.springframework.util.MimeTypeUtils.sortBySpecificity(wanted);
            return wanted;
        } catch (InvalidMediaTypeException e) {
            throw notAcceptable();
        }
    }

    private static Refusal notAcceptable() {
        return Refusal.because(
                        Code.NOT_ACCEPTABLE,
                        "There is no answer in that format.",
                        "This address answers in JSON, and tables also in CSV.")
                .remedy("Ask for application/json or text/csv.");
    }
}
