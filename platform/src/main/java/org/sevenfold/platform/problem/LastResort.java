package org.sevenfold.platform.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.catalina.Container;
import org.apache.catalina.core.StandardHost;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers in sentences also where no question was reached: an unreadable address, a header too long, a failed filter. */
@Configuration
public class LastResort {

    static Refusal unreadable() {
        return Refusal.because(
                        Code.VALIDATION,
                        "The request could not be read.",
                        "Its address or one of its headers holds signs that do not belong there, or is too long.")
                .remedy("Mend it and send it again.");
    }

    @Bean
    RequestRejectedHandler rejected() {
        return (request, response, e) -> ProblemAnswers.write(unreadable(), request, response);
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> noServerPages() {
        return factory -> factory.addContextCustomizers(context -> {
            Container host = context.getParent();
            if (host instanceof StandardHost standard) {
                standard.setErrorReportValveClass(ProblemValve.class.getName());
            }
        });
    }

    /** What the container could not do anything with. */
    @Controller
    static class Errors implements ErrorController {

        @RequestMapping("/error")
        void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
            Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
            int code = status instanceof Integer known ? known : 404;
            ProblemAnswers.write(refusal(code), request, response);
        }

        private static Refusal refusal(int status) {
            if (status >= 500) {
                return Refusal.because(
                                Code.UNAVAILABLE,
                                "This could not be done just now.",
                                "Something went wrong on our side; nothing was stored in part.")
                        .remedy("Try again; if it happens again, give the correlation id to your operator.");
            }
            return status == 404
                    ? Refusal.because(
                                    Code.NOT_FOUND,
                                    "There is nothing here.",
                                    "No page and no service has this address.")
                            .remedy("Look up the address in the API description.")
                    : unreadable();
        }
    }
}
