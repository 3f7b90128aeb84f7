package org.sevenfold.command.imports;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.sevenfold.command.edge.Importable;
import org.sevenfold.platform.problem.Code;
import org.sevenfold.platform.problem.Refusal;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Reads the file of a request. Only a few are read at once, so that many large ones cannot fill the memory. */
@Component
final class Uploads {

    private static final int AT_ONCE = 4;
    private static final int MOST_BYTES = SentFile.MOST_MEGABYTES * 1024 * 1024;

    private final Semaphore places = new Semaphore(AT_ONCE);

    SentFile read(Importable command, HttpServletRequest request) throws IOException {
        MediaType type = type(request.getContentType());
        SentFile.Format format = format(type);
        Charset charset = SentText.charset(type.getCharset());
        if (request.getContentLengthLong() > MOST_BYTES) {
            throw Unusable.tooLarge(SentFile.MOST_MEGABYTES);
        }
        if (!places.tryAcquire()) {
            throw Refusal.because(
                            Code.UNAVAILABLE,
                            "Other files are being received just now.",
                            "At most %d are received at a time.".formatted(AT_ONCE))
                    .remedy("Send it again in a moment.")
                    .with("retryAfterSeconds", 5);
        }
        try {
            byte[] bytes = request.getInputStream().readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw Unusable.tooLarge(SentFile.MOST_MEGABYTES);
            }
            String text = SentText.of(bytes, charset);
            return switch (format) {
                case CSV -> CsvFile.read(command, text);
                case NDJSON -> NdjsonFile.read(command, text);
            };
        } finally {
            places.release();
        }
    }

    private static MediaType type(@Nullable String text) {
        if (text != null) {
            try {
                return MediaType.parseMediaType(text);
            } catch (InvalidMediaTypeException e) {
                // said below, like any other format
            }
        }
        throw Unusable.format();
    }

    private static SentFile.Format format(MediaType type) {
        for (SentFile.Format format : SentFile.Format.values()) {
            if (MediaType.parseMediaType(format.mediaType()).equalsTypeAndSubtype(type)) {
                return format;
            }
        }
        throw Unusable.format();
    }
}
