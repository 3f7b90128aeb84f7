/** The programme and its plan: its milestones, what they wait for, and what was agreed. */
@NullMarked
package org.sevenfold.command.plan;

import org.jspecify.annotations.NullMarked;
