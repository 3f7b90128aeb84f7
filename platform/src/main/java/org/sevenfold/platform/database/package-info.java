/** The database before its first table: who may log in, and which schema belongs to whom. */
@NullMarked
package org.sevenfold.platform.database;

import org.jspecify.annotations.NullMarked;
