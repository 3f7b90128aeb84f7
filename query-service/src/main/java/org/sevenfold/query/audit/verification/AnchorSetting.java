package org.sevenfold.query.audit.verification;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where checkpoints are laid down, if that is configured. */
@Component
public class AnchorSetting {

    private final @Nullable Anchored directory;

    AnchorSetting(@Value("${sevenfold.checkpoint.anchor:}") String path) {
        this.directory = path.isBlank() ? null : new Anchored(Path.of(path));
    }

    /** Null where nothing is configured. */
    public @Nullable Anchored directory() {
        return directory;
    }
}
