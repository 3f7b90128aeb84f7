/** The walk through docs/first-change.md, compiled and tried: a course that can be retired. */
@NullMarked
package org.sevenfold.allinone.house.firstchange;

import org.jspecify.annotations.NullMarked;
