package org.sevenfold.allinone.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sevenfold.allinone.start.DataFolder;
import org.sevenfold.allinone.start.LocalSettings;
import org.sevenfold.allinone.start.StartFailure;

/** The embedded database keeps what it was given, whatever happened to the one who started it. */
class DatabaseIT {

    @TempDir
    private static Path temporary;

    private static Path folder;
    private static int port;

    /** The first start makes the database; all tests go on with it, so that it is made once. */
    @BeforeAll
    static void make() throws Exception {
        folder = temporary.resolve("data");
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        try (DataFolder data = DataFolder.take(folder);
                EmbeddedDatabase database = start(data)) {
            assertThat(database.version()).startsWith("18.");
            asOwner("CREATE TABLE log.kept (n int)");
            asOwner("INSERT INTO log.kept VALUES (7)");
        }
    }

    /** Whatever a test left running is ended, by the process that the data folder itself names. */
    @AfterEach
    void end() throws Exception {
        var survivor = Postmaster.holding(folder.resolve("postgresql"));
        if (survivor.isPresent()) {
            survivor.get().stop();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "fsync, on",
        "synchronous_commit, on",
        "full_page_writes, on",
        "listen_addresses, 127.0.0.1",
        "password_encryption, scram-sha-256"
    })
    void it_is_durable_and_local(String setting, String value) throws Exception {
        try (DataFolder data = DataFolder.take(folder);
                EmbeddedDatabase database = start(data)) {
            assertThat(database.pid()).isPositive();
            assertThat(asOwner("SHOW " + setting)).isEqualTo(value);
        }
    }

    @Test
    void nobody_enters_without_a_password() throws Exception {
        try (DataFolder data = DataFolder.take(folder);
                EmbeddedDatabase database = start(data)) {
            assertThat(database.pid()).isPositive();
            assertThatThrownBy(() -> DriverManager.getConnection(url("postgres"), "postgres", "guess"))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            refused -> assertThat(refused.getSQLState()).isEqualTo("28P01"));
        }
    }

    @Test
    void it_is_gone_after_a_stop_and_has_everything_after_the_next_start() throws Exception {
        try (DataFolder data = DataFolder.take(folder);
                EmbeddedDatabase database = start(data)) {
            assertThat(ProcessHandle.of(database.pid())).isPresent();
        }

        assertThat(Postmaster.holding(folder.resolve("postgresql"))).isEmpty();
        assertKept();
    }

    @Test
    void a_server_that_outlived_its_killed_jvm_is_taken_over() throws Exception {
        Process other = heldElsewhere();
        assertThatThrownBy(() -> DataFolder.take(folder))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("running already");

        other.destroyForcibly().waitFor();

        Postmaster survivor = Postmaster.holding(folder.resolve("postgresql")).orElseThrow();
        try (DataFolder data = DataFolder.take(folder);
                EmbeddedDatabase database = start(data)) {
            assertThat(database.pid()).isEqualTo(survivor.process().pid());
            assertThat(asOwner("SELECT n FROM log.kept")).isEqualTo("7");
        }
        assertThat(survivor.isAlive()).isFalse();
    }

    @Test
    void a_server_that_was_killed_itself_is_started_again() throws Exception {
        Process other = heldElsewhere();
        Postmaster killed = Postmaster.holding(folder.resolve("postgresql")).orElseThrow();
        other.destroyForcibly().waitFor();
        killed.process().destroyForcibly();

        try (DataFolder data = DataFolder.take(folder);
                EmbeddedDatabase database = start(data)) {
            assertThat(database.pid()).isNotEqualTo(killed.process().pid());
            assertThat(asOwner("SELECT n FROM log.kept")).isEqualTo("7");
        }
    }

    @Test
    void a_pid_file_whose_number_another_program_has_by_now_is_forgotten() throws Exception {
        long another = ProcessHandle.current().parent().orElseThrow().pid();
        Files.write(
                folder.resolve("postgresql").resolve("postmaster.pid"),
                List.of(Long.toString(another), folder.resolve("postgresql").toString(), "1", Integer.toString(port)));

        assertKept();
    }

    @Test
    void a_database_that_was_left_half_made_is_made_again() throws Exception {
        Path other = temporary.resolve("half-made");
        try (DataFolder data = DataFolder.take(other)) {
            Files.createDirectories(data.database());
            Files.writeString(data.database().resolve("postgresql.conf"), "# and no more");
            Files.createFile(data.databaseBeingMade());
            try (EmbeddedDatabase database = start(data)) {
                assertThat(database.version()).startsWith("18.");
            }
            assertThat(data.databaseBeingMade()).doesNotExist();
        }
    }

    @Test
    void a_taken_port_is_named() throws Exception {
        try (DataFolder data = DataFolder.take(folder);
                ServerSocket taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertThat(taken.isBound()).isTrue();
            assertThatThrownBy(() -> start(data))
                    .isInstanceOf(StartFailure.class)
                    .hasMessage("Port " + port + " of this machine, which the database needs, is taken by another"
                            + " program; stop that program and start again.");
        }
    }

    @Test
    void without_its_passwords_a_database_is_left_alone() throws Exception {
        try (DataFolder data = DataFolder.take(folder)) {
            String passwords = Files.readString(data.localEnv());
            Files.delete(data.localEnv());
            try {
                assertThatThrownBy(() -> start(data))
                        .isInstanceOf(StartFailure.class)
                        .hasMessageContaining("put the file back, or begin anew with --fresh");
            } finally {
                Files.writeString(data.localEnv(), passwords);
            }
        }
        assertKept();
    }

    private static void assertKept() throws Exception {
        try (DataFolder data = DataFolder.take(folder);
                EmbeddedDatabase database = start(data)) {
            assertThat(database.pid()).isPositive();
            assertThat(asOwner("SELECT n FROM log.kept")).isEqualTo("7");
        }
    }

    private static EmbeddedDatabase start(DataFolder data) throws IOException, SQLException, InterruptedException {
        return EmbeddedDatabase.start(data, LocalSettings.keptIn(data.localEnv(), port), port);
    }

    private static Process heldElsewhere() throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        HeldElsewhere.class.getName(),
                        folder.toString(),
                        Integer.toString(port))
                .redirectErrorStream(true)
                .start();
        BufferedReader output = process.inputReader();
        while (!Objects.requireNonNull(output.readLine(), "The other JVM ended").equals("HELD")) {
            assertThat(process.isAlive()).isTrue();
        }
        return process;
    }

    private static String asOwner(String sql) throws Exception {
        String password = LocalSettings.keptIn(folder.resolve("local.env"), port)
                .passwords()
                .owner();
        try (Connection connection = DriverManager.getConnection(url("sevenfold"), "sevenfold_owner", password);
                Statement statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return "";
            }
            ResultSet row = statement.getResultSet();
            row.next();
            return row.getString(1);
        }
    }

    private static String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }
}
