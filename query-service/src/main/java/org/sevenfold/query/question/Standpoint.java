package org.sevenfold.query.question;

import java.time.LocalDate;
import java.util.Optional;
import org.sevenfold.platform.signin.Caller;
import org.sevenfold.query.basis.Basis;
import org.sevenfold.query.basis.Statements;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Where a reading stands: the question, its basis, and the database as of one moment.
 *
 * @param named whom the answer names; the reading tells it
 */
public record Standpoint(Question question, Basis basis, Statements statements, Named named) {

    public Standpoint(Question question, Basis basis, Statements statements) {
        this(question, basis, statements, new Named(question.caller().personId()));
    }

    public LocalDate day() {
        return basis.effectiveOn();
    }

    /** The same question about another day, with what was known then as it was known here. */
    public Standpoint on(LocalDate day) {
        return new Standpoint(
                question, new Basis(day, basis.position(), basis.recordedAt(), basis.root()), statements, named);
    }

    public long position() {
        return basis.position();
    }

    public Caller caller() {
        return question.caller();
    }

    public Page page() {
        return question.page();
    }

    /** A {@link BoardSql statement} in which {@code :effectiveOn} and {@code :knownAt} stand for the two coordinates. */
    public JdbcClient.StatementSpec sql(String statement) {
        return statements
                .sql(BoardSql.spelledOut(statement))
                .param("effectiveOn", day())
                .param("knownAt", position());
    }

    public Optional<String> parameter(String name) {
        return Optional.ofNullable(question.parameters().get(name));
    }

    /** A parameter that the reading declared as required or that stands in its path. */
    public String required(String name) {
        return parameter(name).orElseThrow(() -> new IllegalStateException("the edge let a question without " + name));
    }

    /** The coordinates as they are said in an address, so that a link leads to the same figure for ever. */
    public String coordinates() {
        return "effectiveOn=" + day() + "&knownAt=@" + position();
    }
}
