/** The command-service: may it happen? Commands, rules, and the one way to write. */
@NullMarked
package org.sevenfold.command;

import org.jspecify.annotations.NullMarked;
