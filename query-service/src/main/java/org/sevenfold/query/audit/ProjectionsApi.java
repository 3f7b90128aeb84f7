package org.sevenfold.query.audit;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.sevenfold.events.Role;
import org.sevenfold.platform.problem.Code;
import org.sevenfold.platform.problem.Refusal;
import org.sevenfold.platform.signin.Caller;
import org.sevenfold.query.audit.verification.SwitchVerified;
import org.sevenfold.query.board.Board;
import org.sevenfold.query.board.Boards;
import org.sevenfold.query.board.Rebuilds;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The tables that answers are read from: how far they are, whether they are what the log gives, and building them anew. */
@Tag(name = "Projections", description = "The tables that answers are read from")
@RestController
@RequestMapping("/api/v1/audit/projections")
class ProjectionsApi {

    private final Boards boards;
    private final Rebuilds rebuilds;
    private final SwitchVerified switches;

    ProjectionsApi(Boards boards, Rebuilds rebuilds, SwitchVerified switches) {
        this.switches = switches;
        this.boards = boards;
        this.rebuilds = rebuilds;
    }

    @Operation(
            summary = "Every table with its position, its lag and its state",
            description = "Auditors and operators.")
    @GetMapping
    Map<String, List<Map<String, Object>>> all() {
        if (!Caller.current().is(Role.AUDITOR)) {
            requireOperator();
        }
        return Map.of(
                "projections",
                boards.standings().values().stream()
                        .map(ProjectionsApi::standing)
                        .toList());
    }

    @Operation(
            summary = "Build a table anew from the log, beside the live one",
            description = "Operators. The live table stays in use until the new one is activated.")
    @PostMapping("/{name}/rebuild")
    Rebuilds.Result rebuild(@PathVariable String name) {
        return on(name, rebuilds::rebuild);
    }

    @Operation(
            summary = "Compare a table with what the log gives at the same position",
            description = "Operators. Rows that stand in one of the two only are named.")
    @PostMapping("/{name}/verify")
    Rebuilds.Result verify(@PathVariable String name) {
        return on(name, rebuilds::verify);
    }

    @Operation(
            summary = "Put the rebuilt table in the place of the live one",
            description = "Operators. Says whether the two were equal at the moment of the switch, which is recorded.")
    @PostMapping("/{name}/activate")
    Rebuilds.Result activate(@PathVariable String name) {
        Rebuilds.Result result = on(name, rebuilds::activate);
        switches.record(result, Caller.current().personId().toString());
        return result;
    }

    private Rebuilds.Result on(String name, Function<Board<?, ?>, Rebuilds.Result> work) {
        requireOperator();
        return work.apply(boards.named(name)
                .orElseThrow(() -> Refusal.because(
                                Code.NOT_FOUND, "There is no such table.", "Nothing is read from a table of that name.")
                        .remedy("Take a name from the list of tables.")));
    }

    private static void requireOperator() {
        if (!Caller.current().is(Role.OPERATOR)) {
            throw Refusal.because(
                            Code.ROLE_NOT_PERMITTED,
                            "Your role does not allow this.",
                            "Tables are rebuilt and compared by operators only.")
                    .remedy("Ask an operator.");
        }
    }

    private static Map<String, Object> standing(Boards.Standing standing) {
        var row = new LinkedHashMap<String, Object>();
        row.put("name", standing.board());
        row.put("position", standing.position());
        row.put("end", standing.end());
        row.put("lag", standing.lag());
        row.put("state", standing.state());
        return row;
    }
}
