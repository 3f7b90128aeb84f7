/** What every command has: its declaration, who sends it, in which circumstances it is decided. */
@NullMarked
package org.sevenfold.command.change;

import org.jspecify.annotations.NullMarked;
