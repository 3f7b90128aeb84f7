package org.sevenfold.query.board;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** How far each board is behind the log; down as soon as one of them is late. */
final class BoardsHealth implements HealthIndicator {

    private final Boards boards;

    BoardsHealth(Boards boards) {
        this.boards = boards;
    }

    @Override
    public Health health() {
        Map<String, Boards.Standing> standings = boards.standings();
        boolean late = standings.values().stream().anyMatch(Boards.Standing::late);
        var health = late ? Health.down() : Health.up();
        standings.forEach((name, standing) -> health.withDetail(name, details(standing)));
        return health.build();
    }

    private static Map<String, Object> details(Boards.Standing standing) {
        var details = new LinkedHashMap<String, Object>();
        details.put("state", standing.state());
        details.put("position", standing.position());
        details.put("end", standing.end());
        details.put("lag", standing.lag());
        return details;
    }
}
