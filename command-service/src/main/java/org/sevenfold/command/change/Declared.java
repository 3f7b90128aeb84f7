package org.sevenfold.command.change;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The declaration of a command, on its record. Its name is the record's in kebab-case; its fields are the record's
 * components, of which the {@code @Nullable} ones may be left out. Endpoint, schema, API description, dry run, role
 * matrix and command log follow from it.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Declared {

    /** What it does, one sentence. */
    String summary();

    /** Who may send it. */
    Allowed[] allowed();

    /** Who may only propose it: it is checked, kept, and done once somebody of the former has approved it. */
    Allowed[] proposed() default {};

    /** A request body that could be sent, as JSON. */
    String example();

    /** Whether it may also come as rows of a file; most may. */
    boolean importable() default true;
}
