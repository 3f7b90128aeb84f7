package org.sevenfold.query.board;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks what people call a thing by: it is ordered by its characters alone, and found whatever its capitals. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
// On the field as well, so that whoever asks who uses what finds it.
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
public @interface Reference {}
