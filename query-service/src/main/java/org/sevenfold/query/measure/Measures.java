package org.sevenfold.query.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sevenfold.events.Dimension;
import org.sevenfold.query.board.Board;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** Everything that is measured: whatever {@link MeasureFile} stands in the folder of a dimension. */
@Component
public final class Measures {

    private static final String FILES = "classpath*:org/sevenfold/query/*/*.sql";
    private static final String STEPS = "steps";

    private final List<Measure> all;
    private final List<Board<?, ?>> boards;

    Measures(List<Board<?, ?>> boards) {
        this.boards = boards;
        try {
            this.all = Arrays.stream(new PathMatchingResourcePatternResolver().getResources(FILES))
                    .flatMap(file -> read(file).stream())
                    .sorted(Comparator.comparing(Measure::area)
                            .thenComparing(measure -> !measure.headline())
                            .thenComparing(Measure::name))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Measure> read(Resource file) {
        try {
            String[] path = file.getURL().getPath().split("/", -1);
            String folder = path[path.length - 2];
            String name = path[path.length - 1].replaceAll("\\.sql$", "");
            return folder.equals(STEPS)
                    ? Optional.empty()
                    : Optional.of(MeasureFile.read(folder, name, file.getContentAsString(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<Measure> all() {
        return all;
    }

    /** What is measured of a dimension, or of the programme as a whole; its headline first. */
    public List<Measure> of(@Nullable Dimension dimension) {
        return all.stream().filter(measure -> measure.dimension() == dimension).toList();
    }

    public Optional<Measure> named(String name) {
        return all.stream().filter(measure -> measure.name().equals(name)).findFirst();
    }

    /** One that is there; throws where it is not. */
    public Measure require(String name) {
        return named(name).orElseThrow(() -> new IllegalStateException("nothing measures " + name));
    }

    /** What else figures are of than units, each once. */
    public List<MeasureKey> keys() {
        return all.stream()
                .flatMap(measure -> Optional.ofNullable(measure.key()).stream())
                .distinct()
                .sorted(Comparator.comparing(MeasureKey::noun))
                .toList();
    }

    /** The boards of a measure of which a row changes the figures of one of its keys only, because it says which. */
    public Set<String> ofOneKey(Measure measure) {
        MeasureKey key = measure.key();
        if (key == null || key.kind() == null) {
            return Set.of();
        }
        String field = key.kind().idField();
        return boards.stream()
                .filter(board -> measure.boards().contains(board.name()))
                .filter(board -> Arrays.stream(board.row().getRecordComponents())
                        .anyMatch(component -> component.getName().equals(field)))
                .map(Board::name)
                .collect(Collectors.toUnmodifiableSet());
    }
}
