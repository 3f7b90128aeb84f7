/** Shared values as they are read: the statements that the service is built on, and what serves them. */
@NullMarked
package org.sevenfold.query.sharedvalues;

import org.jspecify.annotations.NullMarked;
