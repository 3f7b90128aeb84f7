/** Who may read what, and whose names appear. */
@NullMarked
package org.sevenfold.query.who;

import org.jspecify.annotations.NullMarked;
