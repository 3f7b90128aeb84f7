/** The figures of each dimension, and of the programme as a whole. */
@NullMarked
package org.sevenfold.query.scorecard;

import org.jspecify.annotations.NullMarked;
