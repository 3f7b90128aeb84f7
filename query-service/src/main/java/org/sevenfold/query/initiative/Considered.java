package org.sevenfold.query.initiative;

/** What somebody said of an initiative and a dimension. */
enum Considered {
    /** The initiative affects it. */
    AFFECTED,
    /** It does not, and somebody said why. */
    NOT_AFFECTED,
    /** Nobody has spoken of it. */
    UNCONSIDERED;

    static Considered of(boolean affected) {
        return affected ? AFFECTED : NOT_AFFECTED;
    }
}
