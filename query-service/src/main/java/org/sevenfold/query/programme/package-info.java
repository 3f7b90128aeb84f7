/** The programme as it is read: what spans the dimensions, its initiatives and its plan. */
@NullMarked
package org.sevenfold.query.programme;

import org.jspecify.annotations.NullMarked;
