package org.sevenfold.query.dashboard;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.web.servlet.resource.ResourceTransformer;
import org.springframework.web.servlet.resource.ResourceTransformerChain;
import org.springframework.web.servlet.resource.TransformedResource;

/**
 * Takes the fonts out of govuk-frontend's style sheet: they are not ours to use, and browsers complain of a font that the
 * policy forbids even where nothing is written in it.
 */
final class NoFonts implements ResourceTransformer {

    private static final Pattern FONT = Pattern.compile("@font-face\\s*\\{[^}]*}");

    @Override
    public Resource transform(HttpServletRequest request, Resource resource, ResourceTransformerChain chain)
            throws IOException {
        Resource found = chain.transform(request, resource);
        String name = found.getFilename();
        if (name == null || !name.endsWith(".css")) {
            return found;
        }
        String sheet = found.getContentAsString(StandardCharsets.UTF_8);
        return new TransformedResource(found, FONT.matcher(sheet).replaceAll("").getBytes(StandardCharsets.UTF_8));
    }
}
