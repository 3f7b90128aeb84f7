package org.sevenfold.query.measure;

import java.time.Clock;
import java.time.LocalDate;
import org.sevenfold.platform.time.London;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sets the programme's window: as told, else from the first of the month eleven months back. */
@Configuration
class MeasureConfiguration {

    @Bean
    Programme programme(@Value("${sevenfold.programme.start:}") String start, Clock clock) {
        return Programme.startingOn(
                start.isBlank()
                        ? London.day(clock.instant()).withDayOfMonth(1).minusMonths(11)
                        : LocalDate.parse(start));
    }
}
