/** Who may do what, what was proposed and decided, and which thresholds hold. */
@NullMarked
package org.sevenfold.events.governance;

import org.jspecify.annotations.NullMarked;
