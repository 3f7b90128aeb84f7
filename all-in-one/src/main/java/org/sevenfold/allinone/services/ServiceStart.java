package org.sevenfold.allinone.services;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/**
 * One service, about to be started as its own main would start it, with its own configuration file.
 *
 * @param name the service's name, which is also its configuration file's
 * @param main the service's main class
 * @param extras what only all-in-one adds to the service's context, such as the sample
 * @param beans what the extras need, by type
 */
public record ServiceStart(String name, int port, Class<?> main, List<Class<?>> extras, List<Handed<?>> beans) {

    /** A value of ours that a bean of the context may ask for. */
    public record Handed<T>(Class<T> type, T value) {

        private void into(GenericApplicationContext context) {
            context.registerBean(type, () -> value);
        }
    }

    /**
     * Returns when the service's port is open. What is in {@code settings} wins over the environment, so that a variable
     * meant for another installation cannot lead ours astray.
     */
    public ConfigurableApplicationContext run(Map<String, String> settings, Map<String, Object> logSettings) {
        var arguments = new ArrayList<String>();
        settings.forEach((key, value) -> arguments.add("--" + key + "=" + value));
        logSettings.forEach((key, value) -> arguments.add("--" + key + "=" + value));
        arguments.add("--spring.config.name=" + name);
        arguments.add("--spring.main.banner-mode=off");
        arguments.add("--server.address=127.0.0.1");
        arguments.add("--server.port=" + port);
        return new SpringApplicationBuilder(main)
                .sources(BesideTheIssuer.class)
                .sources(extras.toArray(Class<?>[]::new))
                .registerShutdownHook(false)
                .initializers(context -> beans.forEach(bean -> bean.into((GenericApplicationContext) context)))
                .run(arguments.toArray(String[]::new));
    }
}
