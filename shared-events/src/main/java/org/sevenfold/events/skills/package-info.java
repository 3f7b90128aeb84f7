/** Skills: courses and each person's training record. */
@NullMarked
package org.sevenfold.events.skills;

import org.jspecify.annotations.NullMarked;
