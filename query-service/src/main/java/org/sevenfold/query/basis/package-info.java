/** The two coordinates of every answer: on which day, and known up to which position. */
@NullMarked
package org.sevenfold.query.basis;

import org.jspecify.annotations.NullMarked;
