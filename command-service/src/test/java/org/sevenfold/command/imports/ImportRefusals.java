package org.sevenfold.command.imports;

import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.sevenfold.command.edge.Importable;
import org.sevenfold.platform.problem.Refusal;
import org.sevenfold.platform.signin.Caller;
import org.springframework.mock.web.MockHttpServletRequest;

/** What imports refuse before any database is asked. */
public final class ImportRefusals {

    private static final Caller NOBODY = new Caller(new UUID(0, 1), List.of());
    private static final String HEADER = "person,course,completedOn,passed";

    private final List<Refusal.Details> refused = new ArrayList<>();

    private ImportRefusals() {}

    /** Each of them once. */
    public static List<Refusal.Details> all() {
        var imports = new ImportRefusals();
        imports.refuseWhoAndWhat();
        imports.refuseFiles();
        imports.refuseRequests();
        return imports.refused;
    }

    private void refuseWhoAndWhat() {
        refuse(() -> Importable.named("build-castle"));
        refuse(() -> Importable.named("record-training-completion").requireRole(NOBODY));
        refuse(() -> sent("application/json", HEADER));
        refuse(() -> sent("text/csv;charset=utf-16", HEADER));
        refuse(() -> readEachWithin(new Uploads(), 5));
    }

    private void refuseFiles() {
        for (String csv : List.of(
                "",
                HEADER,
                "\u0000",
                HEADER + "\nS-1,\"RSK-01,2026-11-02,yes",
                HEADER + "\nS-1,RSK-01,2026-11-02,yes,more",
                HEADER + "\nS-1,RSK-01,2026-11-02,yes,more".repeat(30),
                HEADER + "\nS-1,RSK-01,2026-11-02,yes".repeat(SentFile.MOST_ROWS + 1),
                "colour," + HEADER + "\nred,S-1,RSK-01,2026-11-02,yes",
                "S-1,RSK-01,2026-11-02,yes",
                "person,Person,course\nS-1,S-1,RSK-01",
                " ".repeat(SentFile.MOST_MEGABYTES * 1024 * 1024 + 1))) {
            refuse(() -> sent("text/csv", csv));
        }
        refuse(() -> SentText.of(new byte[] {'a', '\n', (byte) 0xE9}, StandardCharsets.UTF_8));
        refuse(() -> sent("application/x-ndjson", "{}\n[]\n"));
        refuse(() -> sent("application/x-ndjson", "{}\n[]\n7\n"));
    }

    private void refuseRequests() {
        for (String[] parameter : new String[][] {
            {"colour", "red"},
            {"after", "x"},
            {"limit", "0"},
            {"outcome", "lost"},
            {"format", "xml"},
            {"dryRun", "perhaps"}
        }) {
            var request = new MockHttpServletRequest();
            request.addParameter(parameter[0], parameter[1]);
            refuse(() -> {
                Asked asked = Asked.of(request, "after", "limit", "outcome", "format", "dryRun");
                asked.dryRun();
                asked.afterRow();
                asked.limit();
                asked.outcome();
                asked.csv();
            });
        }
        var twice = new MockHttpServletRequest();
        twice.addParameter("after", "1", "2");
        refuse(() -> Asked.of(twice, "after"));
        var after = new MockHttpServletRequest();
        after.addParameter("after", "1");
        refuse(() -> Asked.of(after, "after").afterJob());
        refuse(() -> {
            throw ImportsApi.unknown();
        });
        refuse(() -> {
            throw ImportsApi.otherFormat();
        });
        refuse(() -> {
            throw ImportsApi.erased();
        });
        refuse(() -> {
            throw ImportsApi.tooManyOpen();
        });
        refuse(() -> {
            throw ImportWork.failed();
        });
    }

    /** A file that sends a file while it is being read, and so on. */
    private static void readEachWithin(Uploads uploads, int depth) throws IOException {
        if (depth == 0) {
            return;
        }
        var request = new MockHttpServletRequest() {
            @Override
            public ServletInputStream getInputStream() {
                try {
                    readEachWithin(uploads, depth - 1);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                return super.getInputStream();
            }
        };
        request.setContentType("text/csv");
        uploads.read(Importable.named("record-training-completion"), request);
    }

    @FunctionalInterface
    private interface Refused {
        void run() throws IOException;
    }

    private void refuse(Refused request) {
        try {
            request.run();
        } catch (Refusal refusal) {
            refused.add(refusal.details());
            return;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new AssertionError("nothing was refused");
    }

    private static SentFile sent(String type, String content) throws IOException {
        return new Uploads().read(Importable.named("record-training-completion"), request(type, content));
    }

    private static MockHttpServletRequest request(String type, String content) {
        var request = new MockHttpServletRequest();
        request.setContentType(type);
        request.setContent(content.getBytes(StandardCharsets.UTF_8));
        return request;
    }
}
