/** Roles, proposals and policies. */
@NullMarked
package org.sevenfold.command.governance;

import org.jspecify.annotations.NullMarked;
