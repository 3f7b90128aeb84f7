package org.sevenfold.command.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sevenfold.command.edge.Importable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ColumnsTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static List<Importable> commands() {
        return Importable.all();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void its_columns_can_be_told_apart_in_whatever_letters(Importable command) {
        List<Column> columns = Columns.of(command).all();
        assertThat(columns).isNotEmpty();
        assertThat(columns.stream().map(column -> Column.plain(column.name()))).doesNotHaveDuplicates();
        assertThat(columns.stream().map(Column::name))
                .as("names that a file of refused rows adds")
                .noneMatch(Columns::passedOver);
        assertThat(command.schema().path("properties").has(NdjsonFile.REFUSED)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void its_template_makes_the_request_of_its_example(Importable command) {
        String template = new String(Written.template(command), StandardCharsets.UTF_8);
        assertThat(template).startsWith("\uFEFF");
        SentFile file = CsvFile.read(command, template.substring(1));
        assertThat(file.rows()).hasSize(1);
        JsonNode body = JSON.readTree(file.rows().getFirst().body());
        assertThat(body.equals(ColumnsTest::compared, command.example()))
                .as("%s is not %s", body, command.example())
                .isTrue();
    }

    /** However many noughts a number is written with, it is the same. */
    private static int compared(JsonNode one, JsonNode other) {
        boolean same = one.isNumber() && other.isNumber()
                ? one.decimalValue().compareTo(other.decimalValue()) == 0
                : one.equals(other);
        return same ? 0 : 1;
    }

    @Test
    void a_column_is_needed_only_where_every_row_needs_it() {
        Columns columns = Columns.of(Importable.named("record-training-completion"));
        assertThat(columns.all().stream().filter(Column::required).map(Column::name))
                .containsExactly("person", "course", "completedOn", "passed");
        assertThat(columns.named("Evidence: Kind").orElseThrow().required()).isFalse();
    }

    @Test
    void an_own_id_may_be_sent_and_stands_in_no_template() {
        Columns columns = Columns.of(Importable.named("register-person"));
        assertThat(columns.named("person")).isPresent();
        assertThat(columns.usual())
                .extracting(Column::name)
                .doesNotContain("person")
                .contains("staffNumber");
    }

    @Test
    void several_values_are_one_cell_and_what_no_cell_can_hold_is_json() {
        var schema = JSON.readTree("""
            {"type": "object", "required": ["units"], "properties": {
                "units": {"type": "array", "items": {"type": "string"}},
                "impacts": {"type": "array", "items": {"type": "object", "properties": {"a": {"type": "string"}}}},
                "other": {"oneOf": []}}}\
            """);
        Columns columns = Columns.of(new Importable("plan", "Plans.", "nobody", schema, schema));
        assertThat(columns.all())
                .extracting(Column::kind)
                .containsExactly(Column.Kind.LIST, Column.Kind.JSON, Column.Kind.JSON);
    }
}
