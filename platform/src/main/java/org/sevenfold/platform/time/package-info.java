/** Days as the council counts them. */
@NullMarked
package org.sevenfold.platform.time;

import org.jspecify.annotations.NullMarked;
