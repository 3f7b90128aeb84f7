/** One unit across the dimensions: its posts, their holders, and how it stands. */
@NullMarked
package org.sevenfold.query.profile;

import org.jspecify.annotations.NullMarked;
