package org.sevenfold.allinone.sample;

import java.time.LocalDate;
import javax.sql.DataSource;
import org.sevenfold.allinone.start.Console;
import org.sevenfold.command.edge.CommandDesk;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * What all-in-one adds to the command-service's context: the sample, and the clock that steps through it. It comes
 * first, so that the service finds a clock and makes none.
 */
@Configuration(proxyBeanMethods = false)
@Order(Ordered.HIGHEST_PRECEDENCE)
public class SampleConfiguration {

    /** The setting that says from which day the sample counts its days. */
    public static final String START = "sevenfold.sample.start";

    @Bean
    SteppedClock steppedClock() {
        return new SteppedClock();
    }

    /**
     * The loader.
     *
     * @param progress told how far it is; else the console of all-in-one, else the standard output
     * @param start the day from which the sample counts its days
     * @param lines {@code sevenfold.sample.lines}, how many lines to load at most; all of them unless a test says less
     */
    @Bean
    SampleLoader sampleLoader(
            CommandDesk desk,
            DataSource dataSource,
            SteppedClock clock,
            ObjectProvider<Progress> progress,
            ObjectProvider<Console> console,
            @Value("${" + START + "}") String start,
            @Value("${sevenfold.sample.lines:2147483647}") int lines) {
        Console ours = console.getIfAvailable();
        return new SampleLoader(
                Sample.ofLeaMarsh().upTo(lines),
                new SampleLog(dataSource),
                desk,
                clock,
                LocalDate.parse(start),
                progress.getIfAvailable(() -> ours == null ? Progress.printedTo(System.out) : Progress.on(ours)));
    }
}
