package org.sevenfold.query.edge;

import org.sevenfold.platform.signin.SignInConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Which addresses need a token, and what browsers are told. What is passed through is judged where it arrives. */
@Configuration
class QuerySecurity {

    private static final String STRICT =
            "default-src 'self'; font-src 'none'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'";
    private static final String[] API_PAGES = {"/docs", "/docs/**", "/swagger-ui/**", "/v3/api-docs", "/v3/api-docs/**"
    };

    @Bean
    @Order(1)
    SecurityFilterChain passedThrough(HttpSecurity http) {
        http.securityMatcher(PassThrough.PATHS)
                .csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .headers(headers -> headers(headers, STRICT));
        return http.build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain apiPages(HttpSecurity http) {
        SignInConfiguration.tokensOnly(http);
        http.securityMatcher(API_PAGES)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                // The API pages come from a library that styles them inline.
                .headers(headers ->
                        headers(headers, STRICT + "; style-src 'self' 'unsafe-inline'; img-src 'self' data:"));
        return http.build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain chain(HttpSecurity http) {
        SignInConfiguration.tokensOnly(http);
        http.authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/actuator/health", "/actuator/health/**", "/actuator/prometheus", "/error")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .headers(headers -> headers(headers, STRICT));
        return http.build();
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers, String policy) {
        headers.contentSecurityPolicy(csp -> csp.policyDirectives(policy))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                // Each answer says for itself how long it may be kept.
                .cacheControl(cache -> cache.disable());
    }
}
