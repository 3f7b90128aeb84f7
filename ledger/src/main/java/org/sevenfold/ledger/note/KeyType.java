package org.sevenfold.ledger.note;

/** What a key signs, and so what its signature says; the numbers are those of C2SP signed-note. */
enum KeyType {

    /** The text of a note, as it stands. */
    NOTE(1),

    /** A checkpoint together with the time at which a witness saw it, C2SP tlog-cosignature. */
    COSIGNATURE(4);

    private final int number;

    KeyType(int number) {
        this.number = number;
    }

    byte number() {
        return (byte) number;
    }

    static KeyType numbered(byte number) {
        for (KeyType type : values()) {
            if (type.number == number) {
                return type;
            }
        }
        throw new IllegalArgumentException("A key of an unknown type: " + Byte.toUnsignedInt(number));
    }
}
