/** Strategy as it is read: whether the plan that everybody can see is kept. */
@NullMarked
package org.sevenfold.query.strategy;

import org.jspecify.annotations.NullMarked;
