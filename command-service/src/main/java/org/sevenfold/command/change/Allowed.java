package org.sevenfold.command.change;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.sevenfold.events.Role;

/** One line of the role matrix: a role that may send a command, and how far. */
@Retention(RetentionPolicy.RUNTIME)
public @interface Allowed {
    Role role();

    Scope scope() default Scope.ANYWHERE;
}
