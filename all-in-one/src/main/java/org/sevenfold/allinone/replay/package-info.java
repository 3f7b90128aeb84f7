/** Making the figures of an evidence bag again, on an empty database and with nothing of the machine that it came from. */
@NullMarked
package org.sevenfold.allinone.replay;

import org.jspecify.annotations.NullMarked;
