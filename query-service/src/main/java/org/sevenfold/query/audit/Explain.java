package org.sevenfold.query.audit;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sevenfold.query.basis.AskedParameters;
import org.sevenfold.query.measure.Contributions;
import org.sevenfold.query.measure.Figure;
import org.sevenfold.query.measure.Measure;
import org.sevenfold.query.measure.Programme;
import org.sevenfold.query.question.Described;
import org.sevenfold.query.question.Described.Parameter;
import org.sevenfold.query.question.Finding;
import org.sevenfold.query.question.Reading;
import org.sevenfold.query.question.References;
import org.sevenfold.query.question.References.Kind;
import org.sevenfold.query.question.Standpoint;
import org.sevenfold.query.who.Scope;
import org.springframework.stereotype.Component;

/**
 * Why a figure is what it is: every event behind it in the order of the log, its part, and why it has none where it has
 * none. It knows no measure; whatever lists its contributions is explained.
 */
@Component
class Explain implements Reading {

    private final List<Contributions> all;

    Explain(List<Contributions> all) {
        this.all = all;
    }

    @Override
    public Described described() {
        return new Described(
                "explain",
                "/api/v1/audit/explain",
                "Why a figure is what it is",
                "Every event behind a figure in the order of the log, with its part in both halves of the fraction. The"
                        + " parts add up to the numerator and the denominator. A figure that is not shown is answered"
                        + " with the rule by which it is not.",
                parameters(),
                Stream.concat(
                                Scope.BOARDS.stream(),
                                all.stream().flatMap(contributions -> contributions.boards().stream()))
                        .collect(Collectors.toUnmodifiableSet()),
                Described.Readers.ALL_BUT_READERS,
                true);
    }

    private List<Parameter> parameters() {
        Stream<Parameter> keys = keys().stream()
                .map(key -> Parameter.optional(
                        key.noun(),
                        "One " + key.noun() + ", by its reference or id, where the measure is kept by it; without it,"
                                + " all.",
                        key == Kind.COURSE ? "RSK-01" : "LM-014"));
        return Stream.of(
                        Stream.of(
                                Parameter.required("measure", "Which measure.", "training-in-date"),
                                Parameter.optional(
                                        "unit", "One unit, by its reference or id; without it, all.", "CIN-04")),
                        keys,
                        Stream.of(Programme.CHOICE))
                .flatMap(parameters -> parameters)
                .toList();
    }

    private Set<Kind> keys() {
        return all.stream()
                .map(Contributions::key)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public Finding read(Standpoint at) {
        Programme programme = Programme.require(at);
        FigureAsked asked = asked(at);
        Figure figure = figure(at, asked);
        boolean suppressed = asked.measure().suppresses(figure);
        var parts = new FigureParts(asked);
        List<Map<String, @Nullable Object>> rows = suppressed ? List.of() : parts.read(at);
        boolean personal = parts.name(at, at.page().shown(rows));
        Finding page = Finding.page("parts", parts.columns(), rows, at.page(), FigureParts::key)
                .with("programme", programme.reference())
                .with("measure", asked.measure().name())
                .with("title", asked.measure().title())
                .with("description", asked.measure().description());
        for (Kind kind : asked.kinds()) {
            page = page.with(kind.noun(), at.parameter(kind.noun()).orElse(null));
        }
        page = page.with("value", suppressed ? null : figure.value())
                .with("state", suppressed ? "suppressed" : figure.state())
                .with("numerator", suppressed ? null : figure.numerator())
                .with("denominator", suppressed ? null : figure.denominator());
        page = suppressed ? page.with("rule", asked.measure().suppressionRule()) : page;
        return personal ? page.aboutPeople() : page;
    }

    private FigureAsked asked(Standpoint at) {
        String measure = at.required("measure");
        for (Contributions contributions : all) {
            for (Measure known : contributions.measures()) {
                if (known.name().equals(measure)) {
                    requireKeyOf(at, contributions);
                    Kind key = contributions.key();
                    return new FigureAsked(
                            contributions, known, meant(at, Kind.UNIT), key == null ? null : meant(at, key));
                }
            }
        }
        String names = all.stream()
                .flatMap(contributions -> contributions.measures().stream().map(Measure::name))
                .sorted()
                .collect(Collectors.joining(", "));
        throw AskedParameters.malformed("measure", "These are measured: " + names + ".");
    }

    private void requireKeyOf(Standpoint at, Contributions contributions) {
        for (Kind key : keys()) {
            if (key != contributions.key() && at.parameter(key.noun()).isPresent()) {
                throw AskedParameters.malformed(key.noun(), "This measure is not kept by " + key.noun() + ".");
            }
        }
    }

    private static @Nullable UUID meant(Standpoint at, Kind kind) {
        return at.parameter(kind.noun())
                .map(text -> References.require(at, kind, kind.noun(), text))
                .orElse(null);
    }

    private static Figure figure(Standpoint at, FigureAsked asked) {
        return asked.over(
                        at,
                        "SELECT coalesce(sum(contribution.numerator), 0), coalesce(sum(contribution.denominator), 0)",
                        asked.contributions().counted(asked.unit(), asked.of()))
                .query((row, number) -> new Figure(row.getLong(1), row.getLong(2)))
                .single();
    }
}
