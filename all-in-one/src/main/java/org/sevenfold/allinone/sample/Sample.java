package org.sevenfold.allinone.sample;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The commands of the sample, in the order in which they are recorded. */
record Sample(List<SampleLine> lines) {

    private static final String RESOURCE = "/sample/lea-marsh.ndjson";
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    Sample {
        lines = List.copyOf(lines);
    }

    static Sample ofLeaMarsh() {
        InputStream resource = Objects.requireNonNull(Sample.class.getResourceAsStream(RESOURCE), RESOURCE);
        try (var reader = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            return new Sample(reader.lines().map(Sample::line).toList());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The lines up to a number; all of them where there are not so many. */
    Sample upTo(int line) {
        return new Sample(lines.subList(0, Math.min(line, lines.size())));
    }

    static SampleLine line(String json) {
        return JSON.readValue(json, SampleLine.class);
    }
}
