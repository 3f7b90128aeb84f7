package org.sevenfold.query.dashboard;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sevenfold.platform.problem.Code;
import org.sevenfold.platform.problem.Correlation;
import org.sevenfold.platform.problem.Refusal;
import org.sevenfold.platform.signin.Caller;
import org.sevenfold.platform.time.London;
import org.sevenfold.query.basis.AskedParameters;
import org.sevenfold.query.measure.Programme;
import org.sevenfold.query.question.Errand;
import org.sevenfold.query.question.Questions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The pages and their addresses. Each asks what the API would be asked; a refusal becomes a page that keeps what was typed. */
@Hidden
@RestController
class Pages {

    static final String OVERVIEW = "/";
    static final String TRAINING = "/training";
    static final String INITIATIVES = "/initiatives";
    static final String PLAN = "/plan";
    static final String TABLE = "/training-in-date.csv";
    static final String EXPLAIN = "/explain";
    static final String HISTORY = "/history";
    static final String UNITS = "/units";

    /** What says which figure is meant. */
    static final Set<String> CELL = Set.of("measure", "unit", "course");

    /** What says which milestones are meant. */
    private static final Set<String> COUNT = Set.of("unit", "dimension", "status");

    private static final String NONE_YET = "none-yet";
    private static final Logger LOG = LoggerFactory.getLogger(Pages.class);
    private static final Set<String> COORDINATES = Set.of(AskedParameters.EFFECTIVE_ON, AskedParameters.KNOWN_AT);

    private final Questions questions;
    private final JdbcClient sql;
    private final Sheets sheets;
    private final AskedParameters coordinates;

    Pages(Questions questions, JdbcClient sql, Sheets sheets, Clock clock) {
        this.questions = questions;
        this.sql = sql;
        this.sheets = sheets;
        this.coordinates = new AskedParameters(clock);
    }

    /** One kind of page: what it takes besides the two coordinates, and how it answers. */
    private interface Matter {
        ResponseEntity<byte[]> answer(Inquiry inquiry, Typed typed);
    }

    @GetMapping(OVERVIEW)
    ResponseEntity<byte[]> overview(HttpServletRequest request) {
        return answer(
                request,
                Set.of(),
                (inquiry, typed) ->
                        page("dashboard/overview", "glance", Glance.read(inquiry), inquiry, typed, Set.of(), request));
    }

    @GetMapping(INITIATIVES + "/{initiative}")
    ResponseEntity<byte[]> initiative(@PathVariable String initiative, HttpServletRequest request) {
        return answer(
                request,
                Set.of(),
                (inquiry, typed) -> page(
                        "dashboard/initiative",
                        "initiative",
                        InitiativePage.read(inquiry, initiative),
                        inquiry,
                        typed,
                        Set.of(),
                        request));
    }

    @GetMapping(PLAN)
    ResponseEntity<byte[]> plan(HttpServletRequest request) {
        return answer(
                request,
                COUNT,
                (inquiry, typed) -> page(
                        "dashboard/plan",
                        "plan",
                        PlanPage.read(inquiry, typed.subject(COUNT)),
                        inquiry,
                        typed,
                        COUNT,
                        request));
    }

    @GetMapping(TRAINING)
    ResponseEntity<byte[]> training(HttpServletRequest request) {
        return answer(
                request,
                Set.of(),
                (inquiry, typed) ->
                        page("dashboard/training", "matrix", Matrix.read(inquiry), inquiry, typed, Set.of(), request));
    }

    @GetMapping(TABLE)
    ResponseEntity<byte[]> table(HttpServletRequest request) {
        return answer(request, Set.of(), (inquiry, typed) -> {
            byte[] table = MatrixCsv.of(Matrix.read(inquiry));
            String file = "training-in-date-" + inquiry.basis().effectiveOn() + ".csv";
            return sheets.csv(table, file, inquiry, request.getHeader(HttpHeaders.IF_NONE_MATCH));
        });
    }

    @GetMapping(EXPLAIN)
    ResponseEntity<byte[]> explain(HttpServletRequest request) {
        var takes = new HashSet<>(CELL);
        takes.add(Explained.AFTER);
        return answer(
                request,
                takes,
                (inquiry, typed) -> page(
                        "dashboard/explain",
                        "explained",
                        Explained.read(inquiry, typed),
                        inquiry,
                        typed,
                        CELL,
                        request));
    }

