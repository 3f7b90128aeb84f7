package org.sevenfold.events;

import java.util.Locale;
import java.util.Optional;

/**
 * The roles that a person can hold. In tokens and answers they are written in kebab-case. All but operator,
 * integration and system are granted in the log; those come with the installation and are said by the token.
 */
public enum Role {
    SENIOR_RESPONSIBLE_OWNER,
    PROGRAMME_MANAGER,
    GROUP_MANAGER,
    CONSULTANT_SOCIAL_WORKER,
    STAFF,
    LEARNING_AND_DEVELOPMENT,
    HUMAN_RESOURCES,
    AUDITOR,
    READER,
    OPERATOR,
    INTEGRATION,
    /** Sevenfold itself, where one of its services asks the other; no person holds it. */
    SYSTEM;

    /** The role as a token names it, such as {@code programme-manager}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The role as a sentence names it, such as {@code programme manager}. */
    public String spoken() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Whether somebody grants it; otherwise whoever runs the installation gives it with the token. */
    public boolean isGranted() {
        return this != OPERATOR && this != INTEGRATION && this != SYSTEM;
    }

    /** The role that a token means; empty for a name that is no role of ours. */
    public static Optional<Role> named(String text) {
        for (Role role : values()) {
            if (role.text().equals(text)) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }
}
