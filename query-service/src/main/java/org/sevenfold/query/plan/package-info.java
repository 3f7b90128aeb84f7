/** What is known of the programme and its plan: milestones, what was agreed, what slipped and what that moved. */
@NullMarked
package org.sevenfold.query.plan;

import org.jspecify.annotations.NullMarked;
