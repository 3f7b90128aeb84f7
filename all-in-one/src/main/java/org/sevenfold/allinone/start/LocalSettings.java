package org.sevenfold.allinone.start;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.sevenfold.platform.database.DatabaseBootstrap.Passwords;

/**
 * What the services read about where things are and how to log in, as {@code data/local.env} keeps it for whoever starts
 * a service by hand. Passwords are made once and kept; places are written anew each time.
 */
public final class LocalSettings {

    private static final String SUPERUSER_PASSWORD = "SEVENFOLD_SUPERUSER_PASSWORD";
    private static final String SYSTEM_CLIENT = "SEVENFOLD_SYSTEM_CLIENT";
    private static final String SYSTEM_SECRET = "SEVENFOLD_SYSTEM_SECRET";
    private static final String OWN_CLIENT = "sevenfold-system";
    private static final int PASSWORD_BITS = 128;
    private static final Pattern PLAIN = Pattern.compile("[\\w./:=@+-]*");
    private static final String APOSTROPHE = "'\\''";

    private final Map<String, String> values;
    private final boolean superuserIsNew;

    private LocalSettings(Map<String, String> values, boolean superuserIsNew) {
        this.values = values;
        this.superuserIsNew = superuserIsNew;
    }

    /** Reads the file, makes what it lacks, and writes it if that changed it. */
    public static LocalSettings keptIn(Path file, int databasePort) throws IOException {
        Map<String, String> kept = Files.exists(file) ? read(file) : Map.of();
        var values = new LinkedHashMap<String, String>();
        values.put("SEVENFOLD_DATABASE_URL", "jdbc:postgresql://127.0.0.1:" + databasePort + "/sevenfold");
        for (String login : List.of("OWNER", "COMMAND", "QUERY", "REPORTING", "SUPERUSER")) {
            String key = "SEVENFOLD_" + login + "_PASSWORD";
            values.put(key, kept.getOrDefault(key, newPassword()));
        }
        values.put("SEVENFOLD_ISSUER", "http://127.0.0.1:" + Ports.ISSUER);
        values.put("SEVENFOLD_COMMAND_URL", "http://127.0.0.1:" + Ports.COMMAND_SERVICE);
        values.put(SYSTEM_CLIENT, OWN_CLIENT);
        values.put(SYSTEM_SECRET, kept.getOrDefault(SYSTEM_SECRET, newPassword()));
        values.put("SEVENFOLD_CHECKPOINT_KEY", beside(file, "checkpoint.key"));
        values.put("SEVENFOLD_CHECKPOINT_ORIGIN", "lea-marsh.example/log");
        values.put("SEVENFOLD_CHECKPOINT_ANCHOR", beside(file, "checkpoints"));
        values.put("SEVENFOLD_EXPORTS", beside(file, "exports"));
        values.put("SEVENFOLD_ORGANISATION", "Lea Marsh (sample)");
        if (!values.equals(kept)) {
            PrivateFile.write(file, text(values));
        }
        return new LocalSettings(values, !kept.containsKey(SUPERUSER_PASSWORD));
    }

    public Passwords passwords() {
        return new Passwords(password("OWNER"), password("COMMAND"), password("QUERY"), password("REPORTING"));
    }

    public String superuserPassword() {
        return password("SUPERUSER");
    }

    /** By what Sevenfold itself signs in at the issuer. */
    public String ownClient() {
        return OWN_CLIENT;
    }

    /** The secret of {@link #ownClient}. */
    public String ownSecret() {
        return Objects.requireNonNull(values.get(SYSTEM_SECRET));
    }

    /** Whether the superuser's password was made just now, so that a database made earlier cannot have it. */
    public boolean superuserIsNew() {
        return superuserIsNew;
    }

    /** Everything but the superuser's password, which no service needs. */
    public Map<String, String> forServices() {
        var settings = new LinkedHashMap<>(values);
        settings.remove(SUPERUSER_PASSWORD);
        return settings;
    }

    private static String beside(Path file, String name) {
        return file.toAbsolutePath().normalize().resolveSibling(name).toString();
    }

    private String password(String login) {
        return Objects.requireNonNull(values.get("SEVENFOLD_" + login + "_PASSWORD"));
    }

    private static Map<String, String> read(Path file) throws IOException {
        var values = new LinkedHashMap<String, String>();
        for (String line : Files.readAllLines(file)) {
            String[] parts = line.split("=", 2);
            if (parts.length == 2 && !parts[1].isBlank()) {
                values.put(parts[0].strip(), unquoted(parts[1].strip()));
            }
        }
        return values;
    }

    private static String text(Map<String, String> values) {
        var text = new StringBuilder();
        values.forEach((key, value) ->
                text.append(key).append('=').append(quoted(value)).append('\n'));
        return text.toString();
    }

    /** As a shell reads it, because the file is read by one: in apostrophes unless nothing in it needs them. */
    private static String quoted(String value) {
        return PLAIN.matcher(value).matches() ? value : "'" + value.replace("'", APOSTROPHE) + "'";
    }

    private static String unquoted(String text) {
        return text.length() > 1 && text.startsWith("'") && text.endsWith("'")
                ? text.substring(1, text.length() - 1).replace(APOSTROPHE, "'")
                : text;
    }

    /** Letters and digits only, so that no shell and no URL needs to quote it. */
    private static String newPassword() {
        return new BigInteger(PASSWORD_BITS, new SecureRandom()).toString(Character.MAX_RADIX);
    }
}
