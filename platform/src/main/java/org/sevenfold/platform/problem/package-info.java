/** How a refusal is said: one code, sentences that a person understands, and the next step. */
@NullMarked
package org.sevenfold.platform.problem;

import org.jspecify.annotations.NullMarked;
