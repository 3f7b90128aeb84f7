package org.sevenfold.allinone.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Passwords are made once, kept, and readable by one person. */
class LocalSettingsTest {

    @TempDir
    private Path folder;

    @Test
    void the_file_has_a_line_for_each_setting() throws IOException {
        LocalSettings.keptIn(file(), 15432);

        assertThat(Files.readAllLines(file()))
                .extracting(line -> line.split("=", 2)[0])
                .containsExactly(
                        "SEVENFOLD_DATABASE_URL",
                        "SEVENFOLD_OWNER_PASSWORD",
                        "SEVENFOLD_COMMAND_PASSWORD",
                        "SEVENFOLD_QUERY_PASSWORD",
                        "SEVENFOLD_REPORTING_PASSWORD",
                        "SEVENFOLD_SUPERUSER_PASSWORD",
                        "SEVENFOLD_ISSUER",
                        "SEVENFOLD_COMMAND_URL",
                        "SEVENFOLD_SYSTEM_CLIENT",
                        "SEVENFOLD_SYSTEM_SECRET",
                        "SEVENFOLD_CHECKPOINT_KEY",
                        "SEVENFOLD_CHECKPOINT_ORIGIN",
                        "SEVENFOLD_CHECKPOINT_ANCHOR",
                        "SEVENFOLD_EXPORTS",
                        "SEVENFOLD_ORGANISATION");
        assertThat(Files.readAllLines(file()))
                .contains("SEVENFOLD_DATABASE_URL=jdbc:postgresql://127.0.0.1:15432/sevenfold")
                .filteredOn(line -> line.contains("PASSWORD") || line.contains("SECRET"))
                .allMatch(line -> line.matches("[A-Z_]+=[A-Za-z0-9]+"));
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no shell that reads it")
    void a_shell_reads_every_line_whatever_the_folder_is_called() throws Exception {
        Path odd = Files.createDirectories(folder.resolve("Ada's data (old)"));
        LocalSettings settings = LocalSettings.keptIn(odd.resolve("local.env"), 15432);

        Process shell = new ProcessBuilder("sh", "-c", "set -ae; . ./local.env; env")
                .directory(odd.toFile())
                .redirectErrorStream(true)
                .start();
        String read = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(shell.waitFor()).as(read).isZero();
        settings.forServices().forEach((name, value) -> assertThat(read.lines()).contains(name + "=" + value));
        assertThat(LocalSettings.keptIn(odd.resolve("local.env"), 15432).forServices())
                .isEqualTo(settings.forServices());
    }

    @Test
    void passwords_are_kept_and_differ() throws IOException {
        LocalSettings first = LocalSettings.keptIn(file(), 15432);
        LocalSettings second = LocalSettings.keptIn(file(), 15432);

        assertThat(second.passwords()).isEqualTo(first.passwords());
        assertThat(second.superuserPassword()).isEqualTo(first.superuserPassword());
        assertThat(first.superuserIsNew()).isTrue();
        assertThat(second.superuserIsNew()).isFalse();
        assertThat(List.of(
                        first.passwords().owner(),
                        first.passwords().command(),
                        first.passwords().query(),
                        first.passwords().reporting(),
                        first.superuserPassword()))
                .doesNotHaveDuplicates();
    }

    @Test
    void a_lost_line_is_made_again_and_the_others_stay() throws IOException {
        LocalSettings first = LocalSettings.keptIn(file(), 15432);
        Files.write(
                file(),
                Files.readAllLines(file()).stream()
                        .filter(line -> !line.contains("OWNER"))
                        .toList());

        LocalSettings second = LocalSettings.keptIn(file(), 15432);

        assertThat(second.passwords().owner()).isNotEqualTo(first.passwords().owner());
        assertThat(second.passwords().command()).isEqualTo(first.passwords().command());
    }

    @Test
    void the_services_do_not_get_the_superusers_password() throws IOException {
        assertThat(LocalSettings.keptIn(file(), 15432).forServices())
                .doesNotContainKey("SEVENFOLD_SUPERUSER_PASSWORD")
                .containsKeys("SEVENFOLD_COMMAND_PASSWORD", "SEVENFOLD_ISSUER");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no modes")
    void only_its_owner_reads_it() throws IOException {
        LocalSettings.keptIn(file(), 15432);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
    }

    private Path file() {
        return folder.resolve("local.env");
    }
}
