/** Structure: may this unit be established, who manages it, may it be closed? */
@NullMarked
package org.sevenfold.command.structure;

import org.jspecify.annotations.NullMarked;
