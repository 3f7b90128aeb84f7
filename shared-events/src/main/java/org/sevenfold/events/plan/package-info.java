/** What happens to the programme, its milestones and what was agreed of them. */
@NullMarked
package org.sevenfold.events.plan;

import org.jspecify.annotations.NullMarked;
