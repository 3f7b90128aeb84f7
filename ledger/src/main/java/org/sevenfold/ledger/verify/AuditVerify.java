package org.sevenfold.ledger.verify;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where {@code java -jar audit-verify.jar} begins. */
public final class AuditVerify {

    private static final int CANNOT_TELL = 2;
    private static final String HELP = """
        audit-verify checks a log of Sevenfold, or anyone's, without trusting who runs it.

          bag FILE --vkey V [--witness V]... [--require-witnesses K]
              [--previous-checkpoint F | --previous-root HEX --previous-size N]
                                       an evidence bag, packed or unpacked
          proof FILE --vkey V --event PAYLOAD [--metadata M] [--witness V]... [--require-witnesses K]
                                       that one event is in the log, from a .tlog-proof file
          diff OLD NEW [--vkey V]...   that one bag extends another, and what has been added
          checkpoint FILE... --vkey V [--witness V]... [--require-witnesses K] [--consistency F]
                                       checkpoints by themselves and against each other
          note FILE --vkey V...        any signed note
          tree [FILE]                  the root of a file's lines as leaves, in hexadecimal
          inclusion, consistency       one JSON object a line from standard input
          witness --dir D --port P [--name N] [--bind ADDRESS]
                                       cosigns checkpoints that extend what it saw before

        --json answers in JSON. FILE may be - for standard input, except for bags.
        Exit code: 0 verified, 1 tampering, 2 it cannot be told.
        """;

    private final Map<String, Task> tasks = new LinkedHashMap<>();
    private final Terminal terminal;

    AuditVerify(Terminal terminal, Clock clock) {
        this.terminal = terminal;
        tasks.put("bag", new BagTask());
        tasks.put("proof", new ProofTask());
        tasks.put("diff", new DiffTask());
        tasks.put("checkpoint", new CheckpointTask());
        tasks.put("note", new NoteTask());
        tasks.put("tree", new TreeTask());
        tasks.put("inclusion", new ProofLinesTask(new InclusionLine()));
        tasks.put("consistency", new ProofLinesTask(new ConsistencyLine()));
        tasks.put("witness", new WitnessTask(clock));
    }

    public static void main(String[] arguments) {
        Charset charset = charset();
        var terminal = new Terminal(
                System.in,
                new PrintStream(System.out, true, charset),
                new PrintStream(System.err, true, charset),
                charset);
        System.exit(new AuditVerify(terminal, Clock.systemUTC()).run(List.of(arguments)));
    }

    /** Does what the words say, and answers the exit code. */
    int run(List<String> words) {
        Task task = words.isEmpty() ? null : tasks.get(words.get(0));
        if (task == null) {
            boolean asked = words.isEmpty() || List.of("help", "--help", "-h").contains(words.get(0));
            terminal.complain((asked ? "" : "There is no command " + words.get(0) + ".\n\n") + HELP);
            return CANNOT_TELL;
        }
        try {
            return task.run(Arguments.parse(words.subList(1, words.size()), task.options()), terminal);
        } catch (Misused e) {
            terminal.complain(e.getMessage() + "\n\n" + HELP);
        } catch (IllegalArgumentException e) {
            terminal.complain("It cannot be told: " + e.getMessage());
        } catch (IOException e) {
            terminal.complain("It cannot be told: " + Plain.words(e));
        } catch (OutOfMemoryError e) {
            terminal.complain("It cannot be told: there is not enough memory, give more with java -Xmx2g -jar ...");
        }
        return CANNOT_TELL;
    }

    /** Terminals and files read UTF-8 everywhere but on a Windows console. */
    private static Charset charset() {
        boolean windowsConsole = System.getProperty("os.name", "").startsWith("Windows") && System.console() != null;
        String itsOwn = System.getProperty("stdout.encoding", System.getProperty("native.encoding", "UTF-8"));
        return windowsConsole && Charset.isSupported(itsOwn) ? Charset.forName(itsOwn) : StandardCharsets.UTF_8;
    }
}
