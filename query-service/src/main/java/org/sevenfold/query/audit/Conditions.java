package org.sevenfold.query.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.sevenfold.query.question.Standpoint;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a question restricts a statement to, as far as it does, with the values. */
final class Conditions {

    private final Standpoint at;
    private final List<String> where = new ArrayList<>();
    private final Map<String, Object> values = new LinkedHashMap<>();

    Conditions(Standpoint at) {
        this.at = at;
    }

    Conditions and(String condition) {
        where.add(condition);
        return this;
    }

    Conditions and(String condition, String parameter, Object value) {
        values.put(parameter, value);
        return and(condition);
    }

    /** Adds the condition where the question says the parameter. */
    Conditions where(String parameter, String condition) {
        return where(parameter, condition, text -> text);
    }

    Conditions where(String parameter, String condition, Function<String, Object> value) {
        at.parameter(parameter).ifPresent(text -> and(condition, parameter, value.apply(text)));
        return this;
    }

    /** The statement with {@code %s} replaced by the conditions, and their values bound. */
    JdbcClient.StatementSpec in(String statement) {
        JdbcClient.StatementSpec sql = at.sql(statement.replace("%s", String.join(" AND ", where)));
        for (var value : values.entrySet()) {
            sql = sql.param(value.getKey(), value.getValue());
        }
        return sql;
    }
}
