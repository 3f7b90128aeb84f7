package org.sevenfold.query.dashboard;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sevenfold.events.Role;
import org.sevenfold.platform.signin.Caller;
import org.sevenfold.platform.signin.SignInConfiguration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * Who may open the pages: whoever signs in, and where a visitor is configured everybody, who then reads as that person.
 * A visitor reads pages only; the API wants a token.
 */
@Configuration
class PagesSecurity {

    private static final String[] PAGES = {
        Pages.OVERVIEW,
        Pages.TRAINING,
        Pages.INITIATIVES + "/*",
        Pages.PLAN,
        Pages.TABLE,
        Pages.EXPLAIN,
        Pages.HISTORY + "/*",
        Pages.UNITS + "/*"
    };
    private static final String[] ASSETS = {"/assets/**", "/webjars/govuk-frontend/**"};
    private static final String POLICY = "default-src 'self'; font-src 'none'; object-src 'none'; base-uri 'none';"
            + " form-action 'self'; frame-ancestors 'none'";

    @Bean
    @Order(0)
    SecurityFilterChain pagesToVisitors(
            HttpSecurity http,
            @Value("${sevenfold.visitor.person-id:}") String person,
            @Value("${sevenfold.visitor.roles:}") String roles) {
        SignInConfiguration.tokensOnly(http);
        Caller visitor = visitor(person, roles);
        if (visitor != null) {
            http.anonymous(anonymous -> anonymous.principal(visitor));
        }
        http.securityMatcher(PAGES)
                .authorizeHttpRequests(requests -> {
                    if (visitor == null) {
                        requests.anyRequest().authenticated();
                    } else {
                        requests.anyRequest().permitAll();
                    }
                })
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(POLICY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                        // Each page says for itself how long it may be kept.
                        .cacheControl(cache -> cache.disable()));
        return http.build();
    }

    /** How the pages look is no secret. */
    @Bean
    @Order(0)
    SecurityFilterChain pagesLooks(HttpSecurity http) {
        http.securityMatcher(ASSETS)
                .csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(POLICY))
                        .cacheControl(cache -> cache.disable()));
        return http.build();
    }

    private static @Nullable Caller visitor(String person, String roles) {
        if (person.isBlank()) {
            return null;
        }
        List<Role> held = Arrays.stream(roles.split(",", -1))
                .map(String::strip)
                .map(Role::named)
                .flatMap(Optional::stream)
                .toList();
        return new Caller(UUID.fromString(person), held);
    }
}
