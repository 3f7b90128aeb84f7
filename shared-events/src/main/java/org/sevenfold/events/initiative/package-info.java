/** What happens to initiatives, and to how the seven dimensions fit together. */
@NullMarked
package org.sevenfold.events.initiative;

import org.jspecify.annotations.NullMarked;
