/** The one write path: what a command read is compared, and all it stores is stored, in one transaction. */
@NullMarked
package org.sevenfold.platform.journal;

import org.jspecify.annotations.NullMarked;
