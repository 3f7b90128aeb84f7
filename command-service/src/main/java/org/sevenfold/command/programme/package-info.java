/** The programme as it is decided: its window, its thresholds, who may what, and what waits for somebody's decision. */
@NullMarked
package org.sevenfold.command.programme;

import org.jspecify.annotations.NullMarked;
