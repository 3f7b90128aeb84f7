/** The list of every stream there is. */
@NullMarked
package org.sevenfold.events.catalogue;

import org.jspecify.annotations.NullMarked;
