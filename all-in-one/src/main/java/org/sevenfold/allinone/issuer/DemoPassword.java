package org.sevenfold.allinone.issuer;

import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;
import org.sevenfold.allinone.start.StartFailure;

/**
 * The one password of all demo people: made at each start, or fixed by {@code SEVENFOLD_DEMO_PASSWORD}.
 *
 * @param text letters, digits and {@code . _ ~ -} only, because a form, a URL and a shell read it unquoted
 */
public record DemoPassword(String text) {

    /** The setting that fixes it. */
    public static final String SETTING = "SEVENFOLD_DEMO_PASSWORD";

    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int GROUPS = 4;
    private static final int GROUP_LETTERS = 4;

    public DemoPassword {
        if (!text.matches("[A-Za-z0-9._~-]{1,64}")) {
            throw new StartFailure(SETTING + " may hold up to 64 letters, digits and . _ ~ - only; choose another.");
        }
    }

    public static DemoPassword fixedOrNew(@Nullable String fixed) {
        return fixed == null || fixed.isBlank() ? made() : new DemoPassword(fixed);
    }

    private static DemoPassword made() {
        var random = new SecureRandom();
        var text = new StringBuilder();
        for (int letter = 0; letter < GROUPS * GROUP_LETTERS; letter++) {
            if (letter > 0 && letter % GROUP_LETTERS == 0) {
                text.append('-');
            }
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return new DemoPassword(text.toString());
    }
}
