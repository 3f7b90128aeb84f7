package org.sevenfold.command.imports;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The text of a file. It is read strictly: a letter that were guessed would stand in somebody's name for ever, so a file
 * that is not UTF-8 and does not say what it is is refused.
 */
final class SentText {

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final Set<Charset> KNOWN = Set.of(StandardCharsets.UTF_8, StandardCharsets.US_ASCII, WINDOWS);
    private static final byte[][] OTHER_THINGS = {
        {'P', 'K', 3, 4},
        {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0},
        {(byte) 0xFF, (byte) 0xFE},
        {(byte) 0xFE, (byte) 0xFF}
    };
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private SentText() {}

    /** The charset that a content type names; UTF-8 where it names none, and a refusal where it is not one of ours. */
    static Charset charset(@Nullable Charset named) {
        if (named == null) {
            return StandardCharsets.UTF_8;
        }
        // What calls itself Latin-1 on the web is Windows-1252 in truth.
        Charset meant = named.equals(StandardCharsets.ISO_8859_1) ? WINDOWS : named;
        if (!KNOWN.contains(meant)) {
            throw Unusable.charset();
        }
        return meant;
    }

    static String of(byte[] bytes, Charset charset) {
        for (byte[] start : OTHER_THINGS) {
            if (startsWith(bytes, start)) {
                throw Unusable.notText();
            }
        }
        for (byte b : bytes) {
            if (b == 0) {
                throw Unusable.notText();
            }
        }
        int from = startsWith(bytes, MARK) ? MARK.length : 0;
        String text =
                decode(ByteBuffer.wrap(bytes, from, bytes.length - from), from > 0 ? StandardCharsets.UTF_8 : charset);
        if (text.isBlank()) {
            throw Unusable.empty();
        }
        return text;
    }

    private static String decode(ByteBuffer bytes, Charset charset) {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer text = CharBuffer.allocate(bytes.remaining());
        CoderResult result = decoder.decode(bytes, text, true);
        text.flip();
        if (result.isError()) {
            throw Unusable.letters(1 + text.chars().filter(c -> c == '\n').count());
        }
        return text.toString();
    }

    private static boolean startsWith(byte[] bytes, byte[] start) {
        return bytes.length >= start.length && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
    }
}
