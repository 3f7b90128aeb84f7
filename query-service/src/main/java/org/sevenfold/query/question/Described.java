package org.sevenfold.query.question;

import java.util.List;
import java.util.Set;

/**
 * How a reading is asked for, from which its address, its entry in the API description and its checks are made.
 *
 * @param path its address; a part in braces is a parameter
 * @param parameters what it takes in its query, besides the two coordinates and pages
 * @param boards the boards that it reads; none where it reads the log
 * @param paged whether it takes {@code limit} and {@code cursor}
 */
public record Described(
        String name,
        String path,
        String title,
        String description,
        List<Parameter> parameters,
        Set<String> boards,
        Readers readers,
        boolean paged) {

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
