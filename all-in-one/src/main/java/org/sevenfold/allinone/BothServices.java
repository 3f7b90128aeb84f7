package org.sevenfold.allinone;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.sevenfold.allinone.people.DemoPeople;
import org.sevenfold.allinone.people.DemoPerson;
import org.sevenfold.allinone.sample.SampleConfiguration;
import org.sevenfold.allinone.services.ServiceStart;
import org.sevenfold.allinone.services.ServiceStart.Handed;
import org.sevenfold.allinone.start.Console;
import org.sevenfold.allinone.start.Options;
import org.sevenfold.allinone.start.Ports;
import org.sevenfold.command.CommandService;
import org.sevenfold.events.Role;
import org.sevenfold.query.QueryService;

/** Which services there are, in the order of their start, and what all-in-one adds to each. */
final class BothServices {

    private BothServices() {}

    static List<ServiceStart> of(Console console, Options options, DemoPeople people) {
        List<Handed<?>> forTheSample = List.of(
                new Handed<>(Console.class, console),
                new Handed<>(Options.class, options),
                new Handed<>(DemoPeople.class, people));
        return List.of(
                new ServiceStart(
                        CommandService.CONFIG_NAME,
                        Ports.COMMAND_SERVICE,
                        CommandService.class,
                        List.of(SampleConfiguration.class),
                        forTheSample),
                new ServiceStart(
                        QueryService.CONFIG_NAME, Ports.QUERY_SERVICE, QueryService.class, List.of(), List.of()));
    }

    /** What both are told beyond where the database and the issuer are. */
    static Map<String, String> settings(DemoPeople people, LocalDate programmeStart) {
        DemoPerson visitor = people.holding(Role.PROGRAMME_MANAGER.text());
        return Map.of(
                SampleConfiguration.START,
                programmeStart.toString(),
                "sevenfold.visitor.person-id",
                visitor.personId().toString(),
                "sevenfold.visitor.roles",
                Role.PROGRAMME_MANAGER.text());
    }
}
