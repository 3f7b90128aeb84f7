package org.sevenfold.query.audit.verification;

import java.time.Clock;
import java.time.Duration;
import org.sevenfold.events.audit.VerificationOccasion;
import org.sevenfold.platform.time.London;
import org.sevenfold.query.job.Jobs;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** The record is checked whole every night and in part every hour, by whichever instance comes first. */
@Configuration
@EnableScheduling
class VerificationSchedule {

    private static final String BY = "system";

    private final Jobs jobs;
    private final Verification verification;
    private final Clock clock;

    VerificationSchedule(Jobs jobs, Verification verification, Clock clock) {
        this.jobs = jobs;
        this.verification = verification;
        this.clock = clock;
    }

    @Scheduled(cron = "${sevenfold.verification.nightly:0 15 2 * * *}", zone = "Europe/London")
    void nightly() {
        begin(VerificationOccasion.NIGHTLY, Duration.ofHours(6));
    }

    @Scheduled(cron = "${sevenfold.verification.hourly:0 40 * * * *}", zone = "Europe/London")
    void hourly() {
        begin(VerificationOccasion.HOURLY, Duration.ofMinutes(30));
    }

    private void begin(VerificationOccasion occasion, Duration once) {
        if (jobs.recent(VerificationsApi.KIND, occasion.name(), once)) {
            return;
        }
        int turn = London.day(clock.instant()).getDayOfYear() * 24
                + clock.instant().atZone(London.ZONE).getHour();
        jobs.start(
                VerificationsApi.KIND,
                occasion.name(),
                BY,
                (id, progress) -> occasion == VerificationOccasion.NIGHTLY
                        ? verification.whole(id, occasion, Held.NOTHING, progress)
                        : verification.sample(id, occasion, turn, progress));
    }
}
