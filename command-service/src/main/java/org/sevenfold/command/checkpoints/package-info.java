/** Checkpoints: the log's size and root, signed with a key outside the database and laid down where nobody rewrites them. */
@NullMarked
package org.sevenfold.command.checkpoints;

import org.jspecify.annotations.NullMarked;
