package org.sevenfold.query.plan;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sevenfold.query.question.Said;

/** How many of some milestones are counted in each way on a day. */
public record Standing(Map<Counted, Integer> counts) {

    public static Standing of(Plan plan, List<PlannedMilestone> milestones, int comingDays) {
        var counts = new EnumMap<Counted, Integer>(Counted.class);
        for (Counted counted : Counted.values()) {
            counts.put(counted, (int) milestones.stream()
                    .filter(milestone -> counted.counts(plan, milestone, comingDays))
                    .count());
        }
        return new Standing(counts);
    }

    public Map<String, @Nullable Object> said() {
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
