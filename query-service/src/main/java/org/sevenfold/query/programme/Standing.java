package org.sevenfold.query.programme;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How many of some milestones are counted in each way on a day. */
record Standing(Map<Counted, Integer> counts) {

    static Standing of(Plan plan, List<PlannedMilestone> milestones, int comingDays) {
        var counts = new EnumMap<Counted, Integer>(Counted.class);
        for (Counted counted : Counted.values()) {
            counts.put(counted, (int) milestones.stream()
                    .filter(milestone -> counted.counts(plan, milestone, comingDays))
                    .count());
        }
        return new Standing(counts);
    }

    Map<String, @Nullable Object> said() {
        return new Said()
                .and("milestones", counts.get(Counted.WANTED))
                .and("met", counts.get(Counted.MET))
                .and("metInTime", counts.get(Counted.MET_IN_TIME))
                .and("late", counts.get(Counted.LATE))
                .and("slipping", counts.get(Counted.SLIPPING))
                .and("coming", counts.get(Counted.COMING))
                .row();
    }
}
