package org.sevenfold.query.audit;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sevenfold.query.basis.AskedParameters;
import org.sevenfold.query.measure.Figure;
import org.sevenfold.query.measure.Measure;
import org.sevenfold.query.measure.MeasureCell;
import org.sevenfold.query.measure.MeasureKey;
import org.sevenfold.query.measure.Measures;
import org.sevenfold.query.measure.Programme;
import org.sevenfold.query.question.Described;
import org.sevenfold.query.question.Described.Parameter;
import org.sevenfold.query.question.Finding;
import org.sevenfold.query.question.Reading;
import org.sevenfold.query.question.References;
import org.sevenfold.query.question.References.Kind;
import org.sevenfold.query.question.Standpoint;
import org.springframework.stereotype.Component;

/**
 * Why a figure is what it is: every event behind it in the order of the log, its part, and why it has none where it has
 * none. It knows no measure; whatever lists its facts is explained.
 */
@Component
class Explain implements Reading {

    private static final String UNIT = "unit";

    private final Measures measures;

    Explain(Measures measures) {
        this.measures = measures;
    }

    @Override
    public Described described() {
        return new Described(
                "explain",
                "/api/v1/audit/explain",
                "Why a figure is what it is",
                "Every event behind a figure, with its part: in both halves of a fraction, else its value. Where the"
                        + " parts add up to the figure they are in the order of the log; where it is one of them, such"
                        + " as the one in the middle, they are in their own order and chosen says which. A figure that"
                        + " is not shown is answered with the rule by which it is not.",
                parameters(),
                Described.Readers.ALL_BUT_READERS,
                true);
    }

    private List<Parameter> parameters() {
        Stream<Parameter> keys = measures.keys().stream()
                .map(key -> Parameter.optional(
                        key.noun(),
                        "One " + key.noun() + (key.kind() == null ? "" : ", by its reference or id,")
                                + " where the measure is kept by it; without it, all.",
                        key.kind() == Kind.COURSE ? "RSK-01" : "LM-014"));
        return Stream.of(
                        Stream.of(
                                Parameter.required("measure", "Which measure.", "training-in-date"),
                                Parameter.optional(
                                        UNIT, "One unit, by its reference or id; without it, all.", "CIN-04")),
                        keys,
                        Stream.of(Programme.CHOICE))
                .flatMap(parameters -> parameters)
                .toList();
    }

    @Override
    public Finding read(Standpoint at) {
        Programme programme = Programme.require(at);
        MeasureCell cell = asked(at);
        Measure measure = cell.measure();
        Figure figure = cell.figure(at);
        var parts = new FigureParts(cell);
        List<Map<String, @Nullable Object>> rows = figure.isSuppressed() ? List.of() : parts.read(at);
        boolean personal = parts.name(at, at.page().shown(rows));
        Finding page = Finding.page("parts", parts.columns(), rows, at.page(), FigureParts::key)
                .with("programme", programme.reference())
                .with("measure", measure.name())
                .with("title", measure.title())
                .with("description", measure.counted())
                .with(UNIT, at.parameter(UNIT).orElse(null));
        MeasureKey key = measure.key();
        page = key == null
                ? page
                : page.with(key.noun(), at.parameter(key.noun()).orElse(null));
        page = page.with("value", figure.value())
                .with("state", figure.state())
                .with("numerator", figure.numerator())
                .with("denominator", figure.denominator())
                .with("n", figure.n())
                .with("unitOfMeasure", measure.unitOfMeasure())
                .with("kind", measure.kind().name());
        page = figure.isSuppressed() ? page.with("rule", measure.suppressionRule()) : page;
        return personal ? page.aboutPeople() : page;
    }

    private MeasureCell asked(Standpoint at) {
        Measure measure = measures.named(at.required("measure"))
                .orElseThrow(() -> AskedParameters.malformed(
                        "measure",
                        "These are measured: "
                                + measures.all().stream()
                                        .map(Measure::name)
                                        .sorted()
                                        .collect(Collectors.joining(", "))
                                + "."));
        MeasureKey key = measure.key();
        for (MeasureKey other : measures.keys()) {
            if (!other.equals(key) && at.parameter(other.noun()).isPresent()) {
                throw AskedParameters.malformed(other.noun(), "This measure is not kept by " + other.noun() + ".");
            }
        }
        return new MeasureCell(
                measure,
                at.parameter(UNIT)
                        .map(text -> References.require(at, Kind.UNIT, UNIT, text))
                        .orElse(null),
                key == null
                        ? null
                        : at.parameter(key.noun())
                                .map(text -> key.meant(at, text))
                                .orElse(null));
    }
}
