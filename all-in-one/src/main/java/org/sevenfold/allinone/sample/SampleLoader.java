package org.sevenfold.allinone.sample;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sevenfold.allinone.people.DemoPeople;
import org.sevenfold.allinone.people.DemoPerson;
import org.sevenfold.allinone.sample.SampleLog.Held;
import org.sevenfold.allinone.start.StartFailure;
import org.sevenfold.command.edge.CommandDesk;
import org.sevenfold.events.Role;
import org.sevenfold.platform.problem.Refusal;
import org.sevenfold.platform.signin.Caller;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;

/**
 * Loads the sample through the real write path before the command-service opens its port. It goes on after the last
 * line that is stored, so loading twice adds nothing and a load that was killed leaves no gap. A log that holds
 * anything else first is left alone.
 */
final class SampleLoader implements SmartLifecycle {

    private final Sample sample;
    private final SampleLog log;
    private final CommandDesk desk;
    private final SteppedClock clock;
    private final LocalDate programmeStart;
    private final Progress progress;
    private final Map<String, Caller> callers;
    private final Map<Integer, String> events = new HashMap<>();
    private volatile boolean running;

    SampleLoader(
            Sample sample,
            SampleLog log,
            CommandDesk desk,
            SteppedClock clock,
            LocalDate programmeStart,
            Progress progress) {
        this.sample = sample;
        this.log = log;
        this.desk = desk;
        this.clock = clock;
        this.programmeStart = programmeStart;
        this.progress = progress;
        this.callers = DemoPeople.ofTheSample().people().stream()
                .collect(Collectors.toMap(DemoPerson::handle, SampleLoader::caller));
    }

    /** Returns when the sample is loaded; throws a sentence where a line is refused. */
    @Override
    public void start() {
        Held held = log.read();
        int lines = sample.lines().size();
        if (held.lastLine() < lines && mayLoad(held)) {
            // The last stored line is sent again: its key answers it as before, or shows that this is another sample.
            load(sample.lines().subList(Math.max(0, held.lastLine() - 1), lines));
        }
        running = true;
    }

    private boolean mayLoad(Held held) {
        if (held.others()) {
            progress.say(
                    held.lastLine() == 0
                            ? "The data holds other records already, so the sample was not loaded."
                            : "The sample ends at line %d of %d, because other records follow it."
                                    .formatted(held.lastLine(), sample.lines().size()));
            return false;
        }
        Optional<LocalDate> start = held.start();
        if (start.isPresent() && !start.get().equals(programmeStart)) {
            throw new StartFailure(
                    "The sample in the data began on %s, and the programme was to begin on %s; start with that day, or begin anew."
                            .formatted(start.get(), programmeStart));
        }
        return true;
    }

    private void load(List<SampleLine> lines) {
        var calendar = new SampleCalendar(programmeStart);
        try {
            for (SampleLine line : lines) {
                clock.standAt(calendar.instant(line.at()));
                take(line, calendar);
                progress.loaded(line.line(), sample.lines().size());
            }
        } finally {
            clock.go();
        }
    }

    private void take(SampleLine line, SampleCalendar calendar) {
        Caller caller = callers.get(line.as());
        if (caller == null) {
            throw new StartFailure(
                    "Line %d of the sample is sent by %s, who is no demo person.".formatted(line.line(), line.as()));
        }
        byte[] body = calendar.filled(line.body(), this::eventOf).toString().getBytes(StandardCharsets.UTF_8);
        try {
            CommandDesk.Answer answer = desk.take(new CommandDesk.Incoming(
                    line.command(),
                    body,
                    caller,
                    SampleLog.CHANNEL,
                    SampleLog.key(line.line()),
                    null,
                    false,
                    SampleLog.correlation(programmeStart)));
            if (answer instanceof CommandDesk.Answer.Stored stored) {
                events.put(line.line(), stored.accepted().events().getLast().eventId());
            }
        } catch (Refusal refusal) {
            throw new StartFailure(refused(line, refusal.details()), refusal);
        }
    }

    private String eventOf(int line) {
        return events.computeIfAbsent(line, log::eventOf);
    }

    private static String refused(SampleLine line, Refusal.Details why) {
        String places = why.violations().stream()
                .map(violation -> " " + violation.pointer() + ": " + violation.message())
                .collect(Collectors.joining());
        return "Line %d of the sample, %s, was refused: %s %s%s"
                .formatted(line.line(), line.command(), why.title(), why.detail(), places);
    }

    private static Caller caller(DemoPerson person) {
        return new Caller(
                person.personId(),
                person.roles().stream()
                        .map(Role::named)
                        .flatMap(Optional::stream)
                        .toList());
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** After the command handlers are there, before the port opens. */
    @Override
    public int getPhase() {
        return WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE - 1;
    }
}