    @GetMapping(HISTORY + "/{entity}")
    ResponseEntity<byte[]> history(@PathVariable String entity, HttpServletRequest request) {
        return answer(
                request,
                Set.of(),
                (inquiry, typed) -> page(
                        "dashboard/history", "told", Told.read(inquiry, entity), inquiry, typed, Set.of(), request));
    }

    @GetMapping(UNITS + "/{unit}")
    ResponseEntity<byte[]> unit(@PathVariable String unit, HttpServletRequest request) {
        return answer(
                request,
                Set.of(),
                (inquiry, typed) ->
                        page("dashboard/unit", "unit", Unit.read(inquiry, unit), inquiry, typed, Set.of(), request));
    }

    private ResponseEntity<byte[]> answer(HttpServletRequest request, Set<String> takes, Matter matter) {
        Typed typed = Typed.into(request);
        try {
            var known = new HashSet<>(takes);
            known.addAll(COORDINATES);
            typed.requireOnly(known, request);
            Inquiry inquiry = new Inquiry(
                    questions,
                    programme().map(Programme::reference).orElse(NONE_YET),
                    coordinates.read(typed.subject(COORDINATES)),
                    Caller.current(),
                    new Errand(null, Correlation.of(request)));
            return matter.answer(inquiry, typed);
        } catch (Refusal refusal) {
            return refused(refusal.details(), typed, takes, request);
        } catch (RuntimeException e) {
            LOG.error("the page {} could not be made", request.getRequestURI(), e);
            return refused(failed(request).details(), typed, takes, request);
        }
    }

    private ResponseEntity<byte[]> page(
            String template,
            String name,
            Object matter,
            Inquiry inquiry,
            Typed typed,
            Set<String> subject,
            HttpServletRequest request) {
        Map<String, Object> model = frame(inquiry.link(OVERVIEW, Map.of()));
        boolean sample = new Row(inquiry.ask(Recordings.NAME, Map.of()).members()).truth(Recordings.SAMPLE);
        String day = inquiry.basis().effectiveOn().toString();
        model.put(name, matter);
        model.put("form", Form.of(typed, typed.subject(subject), day, null));
        model.put("stand", Stand.on(inquiry.basis(), coordinates.today()));
        model.put("sample", sample);
        model.put("csv", inquiry.link(TABLE, Map.of()));
        return sheets.page(template, model, inquiry, request.getHeader(HttpHeaders.IF_NONE_MATCH));
    }

    private ResponseEntity<byte[]> refused(
            Refusal.Details refusal, Typed typed, Set<String> takes, HttpServletRequest request) {
        Map<String, Object> model = frame(OVERVIEW);
        model.put("form", Form.of(typed, typed.subject(takes), "", refusal));
        model.put("title", refusal.title());
        model.put("detail", refusal.detail());
        model.put("correlation", Correlation.of(request));
        put(model, "remedy", refusal.remedy());
        return sheets.refused(refusal, model);
    }

    /** What stands round every page. */
    private Map<String, Object> frame(String home) {
        var model = new HashMap<String, Object>();
        Optional<Programme> programme = programme();
        model.put("programme", programme.map(Programme::title).orElse("No programme yet"));
        model.put(
                "programmeDays",
                programme
                        .map(p -> "%s to %s".formatted(London.spoken(p.starts()), London.spoken(p.ends())))
                        .orElse("nobody has started one"));
        model.put("home", home);
        model.put(
                "visitor",
                SecurityContextHolder.getContext().getAuthentication() instanceof AnonymousAuthenticationToken);
        return model;
    }

    private Optional<Programme> programme() {
        return Programme.lastStarted(sql);
    }

    private static void put(Map<String, Object> model, String name, @Nullable Object value) {
        if (value != null) {
            model.put(name, value);
        }
    }

    private static Refusal failed(HttpServletRequest request) {
        return Refusal.because(
                        Code.UNAVAILABLE,
                        "This page cannot be shown just now.",
                        "Something went wrong on our side; what is recorded is as it was.")
                .remedy("Open it again in a moment; if it happens again, tell your operator the number "
                        + Correlation.of(request) + ".");
    }
}
