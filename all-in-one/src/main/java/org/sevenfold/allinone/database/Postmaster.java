package org.sevenfold.allinone.database;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The server process that holds a database folder, as {@code postmaster.pid} in it tells. It outlives a JVM that was
 * killed; it is then taken over, or stopped, by the next one.
 *
 * @param port the port it listens on
 */
public record Postmaster(ProcessHandle process, int port, Path folder) {

    private static final Duration STOP = Duration.ofSeconds(60);
    private static final int PID_LINE = 0;
    private static final int PORT_LINE = 3;

    /** The live server of this folder; none where the file is absent or what it names is dead or something else. */
    public static Optional<Postmaster> holding(Path folder) throws IOException {
        List<String> lines = pidFileLines(folder);
        if (lines.size() <= PORT_LINE) {
            return Optional.empty();
        }
        int port = Integer.parseInt(lines.get(PORT_LINE).strip());
        return process(lines).filter(Postmaster::isServer).map(process -> new Postmaster(process, port, folder));
    }

    /**
     * Removes a {@code postmaster.pid} whose process is a zombie or another program by now: PostgreSQL takes these for
     * itself and would refuse to start. If no such process exists the file stays, because PostgreSQL then also looks
     * for memory that is still shared, which is the better check.
     */
    static void forgetStale(Path folder) throws IOException {
        List<String> lines = pidFileLines(folder);
        if (!lines.isEmpty()
                && process(lines).filter(process -> !isServer(process)).isPresent()) {
            Files.deleteIfExists(pidFile(folder));
        }
    }

    public boolean isAlive() {
        return isServer(process);
    }

    /** Ends all connections, writes everything out, and returns when the server is gone. */
    public void stop() throws IOException, InterruptedException {
        Optional<Path> server = process.info().command().map(Path::of);
        Optional<Path> control = server.map(
                path -> path.resolveSibling(path.getFileName().toString().replace("postgres", "pg_ctl")));
        if (control.filter(Files::isExecutable).isPresent()) {
            stopWith(control.get());
        } else {
            process.destroy();
        }
        awaitEnd();
    }

    private void awaitEnd() throws IOException, InterruptedException {
        long end = System.nanoTime() + STOP.toNanos();
        while (isAlive()) {
            if (System.nanoTime() > end) {
                throw new IOException("PostgreSQL (process " + process.pid() + ") does not end");
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private void stopWith(Path control) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        if (LinuxUtils.isUnshareAvailable()) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.addAll(List.of(control.toString(), "-D", folder.toString(), "-m", "fast", "-W", "stop"));
        new ProcessBuilder(command)
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD)
                .start()
                .waitFor();
    }

    /** A zombie counts as dead. Where the system does not tell the program's name, it is taken for a server. */
    private static boolean isServer(ProcessHandle process) {
        if (!process.isAlive() || isZombie(process.pid())) {
            return false;
        }
        return process.info()
                .command()
                .map(command -> command.contains("postgres"))
                .orElse(true);
    }

    private static boolean isZombie(long pid) {
        try {
            String status = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            return status.substring(status.lastIndexOf(')')).startsWith(") Z");
        } catch (IOException notLinux) {
            return false;
        }
    }

    private static Optional<ProcessHandle> process(List<String> lines) {
        return ProcessHandle.of(Long.parseLong(lines.get(PID_LINE).strip()));
    }

    private static List<String> pidFileLines(Path folder) throws IOException {
        Path file = pidFile(folder);
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    private static Path pidFile(Path folder) {
        return folder.resolve("postmaster.pid");
    }
}
