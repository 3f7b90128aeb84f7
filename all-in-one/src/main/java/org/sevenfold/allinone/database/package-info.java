/** The embedded PostgreSQL: started, adopted after a crash, found durable, and stopped. */
@NullMarked
package org.sevenfold.allinone.database;

import org.jspecify.annotations.NullMarked;
