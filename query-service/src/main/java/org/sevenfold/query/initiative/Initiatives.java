package org.sevenfold.query.initiative;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sevenfold.query.measure.Programme;
import org.sevenfold.query.plan.PlanReader;
import org.sevenfold.query.question.Described;
import org.sevenfold.query.question.Described.Parameter;
import org.sevenfold.query.question.Finding;
import org.sevenfold.query.question.Reading;
import org.sevenfold.query.question.References;
import org.sevenfold.query.question.References.Kind;
import org.sevenfold.query.question.Rows;
import org.sevenfold.query.question.Standpoint;
import org.springframework.stereotype.Component;

/** The initiatives, how each stands and what comes next in it. */
@Component
class Initiatives implements Reading {

    private static final String DIMENSION = "dimension";
    private static final String STATUS = "status";

    @Override
    public Described described() {
        return new Described(
                "initiatives",
                "/api/v1/programmes/{programme}/initiatives",
                "The initiatives",
                "One row for each initiative: who owns it, the units that it changes, how it is rated and why, how many"
                        + " of its milestones are met, which comes next, and by how many days its latest open milestone"
                        + " is late against what was agreed. Owners are named to whoever may read their names; others"
                        + " see the owner's post and its role.",
                List.of(
                        Programme.PARAMETER,
                        Parameter.optional("unit", "Only what changes this unit, by its reference or id.", "CIN-04"),
                        Parameter.optional(DIMENSION, "Only initiatives of this dimension.", "skills"),
                        Parameter.optional(STATUS, "Only those that are registered, approved or closed.", "approved")),
                Described.Readers.ALL_BUT_READERS,
                true);
    }

    @Override
    public Finding read(Standpoint at) {
        Programme programme = Programme.require(at);
        Optional<String> unit = unit(at);
        InitiativeRows.Found found = InitiativeRows.read(
                at,
                programme,
                PlanReader.read(at, programme),
                null,
                row -> isTouched(unit, row) && isAsked(at, DIMENSION, row) && isAsked(at, STATUS, row));
        Finding page = Rows.page(
                        "initiatives",
                        InitiativeRows.COLUMNS,
                        found.rows(),
                        at.page(),
                        row -> List.of(String.valueOf(row.get("reference"))))
                .with("programme", programme.reference());
        return found.names() ? page.aboutPeople() : page;
    }

    /** What people call the unit that is asked for. */
    private static Optional<String> unit(Standpoint at) {
        return at.parameter("unit")
                .map(text -> References.require(at, Kind.UNIT, "unit", text))
                .flatMap(id -> References.spokenAs(at, Kind.UNIT, id));
    }

    private static boolean isTouched(Optional<String> unit, Map<String, ?> row) {
        return unit.isEmpty() || (row.get("units") instanceof List<?> units && units.contains(unit.get()));
    }

    private static boolean isAsked(Standpoint at, String field, Map<String, ?> row) {
        return at.parameter(field)
                .map(wanted -> wanted.equalsIgnoreCase(String.valueOf(row.get(field))))
                .orElse(true);
    }
}
