package org.sevenfold.platform.signin;

import java.util.List;
import org.sevenfold.platform.problem.Code;
import org.sevenfold.platform.problem.Correlation;
import org.sevenfold.platform.problem.ProblemAnswers;
import org.sevenfold.platform.problem.Refusal;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/**
 * Sign-in with the tokens of one issuer. Without an issuer the service does not start. A token needs our audience, a
 * {@code person_id} that is a UUID, and an expiry.
 */
@Configuration
public class SignInConfiguration {

    public static final String AUDIENCE = "sevenfold";

    @Bean
    JwtDecoder jwtDecoder(Environment environment) {
        String issuer = environment.getProperty("sevenfold.issuer", "");
        if (issuer.isBlank()) {
            throw new IllegalStateException("Nobody can sign in: set SEVENFOLD_ISSUER to the address of the OpenID"
                    + " Connect issuer, for example http://127.0.0.1:9000.");
        }
        // The issuer is asked when the first token comes, so that a service can start before its issuer.
        return new SupplierJwtDecoder(() -> {
            NimbusJwtDecoder decoder =
                    NimbusJwtDecoder.withIssuerLocation(issuer).build();
            decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(List.of(
                    JwtValidators.createDefaultWithIssuer(issuer),
                    new JwtClaimValidator<List<String>>("aud", aud -> aud != null && aud.contains(AUDIENCE)),
                    new JwtClaimValidator<Object>("exp", exp -> exp != null),
                    personIsAnId())));
            return decoder;
        });
    }

    /** Each request is measured once; not besides at every filter of its chain, which takes a third of its time. */
    @Bean
    static SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    /** What every chain of a service has in common: no session, tokens only, problem answers. */
    public static void tokensOnly(HttpSecurity http) {
        AuthenticationEntryPoint notSignedIn = (request, response, e) -> {
            response.setHeader("WWW-Authenticate", "Bearer");
            ProblemAnswers.write(
                    Refusal.because(
                                    Code.NOT_AUTHENTICATED,
                                    "You are not signed in.",
                                    "The request carries no token, or one that is not or no longer valid.")
                            .remedy("Fetch a new token from the issuer and send it as a bearer token."),
                    request,
                    response);
        };
        AccessDeniedHandler denied = (request, response, e) -> ProblemAnswers.write(
                Refusal.because(
                                Code.ROLE_NOT_PERMITTED,
                                "Your role does not allow this.",
                                "Nobody gave this role to somebody signed in as you are.")
                        .remedy("Ask somebody who holds the role."),
                request,
                response);
        var signedIn =
                new SignedIn(http.getSharedObject(ApplicationContext.class).getBean(RolesHeld.class));
        http.csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .exceptionHandling(e -> e.authenticationEntryPoint(notSignedIn).accessDeniedHandler(denied))
                .oauth2ResourceServer(server -> server.jwt(jwt -> jwt.jwtAuthenticationConverter(signedIn))
                        .authenticationEntryPoint(notSignedIn)
                        .accessDeniedHandler(denied));
    }

    @Bean
    FilterRegistrationBean<Correlation> correlation() {
        var registration = new FilterRegistrationBean<>(new Correlation());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    private static OAuth2TokenValidator<Jwt> personIsAnId() {
        return token -> {
            try {
                SignedIn.personOf(token);
                return OAuth2TokenValidatorResult.success();
            } catch (RuntimeException e) {
                return OAuth2TokenValidatorResult.failure(
                        new OAuth2Error("invalid_token", "The token names no person.", null));
            }
        };
    }
}
