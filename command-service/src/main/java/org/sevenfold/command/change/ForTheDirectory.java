package org.sevenfold.command.change;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Text that says who somebody is and goes to the person directory alone. All other text is screened for what identifies
 * a person, because it is kept for ever.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface ForTheDirectory {}
