package org.sevenfold.query.dashboard;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sevenfold.platform.signin.Caller;
import org.sevenfold.query.basis.Asked;
import org.sevenfold.query.basis.Basis;
import org.sevenfold.query.question.Answer;
import org.sevenfold.query.question.Described;
import org.sevenfold.query.question.Errand;
import org.sevenfold.query.question.Page;
import org.sevenfold.query.question.Question;
import org.sevenfold.query.question.Questions;

/**
 * The questions behind one page. The first is asked as the reader asked; all others stand on the first one's basis, so
 * that everything on a page is of one moment.
 */
final class Inquiry {

    private final Questions questions;
    private final String programme;
    private final Caller caller;
    private final Errand errand;
    private final Asked first;
    private @Nullable Basis basis;
    private boolean personal;

    Inquiry(Questions questions, String programme, Asked asked, Caller caller, Errand errand) {
        this.questions = questions;
        this.programme = programme;
        this.first = asked;
        this.caller = caller;
        this.errand = errand;
    }

    /** Asks once, for the first 50 rows where the answer comes in pages. */
    Answer ask(String reading, Map<String, String> parameters) {
        return ask(reading, parameters, Page.first(Page.LIMIT));
    }

    Answer ask(String reading, Map<String, String> parameters, Page page) {
        var all = new LinkedHashMap<>(parameters);
        all.put(Described.PROGRAMME, programme);
        Asked asked = basis == null ? first : Asked.at(basis.effectiveOn(), basis.position());
        Answer answer = questions.ask(new Question(reading, Map.copyOf(all), asked, page, caller, errand));
        basis = answer.basis();
        personal |= answer.personal();
        return answer;
    }

    /** Asks page after page until there is no further one. */
    List<Row> rows(String reading, Map<String, String> parameters) {
        var rows = new ArrayList<Row>();
        Page page = Page.first(Page.MOST);
        while (true) {
            Answer answer = ask(reading, parameters, page);
            rows.addAll(Row.of(answer));
            if (answer.next().isEmpty()) {
                return rows;
            }
            page = new Page(Page.MOST, answer.next());
        }
    }

    /** The same about another day, using what was known here; only after something was asked. */
    Inquiry on(LocalDate day) {
        return new Inquiry(questions, programme, Asked.at(day, basis().position()), caller, errand);
    }

    /** What the page stands on; only after something was asked. */
    Basis basis() {
        return Objects.requireNonNull(basis);
    }

    /** Whether anything on the page may be kept nowhere. */
    boolean personal() {
        return personal;
    }

    /** The page's coordinates for an address that leads to the same figures for ever. */
    Map<String, String> coordinates() {
        var coordinates = new LinkedHashMap<String, String>();
        coordinates.put("effectiveOn", basis().effectiveOn().toString());
        coordinates.put("knownAt", "@" + basis().position());
        return coordinates;
    }

    /** An address of ours about this, with the page's coordinates. */
    String link(String path, Map<String, String> subject) {
        var all = new LinkedHashMap<>(subject);
        all.putAll(coordinates());
        return Typed.address(path, all);
    }
}
