/** Staff as it is read: people by opaque id, posts, and who holds them. */
@NullMarked
package org.sevenfold.query.staff;

import org.jspecify.annotations.NullMarked;
