/** What rules need to know of other streams, one file per fact, each a pure function of the events. */
@NullMarked
package org.sevenfold.command.lookups;

import org.jspecify.annotations.NullMarked;
