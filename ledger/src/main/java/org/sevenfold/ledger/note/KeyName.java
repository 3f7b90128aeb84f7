package org.sevenfold.ledger.note;

/** How a key is called in a note: the schema-less address of whoever signs, such as {@code council.example/sevenfold}. */
final class KeyName {

    private KeyName() {}

    /** An empty name, a space of any kind, a plus sign or a control character is an {@link IllegalArgumentException}. */
    static String checked(String name) {
        if (name.isEmpty() || name.codePoints().anyMatch(KeyName::isForbidden)) {
            throw new IllegalArgumentException("Not the name of a key: \"" + name + "\"");
        }
        return name;
    }

    private static boolean isForbidden(int c) {
        return c == '+'
                || Character.isISOControl(c)
                || Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.getType(c) == Character.SURROGATE;
    }
}
