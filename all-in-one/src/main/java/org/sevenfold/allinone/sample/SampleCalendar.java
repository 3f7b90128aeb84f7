package org.sevenfold.allinone.sample;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sevenfold.platform.time.London;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Turns the sample's days and months, counted from the programme's start, into those of the calendar. */
record SampleCalendar(LocalDate start) {

    private static final Pattern DAY = Pattern.compile("D([+-]\\d{1,3})");
    private static final Pattern MONTH = Pattern.compile("M\\+(\\d{1,2})");
    private static final Pattern TIME = Pattern.compile("(D[+-]\\d{1,3}) (\\d{2}:\\d{2})");
    private static final String EVENT = "$event";

    /** The day that is written as {@code D+12}; throws on anything else. */
    LocalDate day(String text) {
        return start.plusDays(number(matched(DAY, text)));
    }

    /** The month that is written as {@code M+4}, the programme's fourth; throws on anything else. */
    YearMonth month(String text) {
        return YearMonth.from(start).plusMonths(number(matched(MONTH, text)) - 1);
    }

    /** The instant that is written as {@code D+12 09:30}; throws on anything else. */
    Instant instant(String text) {
        Matcher time = matched(TIME, text);
        return day(time.group(1))
                .atTime(LocalTime.parse(time.group(2)))
                .atZone(London.ZONE)
                .toInstant();
    }

    /** The request as it is sent: every day and month one of the calendar, every {@code $event} that line's event. */
    JsonNode filled(JsonNode node, IntFunction<String> eventOfLine) {
        return switch (node) {
            case ObjectNode object
            when object.has(EVENT) ->
                JsonNodeFactory.instance.stringNode(
                        eventOfLine.apply(object.get(EVENT).intValue()));
            case ObjectNode object -> {
                ObjectNode filled = JsonNodeFactory.instance.objectNode();
                object.properties().forEach(field -> filled.set(field.getKey(), filled(field.getValue(), eventOfLine)));
                yield filled;
            }
            case ArrayNode array -> {
                ArrayNode filled = JsonNodeFactory.instance.arrayNode();
                array.values().forEach(value -> filled.add(filled(value, eventOfLine)));
                yield filled;
            }
            default -> node.isString() ? JsonNodeFactory.instance.stringNode(filled(node.stringValue())) : node;
        };
    }

    private String filled(String text) {
        if (DAY.matcher(text).matches()) {
            return day(text).toString();
        }
        return MONTH.matcher(text).matches() ? month(text).toString() : text;
    }

    private static int number(Matcher counted) {
        return Integer.parseInt(counted.group(1));
    }

    private static Matcher matched(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("The sample does not count its days like this: " + text);
        }
        return matcher;
    }
}
