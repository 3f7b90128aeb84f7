package org.sevenfold.command.imports;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Where in a row something is wrong: the names on the way to it. Which of several values of one cell it is does not
 * count, because they share the cell.
 */
record Place(List<String> names) {

    static Place of(String pointer) {
        return new Place(Arrays.stream(pointer.split("/", -1))
                .filter(name -> !name.isEmpty() && !name.matches("\\d+"))
                .toList());
    }

    /** As a column is named after it. */
    String name() {
        return String.join(".", names);
    }

    /** The column of a file that holds it; of the whole that it is a part of where the part has none. */
    Optional<Integer> in(List<String> columns) {
        for (int length = names.size(); length > 0; length--) {
            String plain = Column.plain(String.join(".", names.subList(0, length)));
            Optional<Integer> found = IntStream.range(0, columns.size())
                    .filter(i -> Column.plain(columns.get(i)).equals(plain))
                    .boxed()
                    .findFirst();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }
}
