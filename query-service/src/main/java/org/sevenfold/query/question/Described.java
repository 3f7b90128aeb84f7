package org.sevenfold.query.question;

import java.util.List;

/**
 * How a reading is asked for, from which its address, its entry in the API description and its checks are made.
 *
 * @param path its address; a part in braces is a parameter, one that begins with a star takes the rest of it
 * @param parameters what it takes in its query, besides the two coordinates and pages
 * @param paged whether it takes {@code limit} and {@code cursor}
 */
public record Described(
        String name,
        String path,
        String title,
        String description,
        List<Parameter> parameters,
        Readers readers,
        boolean paged) {

    /** How a question names the programme that it is about. */
    public static final String PROGRAMME = "programme";

    /** Its address as people write it down, such as {@code /api/v1/audit/history/{entity}}. */
    public String address() {
        return path.replace("{*", "{");
    }

    /** Something that a question can say. */
    public record Parameter(String name, String description, String example, boolean required) {

        public static Parameter optional(String name, String description, String example) {
            return new Parameter(name, description, example, false);
        }

        public static Parameter required(String name, String description, String example) {
            return new Parameter(name, description, example, true);
        }
    }

    /** Who may ask. */
    public enum Readers {
        EVERYONE,
        ALL_BUT_READERS,
        AUDITORS
    }
}
