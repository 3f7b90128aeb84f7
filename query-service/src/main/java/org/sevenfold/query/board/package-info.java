/** How a read model is kept: a view folds one stream, its board writes what that changes, and a rebuild does it all again. */
@NullMarked
package org.sevenfold.query.board;

import org.jspecify.annotations.NullMarked;
