/** Erasure: what is decided about a person's entry is done outside the log, and recorded once it is done. */
@NullMarked
package org.sevenfold.command.erasure;

import org.jspecify.annotations.NullMarked;
