package org.sevenfold.command.edge;

import org.jspecify.annotations.Nullable;
import org.sevenfold.events.Role;
import org.sevenfold.platform.signin.Caller;
import org.sevenfold.platform.signin.SignInConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.SecurityFilterChain;

/** Which addresses need a token: all but health and metrics. */
@Configuration
class CommandSecurity {

    @Bean
    SecurityFilterChain chain(HttpSecurity http) {
        SignInConfiguration.tokensOnly(http);
        http.authorizeHttpRequests(requests -> requests.requestMatchers("/actuator/health/**", "/actuator/prometheus")
                .permitAll()
                .requestMatchers("/api/v1/commands/openapi/**")
                .permitAll()
                .requestMatchers("/api/v1/lookups/**", "/api/v1/checkpoints/**")
                .access((authentication, request) -> new AuthorizationDecision(ofTheInstallation(authentication.get())))
                .anyRequest()
                .authenticated());
        return http.build();
    }

    /** Whether Sevenfold itself asks, or whoever runs it. */
    private static boolean ofTheInstallation(@Nullable Authentication authentication) {
        return authentication != null
                && authentication.getPrincipal() instanceof Caller caller
                && (caller.is(Role.SYSTEM) || caller.is(Role.OPERATOR));
    }
}
