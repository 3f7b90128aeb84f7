package org.sevenfold.query.measure;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sevenfold.query.question.References;
import org.sevenfold.query.question.References.Kind;
import org.sevenfold.query.question.Standpoint;

/**
 * What a figure is of besides its unit, such as a course; something that has a reference, or a word such as a tier.
 *
 * @param noun what a person calls it, which is the parameter and the column that name one
 * @param kind null where it is a word
 */
public record MeasureKey(String noun, @Nullable Kind kind) {

    static MeasureKey named(String noun) {
        return new MeasureKey(
                noun,
                Arrays.stream(Kind.values())
                        .filter(kind -> kind.noun().equals(noun))
                        .findFirst()
                        .orElse(null));
    }

    /** The column of a fact that says it. */
    public String column() {
        return kind == null ? noun : kind.id();
    }

    /** The columns of a table that say it. */
    public List<String> columns() {
        return kind == null ? List.of(noun) : List.of(noun, noun + "Title", kind.idField());
    }

    /** The one that a text means, as facts say it; refuses what means none. */
    public String meant(Standpoint at, String text) {
        return kind == null ? text : References.require(at, kind, noun, text).toString();
    }
}
