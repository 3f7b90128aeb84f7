package org.sevenfold.allinone.sample;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** The command-service's clock: while the sample is loaded it stands at each line's instant, otherwise it goes. */
public final class SteppedClock extends Clock {

    private final Clock going;
    private volatile @Nullable Instant standing;

    public SteppedClock() {
        this(Clock.systemUTC());
    }

    private SteppedClock(Clock going) {
        this.going = going;
    }

    /** Stands from here on, until it is told another instant or to go. */
    void standAt(Instant instant) {
        standing = instant;
    }

    void go() {
        standing = null;
    }

    @Override
    public Instant instant() {
        Instant instant = standing;
        return instant == null ? going.instant() : instant;
    }

    @Override
    public ZoneId getZone() {
        return going.getZone();
    }

    /** Throws: a copy would not stand and go with this one. */
    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("ask the instant, and place it in the zone");
    }
}
