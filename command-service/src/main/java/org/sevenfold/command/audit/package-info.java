/** What the audit wants recorded. */
@NullMarked
package org.sevenfold.command.audit;

import org.jspecify.annotations.NullMarked;
