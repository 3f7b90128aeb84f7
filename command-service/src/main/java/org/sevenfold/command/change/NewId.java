package org.sevenfold.command.change;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The id of what the command creates: a UUIDv7 of the caller's, or made at the edge where it is left out. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface NewId {

    /** Whether the caller may name one that exists already, which is then looked at before it is decided. */
    boolean mayExist() default false;
}
