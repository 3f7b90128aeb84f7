/** What the sample must be, and that loading it ends in the same state however often it is begun. */
@NullMarked
package org.sevenfold.allinone.sample;

import org.jspecify.annotations.NullMarked;
