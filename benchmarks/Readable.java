import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long it takes from a command's answer until its change can be read: commands are sent at a steady rate to a running
 * Sevenfold, and after each answer a figure is asked for that needs the command's position. Prints milliseconds.
 *
 * <p>{@code java benchmarks/Readable.java PASSWORD [COMMANDS_PER_SECOND [SECONDS]]}, against 127.0.0.1:8080 and the demo
 * issuer on 9000, in one process or several.
 */
final class Readable {

    private static final String API = "http://127.0.0.1:8080/api/v1";
    private static final Pattern TOKEN = Pattern.compile("\"access_token\":\"([^\"]+)\"");
    private static final Pattern POSITION = Pattern.compile("\"position\":(\\d+),\"recordedAt\"");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private Readable() {}

    public static void main(String[] arguments) throws Exception {
        int perSecond = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 20;
        int seconds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 30;
        String token = token("maya-lindqvist", arguments[0]);
        String run = Long.toString(System.currentTimeMillis(), 36).toUpperCase(java.util.Locale.ROOT);
        List<Double> answered = Collections.synchronizedList(new ArrayList<>());
        List<Double> readable = Collections.synchronizedList(new ArrayList<>());
        int warmUp = perSecond * 5;
        int all = warmUp + perSecond * seconds;
        try (var clients = Executors.newScheduledThreadPool(16)) {
            for (int i = 0; i < all; i++) {
                int number = i;
                clients.schedule(
                        () -> {
                            double[] times = one(token, run + "-" + number);
                            if (number >= warmUp) {
                                answered.add(times[0]);
                                readable.add(times[1]);
                            }
                            return null;
                        },
                        1_000_000L * i / perSecond,
                        TimeUnit.MICROSECONDS);
            }
        }
        System.out.printf(
                "%d commands at %d a second (%d more before, not counted)%n", answered.size(), perSecond, warmUp);
        print("command answered", answered);
        print("readable after the answer", readable);
    }

    /** Milliseconds to the answer, and from there to the figure. */
    private static double[] one(String token, String code) throws IOException, InterruptedException {
        long from = System.nanoTime();
        var stored = HTTP.send(
                HttpRequest.newBuilder(URI.create(API + "/commands/define-course"))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", code)
                        .POST(BodyPublishers.ofString(
                                """
                                {"code": "B-%s", "title": "Measured", "mode": "ONLINE", "hours": 1, "from": "%s"}\
                                """.formatted(code, LocalDate.now().plusDays(300))))
                        .build(),
                BodyHandlers.ofString());
        long answered = System.nanoTime();
        Matcher position = POSITION.matcher(stored.body());
        if (stored.statusCode() != 201 || !position.find()) {
            throw new IOException("refused: " + stored.body());
        }
        var read = HTTP.send(
                HttpRequest.newBuilder(
                                URI.create(API + "/programmes/lea-marsh/units/CIN-01?minPosition=" + position.group(1)))
                        .header("Authorization", "Bearer " + token)
                        .build(),
                BodyHandlers.ofString());
        long now = System.nanoTime();
        if (read.statusCode() != 200) {
            throw new IOException("not readable: " + read.body());
        }
        return new double[] {(answered - from) / 1e6, (now - answered) / 1e6};
    }

    private static String token(String client, String password) throws IOException, InterruptedException {
        String basic = Base64.getEncoder().encodeToString((client + ":" + password).getBytes(StandardCharsets.UTF_8));
        var answer = HTTP.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:9000/oauth2/token"))
                        .header("Authorization", "Basic " + basic)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                        .build(),
                BodyHandlers.ofString());
        Matcher token = TOKEN.matcher(answer.body());
        if (!token.find()) {
            throw new IOException("no token: " + answer.body());
        }
        return token.group(1);
    }

    private static void print(String what, List<Double> millis) {
        List<Double> sorted = millis.stream().sorted().toList();
        System.out.printf(
                "%-27s p50 %.1f ms   p95 %.1f ms   p99 %.1f ms   max %.1f ms%n",
                what, at(sorted, 0.50), at(sorted, 0.95), at(sorted, 0.99), sorted.getLast());
    }

    private static double at(List<Double> sorted, double share) {
        return sorted.get((int) Math.min(sorted.size() - 1, Math.floor(sorted.size() * share)));
    }
}
