/** What is known of initiatives, and of how the dimensions fit together. */
@NullMarked
package org.sevenfold.query.initiative;

import org.jspecify.annotations.NullMarked;
