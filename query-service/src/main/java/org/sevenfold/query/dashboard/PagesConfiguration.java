package org.sevenfold.query.dashboard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.sevenfold.ledger.Hash;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistration;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Where the pages' looks come from: our own style sheets, and govuk-frontend's without its version in the address. */
@Configuration
class PagesConfiguration implements WebMvcConfigurer {

    private static final Duration KEPT = Duration.ofHours(1);

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        kept(registry.addResourceHandler("/assets/**").addResourceLocations("classpath:/static/assets/"))
                .resourceChain(true);
        kept(registry.addResourceHandler("/webjars/**").addResourceLocations("classpath:/META-INF/resources/webjars/"))
                .resourceChain(true)
                .addTransformer(new NoFonts());
    }

    /** By content and not by date, because our builds set the same date on every file of every version. */
    private static ResourceHandlerRegistration kept(ResourceHandlerRegistration resources) {
        return resources
                .setCacheControl(CacheControl.maxAge(KEPT).cachePublic())
                .setUseLastModified(false)
                .setEtagGenerator(PagesConfiguration::etag);
    }

    private static String etag(Resource resource) {
        try {
            return "\"" + Hash.sha256(resource.getContentAsByteArray()).hex() + "\"";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
