/** The query-service: what is known? Views, scorecards, history, and the one way to read. */
@NullMarked
package org.sevenfold.query;

import org.jspecify.annotations.NullMarked;
