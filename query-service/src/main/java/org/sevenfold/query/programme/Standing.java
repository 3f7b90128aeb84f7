package org.sevenfold.query.programme;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sevenfold.query.programme.PlannedMilestone.Status;

/**
 * How some milestones stand on a day.
 *
 * @param late not met though their promised day has passed
 * @param slipping expected later than promised, though that day has not come yet
 * @param coming to be met in the days that count as coming
 */
record Standing(int wanted, int met, int metInTime, int late, int slipping, int coming) {

    static Standing of(Plan plan, List<PlannedMilestone> milestones, int comingDays) {
        List<PlannedMilestone> wanted =
                milestones.stream().filter(PlannedMilestone::wanted).toList();
        return new Standing(
                wanted.size(),
                counted(plan, wanted, Status.MET),
                (int) wanted.stream().filter(PlannedMilestone::metInTime).count(),
                counted(plan, wanted, Status.LATE),
                counted(plan, wanted, Status.SLIPPING),
                (int) wanted.stream()
                        .filter(milestone -> plan.isComing(milestone, comingDays))
                        .count());
    }

    private static int counted(Plan plan, List<PlannedMilestone> milestones, Status status) {
        return (int) milestones.stream()
                .filter(milestone -> plan.status(milestone) == status)
                .count();
    }

    Map<String, @Nullable Object> said() {
        return new Said()
                .and("milestones", wanted)
                .and("met", met)
                .and("metInTime", metInTime)
                .and("late", late)
                .and("slipping", slipping)
                .and("coming", coming)
                .row();
    }
}
