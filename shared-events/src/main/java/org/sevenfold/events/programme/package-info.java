/** What spans the dimensions: here, what was found when the record itself was checked. */
@NullMarked
package org.sevenfold.events.programme;

import org.jspecify.annotations.NullMarked;
