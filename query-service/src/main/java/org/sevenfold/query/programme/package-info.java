/** The programme as it is read: its window and thresholds, who holds which role, and what waits for a decision. */
@NullMarked
package org.sevenfold.query.programme;

import org.jspecify.annotations.NullMarked;
