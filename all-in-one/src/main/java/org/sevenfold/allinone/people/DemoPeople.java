package org.sevenfold.allinone.people;

import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Everyone who may sign in to the demo, at least one person per role, as {@code sample/people.json} lists them. */
public record DemoPeople(List<DemoPerson> people) {

    private static final String RESOURCE = "/sample/people.json";

    public DemoPeople {
        people = List.copyOf(people);
    }

    public static DemoPeople ofTheSample() {
        InputStream resource = Objects.requireNonNull(DemoPeople.class.getResourceAsStream(RESOURCE), RESOURCE);
        return new DemoPeople(new JsonMapper().readValue(resource, new TypeReference<List<DemoPerson>>() {}));
    }

    /** The first person who holds the role. */
    public DemoPerson holding(String role) {
        return people.stream()
                .filter(person -> person.roles().contains(role))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No demo person is " + role));
    }
}
