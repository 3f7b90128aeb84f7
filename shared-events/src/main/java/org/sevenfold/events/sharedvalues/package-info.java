/** Shared values: the statements that the service is built on. */
@NullMarked
package org.sevenfold.events.sharedvalues;

import org.jspecify.annotations.NullMarked;
