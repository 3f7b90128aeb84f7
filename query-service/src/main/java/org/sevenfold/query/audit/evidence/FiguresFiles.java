package org.sevenfold.query.audit.evidence;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sevenfold.platform.time.London;
import org.sevenfold.query.measure.Figures.Line;
import org.sevenfold.query.measure.Figures.State;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The figures of a bag in three forms: for programs, for spreadsheets and for the eye. */
final class FiguresFiles {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final State state;

    FiguresFiles(State state) {
        this.state = state;
    }

    void json(OutputStream out) throws IOException {
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("effectiveOn", state.basis().effectiveOn().toString());
        members.put("position", state.basis().position());
        members.put("root", state.basis().root());
        members.put("figures", state.lines().stream().map(Line::values).toList());
        out.write(JSON.writeValueAsBytes(members));
    }

    void csv(OutputStream out) throws IOException {
        var text = new StringBuilder("dimension,measure,unit,by,of,state,numerator,denominator,value\r\n");
        for (Line line : state.lines()) {
            text.append(line.values().values().stream().map(FiguresFiles::cell).collect(Collectors.joining(",")))
                    .append("\r\n");
        }
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    void html(OutputStream out, Map<String, String> cover) throws IOException {
        String facts = cover.entrySet().stream()
                .map(fact -> "<dt>" + escaped(fact.getKey()) + "</dt><dd>" + escaped(fact.getValue()) + "</dd>")
                .collect(Collectors.joining("\n"));
        String rows = state.lines().stream().map(FiguresFiles::row).collect(Collectors.joining("\n"));
        String page = """
            <!DOCTYPE html>
            <html lang="en-GB">
            <head>
            <meta charset="utf-8">
            <title>Evidence as of position %1$d</title>
            <style>body{font-family:sans-serif;max-width:60em;margin:2em auto;line-height:1.4}table{border-collapse:collapse}
            th,td{border:1px solid #888;padding:.2em .6em;text-align:left}td.n{text-align:right}code{word-break:break-all}</style>
            </head>
            <body>
            <h1>Evidence as of position %1$d</h1>
            <p><strong>Personal data (pseudonymous).</strong> It names nobody, but an id with a role and a date can point at
            somebody. Keep it as you keep other personal data.</p>
            <dl>
            %2$s
            </dl>
            <h2>The figures on %3$s</h2>
            <table>
            <thead><tr><th>Measure</th><th>Unit</th><th>Of</th><th>Part</th><th>Whole</th><th>Value</th></tr></thead>
            <tbody>
            %4$s
            </tbody>
            </table>
            <footer><p>The log up to here holds %1$d events; the root of its tree is <code>%5$s</code>. It is
            tamper-evident, not tamper-proof: a change to what is recorded cannot be hidden, but it is not made
            impossible.</p></footer>
            </body>
            </html>
            """.formatted(
                        state.basis().position(),
                        facts,
                        London.spoken(state.basis().effectiveOn()),
                        rows,
                        state.basis().root());
        out.write(page.getBytes(StandardCharsets.UTF_8));
    }

    private static String row(Line line) {
        List<@Nullable Object> cells = java.util.Arrays.asList(
                line.measure(),
                line.unit() == null ? "all units" : line.unit(),
                line.by() == null ? "" : line.of() == null ? "all together" : line.by() + " " + line.of(),
                line.numerator(),
                line.denominator(),
                line.value() == null ? line.state() : line.value());
        return cells.stream()
                .map(cell -> "<td" + (cell instanceof Number ? " class=\"n\"" : "") + ">"
                        + escaped(cell == null ? "" : cell.toString()) + "</td>")
                .collect(Collectors.joining("", "<tr>", "</tr>"));
    }

    private static String cell(@Nullable Object value) {
        String text = value == null ? "" : value.toString();
        String inert = !(value instanceof Number) && !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0
                ? "'" + text
                : text;
        return inert.matches("[^\",\r\n]*") ? inert : "\"" + inert.replace("\"", "\"\"") + "\"";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
