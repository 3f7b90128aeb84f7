package org.sevenfold.command.edge;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sevenfold.events.Role;
import org.sevenfold.platform.journal.Accepted;
import org.sevenfold.platform.problem.Code;
import org.sevenfold.platform.problem.Correlation;
import org.sevenfold.platform.problem.Refusal;
import org.sevenfold.platform.problem.Violation;
import org.sevenfold.platform.signin.Caller;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The one endpoint of all commands, and their catalogue. Answers 201 where a stream begins, 200 where it goes on or for
 * a dry run, 202 where it waits for somebody else's decision, and a problem where the command is refused.
 */
@RestController
class CommandsApi {

    private static final int BODY_BYTES = 256 * 1024;
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,100}");
    private static final Pattern VERSION = Pattern.compile("(?:W/)?\"?(\\d{1,18})\"?");

    private final CommandDesk desk;

    CommandsApi(CommandDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/api/v1/commands")
    Map<String, Object> catalogue() {
        return Map.of(
                "commands",
                CommandCatalogue.all().stream().map(CommandSchemas::entry).toList());
    }

    @GetMapping("/api/v1/commands/{name}")
    Map<String, Object> entry(@PathVariable String name) {
        return CommandCatalogue.named(name).stream()
                .findFirst()
                .map(CommandSchemas::entry)
                .orElseThrow(() -> CommandDesk.unknownCommand());
    }

    @PostMapping("/api/v1/commands/{name}")
    ResponseEntity<Map<String, Object>> take(@PathVariable String name, HttpServletRequest request) throws IOException {
        requireJson(request);
        Caller caller = Caller.current();
        var incoming = new CommandDesk.Incoming(
                name,
                body(request),
                caller,
                caller.is(Role.SYSTEM) ? "system" : "api",
                key(request.getHeader("Idempotency-Key")),
                version(request.getHeader("If-Match")),
                dryRun(request),
                Correlation.of(request));
        return switch (desk.take(incoming)) {
            case CommandDesk.Answer.WouldStore would ->
                ResponseEntity.ok(
                        Map.of("dryRun", true, "events", would.decided().events(), "warnings", List.of()));
            case CommandDesk.Answer.WouldPropose would ->
                ResponseEntity.ok(ordered(
                        "dryRun",
                        true,
                        "proposal",
                        true,
                        "decidableBy",
                        would.decidableBy().stream().map(Role::text).toList(),
                        "events",
                        would.decided().events(),
                        "warnings",
                        List.of()));
            case CommandDesk.Answer.Stored stored ->
                answer(stored.accepted().begins() ? 201 : 200, stored.accepted(), null);
            case CommandDesk.Answer.Proposed proposed -> answer(202, proposed.accepted(), proposed.reference());
        };
    }

    private static ResponseEntity<Map<String, Object>> answer(
            int status, Accepted accepted, @Nullable String proposal) {
        var body = new LinkedHashMap<String, Object>();
        if (proposal != null) {
            body.put("proposal", proposal);
        }
        body.put("streamId", accepted.streamId());
        body.put("version", accepted.version());
        body.put(
                "events",
                accepted.events().stream()
                        .map(event ->
                                ordered("eventId", event.eventId(), "name", event.name(), "position", event.position()))
                        .toList());
        body.put("position", accepted.position());
        if (accepted.recordedAt() != null) {
            body.put("recordedAt", accepted.recordedAt().toString());
        }
        body.put(
                "receipt",
                accepted.events().stream()
                        .map(event -> ordered("leafIndex", event.leafIndex(), "leafHash", event.leafHash()))
                        .toList());
        return ResponseEntity.status(status)
                .eTag("\"" + accepted.version() + "\"")
                .body(body);
    }

    private static Map<String, Object> ordered(Object... pairs) {
        var map = new LinkedHashMap<String, Object>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }

    private static void requireJson(HttpServletRequest request) {
        String type = request.getContentType();
        if (type != null) {
            try {
                if (MediaType.APPLICATION_JSON.includes(MediaType.parseMediaType(type))) {
                    return;
                }
            } catch (org.springframework.http.InvalidMediaTypeException e) {
                // said below, like any other format
            }
        }
        throw Refusal.because(
                        Code.UNSUPPORTED_MEDIA_TYPE,
                        "This format is not understood here.",
                        "A command is JSON, and says so.")
                .remedy("Send the content type application/json.");
    }

    private static byte[] body(HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(BODY_BYTES + 1);
        if (body.length > BODY_BYTES) {
            throw Refusal.because(
                            Code.TOO_LARGE,
                            "This is too large for one command.",
                            "A command has at most %d KiB.".formatted(BODY_BYTES / 1024))
                    .remedy("Send less text; what supports a fact is named as evidence and stays where it is kept.");
        }
        return body;
    }

    private static @Nullable String key(@Nullable String header) {
        if (header == null || KEY.matcher(header).matches()) {
            return header;
        }
        throw header("Idempotency-Key", "A key has 1 to 100 letters, digits and signs, without blanks.");
    }

    private static @Nullable Long version(@Nullable String header) {
        if (header == null) {
            return null;
        }
        Matcher version = VERSION.matcher(header.strip());
        if (!version.matches()) {
            throw header("If-Match", "A version is expected, as an answer gave it.");
        }
        return Long.valueOf(version.group(1));
    }

    private static boolean dryRun(HttpServletRequest request) {
        Set<String> names = request.getParameterMap().keySet();
        String value = request.getParameter("dryRun");
        if (names.isEmpty()) {
            return false;
        }
        if (names.size() > 1 || value == null || !(value.equals("true") || value.equals("false"))) {
            throw header("dryRun", "A dry run is asked for with true or false; there is no other parameter.");
        }
        return value.equals("true");
    }

    private static Refusal header(String name, String message) {
        return Refusal.because(Code.VALIDATION, "The request could not be read.", message)
                .remedy("Mend it and send it again.")
                .violations(List.of(new Violation(name, "not-allowed", message)));
    }
}
