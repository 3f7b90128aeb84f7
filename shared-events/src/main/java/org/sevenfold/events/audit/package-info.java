/** What a verification found. */
@NullMarked
package org.sevenfold.events.audit;

import org.jspecify.annotations.NullMarked;
