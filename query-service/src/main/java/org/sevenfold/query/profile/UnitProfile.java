package org.sevenfold.query.profile;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sevenfold.platform.problem.Code;
import org.sevenfold.platform.problem.Refusal;
import org.sevenfold.platform.time.London;
import org.sevenfold.query.measure.Programme;
import org.sevenfold.query.question.Described;
import org.sevenfold.query.question.Described.Parameter;
import org.sevenfold.query.question.Finding;
import org.sevenfold.query.question.Reading;
import org.sevenfold.query.question.References;
import org.sevenfold.query.question.Standpoint;
import org.sevenfold.query.skills.ComplianceMatrix;
import org.sevenfold.query.skills.TrainingCompliance;
import org.sevenfold.query.staff.PostsOfUnit;
import org.sevenfold.query.structure.ManagersOfUnit;
import org.sevenfold.query.structure.Units;
import org.springframework.stereotype.Component;

/** One unit as it was on a day. */
@Component
class UnitProfile implements Reading {

    private final Units units;
    private final TrainingCompliance training;
    private final ComplianceMatrix required;

    UnitProfile(Units units, TrainingCompliance training, ComplianceMatrix required) {
        this.units = units;
        this.training = training;
        this.required = required;
    }

    @Override
    public Described described() {
        return new Described(
                "unit",
                "/api/v1/programmes/{programme}/units/{unit}",
                "One unit",
                "The unit as on the day, its posts with their holders, who manages it, managed it and will, its"
                    + " training in date and how what is required of its people is held. People are named to whoever"
                    + " may read their names; others see the post and its role. A unit that is closed is shown as on"
                    + " its last day.",
                List.of(Programme.PARAMETER, Parameter.required("unit", "The unit, by its reference or id.", "CIN-04")),
                Described.Readers.ALL_BUT_READERS,
                false);
    }

    @Override
    public Finding read(Standpoint at) {
        Programme programme = Programme.require(at);
        String asked = at.required("unit");
        UUID id = References.require(at, References.Kind.UNIT, "unit", asked);
        Optional<LocalDate> closed = units.closedOn(at, id);
        Standpoint shown = closed.map(at::on).orElse(at);
        var unit = units.unit(shown, id).orElseThrow(() -> notOnThatDay(at, id, asked));
        PostsOfUnit.Posts posts = PostsOfUnit.read(shown, id);
        ManagersOfUnit.Managers managers = ManagersOfUnit.read(shown, id);
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("programme", programme.reference());
        members.put("streamId", unit.get("streamId"));
        members.put("version", unit.get("version"));
        members.put("closed", closed.isPresent());
        members.put("shownOn", shown.day().toString());
        members.put("unit", unit);
        members.put("manager", managers.present());
        members.put("managers", managers.rows());
        members.put("posts", posts.rows());
        members.put("trainingCompliance", training.ofUnit(shown, id));
        members.put("compliance", required.ofUnit(shown, programme, id));
        Finding found = Finding.of(members);
        return posts.names() || managers.names() ? found.aboutPeople() : found;
    }

    private static Refusal notOnThatDay(Standpoint at, UUID id, String asked) {
        Optional<LocalDate> from = at.sql("SELECT min(valid_from) FROM query.units WHERE unit_id = :unit"
                        + " AND valid_from > :effectiveOn AND known_from <= :knownAt AND :knownAt < known_to")
                .param("unit", id)
                .query(LocalDate.class)
                .optional();
        return Refusal.because(
                        Code.NOT_FOUND,
                        "The unit " + References.spoken(asked) + " did not exist on " + London.spoken(at.day()) + ".",
                        from.map(day -> "It begins on " + London.spoken(day) + ".")
                                .orElse("It had ended by then."))
                .remedy("Ask for a day on which it exists.");
    }
}
