/** What spans the dimensions: the programme itself, its initiatives, its plan, its policies, and who may decide. */
@NullMarked
package org.sevenfold.events.programme;

import org.jspecify.annotations.NullMarked;
