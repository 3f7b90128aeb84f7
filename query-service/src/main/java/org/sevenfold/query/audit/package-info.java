/** What an auditor asks: the log itself, the history of a thing, why a figure is what it is, and whether the tables are right. */
@NullMarked
package org.sevenfold.query.audit;

import org.jspecify.annotations.NullMarked;
