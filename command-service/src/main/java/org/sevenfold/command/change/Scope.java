package org.sevenfold.command.change;

/** How far a role reaches with a command. */
public enum Scope {
    /** Anywhere in the council. */
    ANYWHERE(""),
    /** The units of the group in which the caller is in post on the day, and those that the caller manages then. */
    OWN_GROUP("for their own group"),
    /** The units in which the caller is in post on the day. */
    OWN_UNIT("for their own unit"),
    /** Facts that the caller recorded. */
    OWN_RECORDS("for what they recorded themselves"),
    /** Facts that the caller recorded in the last 31 days. */
    OWN_RECENT_RECORDS("for what they recorded themselves in the last 31 days");

    private final String words;

    Scope(String words) {
        this.words = words;
    }

    /** The scope as a sentence names it; empty where there is no limit. */
    public String words() {
        return words;
    }
}
