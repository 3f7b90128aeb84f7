/** The log as it is read: stored names, streams of events, and the signal that there are more. */
@NullMarked
package org.sevenfold.platform.log;

import org.jspecify.annotations.NullMarked;
