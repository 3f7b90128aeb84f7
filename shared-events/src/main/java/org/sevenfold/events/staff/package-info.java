/** Staff: people (by opaque id only), posts and who holds them. */
@NullMarked
package org.sevenfold.events.staff;

import org.jspecify.annotations.NullMarked;
