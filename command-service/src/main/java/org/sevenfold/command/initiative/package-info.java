/** Pieces of change work: what they change, whom, and who owns them; how the dimensions fit together. */
@NullMarked
package org.sevenfold.command.initiative;

import org.jspecify.annotations.NullMarked;
